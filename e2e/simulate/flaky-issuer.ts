import type { FakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { err, type Result } from '../../lib/kernel/result.ts';
import type { CardIssuer, IssuerRefusal, IssuerTransaction } from '../../lib/ports/card-issuer.ts';
import type { Random, Scheduler } from './scheduler.ts';

const LOST = err<IssuerRefusal>({ kind: 'issuer_unreachable' });

/** How often the line to the issuer breaks; a test turns it off to let the world come to rest. */
export interface Weather {
  isCalm: boolean;
}

/**
 * The way to the issuer as it is in the world: a call is lost before it arrives, or its answer after it took effect;
 * a key stops working for a moment; lists lag behind.
 */
export function createFlakyIssuer(
  { issuer }: FakeCardIssuer,
  random: Random,
  scheduler: Scheduler,
  weather: Weather,
): CardIssuer {
  const seen = new Map<string, IssuerTransaction[]>();

  async function call<T>(work: () => Promise<Result<T, IssuerRefusal>>): Promise<Result<T, IssuerRefusal>> {
    await scheduler.gate();
    const fate = weather.isCalm ? 1 : random.next();
    if (fate < 0.04) return LOST;
    if (fate < 0.05) return err({ kind: 'issuer_rejected', status: 401, message: 'key not valid' });
    const answer = await work();
    await scheduler.gate();
    return fate < 0.1 ? LOST : answer;
  }

  return {
    balance: (currency) => call(() => issuer.balance(currency)),
    deposit: (parameters) => call(() => issuer.deposit(parameters)),
    mint: (parameters) => call(() => issuer.mint(parameters)),
    reveal: (token) => call(() => issuer.reveal(token)),
    arm: (token) => call(() => issuer.arm(token)),
    freeze: (token) => call(() => issuer.freeze(token)),
    close: (token) => call(() => issuer.close(token)),
    recourseOf: (id) => call(() => issuer.recourseOf(id)),
    reverse: (id) => call(() => issuer.reverse(id)),
    transactionsOf: (token) =>
      call(async () => {
        const rows = await issuer.transactionsOf(token);
        const before = seen.get(token);
        if (rows.ok) seen.set(token, rows.value);
        // Out of order: an older list arrives after a newer one, unless the card has nothing new on it.
        const isLate = !weather.isCalm && before !== undefined && before.length > 0 && random.chance(0.05);
        return isLate && rows.ok && before.length === rows.value.length ? { ok: true, value: before } : rows;
      }),
  };
}
