import type { Clock } from '../../ports/clock.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_LENGTH = 26;

/** The machine's clock, with ids of 130 random bits in Crockford's base 32. */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    nextId(prefix) {
      const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
      return `${prefix}_${Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')}`;
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        // A signal that is aborted already raises no event any more.
        if (signal?.aborted) {
          resolve();
          return;
        }
        const finish = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', finish);
          resolve();
        };
        const timer = setTimeout(finish, ms);
        signal?.addEventListener('abort', finish);
      }),
  };
}
