import { z } from 'zod';
import { InvariantError } from '../kernel/invariant.ts';
import type { Result } from '../kernel/result.ts';
import type { Contract, InputOf, OutputOf } from './contract.ts';
import type { Peer } from './peer.ts';

/** A refusal as it travels: a code to match and a sentence to show. */
export interface MessageError {
  readonly code: string;
  readonly message: string;
}

export type Reply = { ok: true; value: unknown } | { ok: false; error: MessageError };

export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: (
    input: InputOf<C, K>,
    peer: Peer,
  ) => Promise<Result<OutputOf<C, K>, MessageError>>;
};

const refused = (code: string, message: string): Reply => ({ ok: false, error: { code, message } });

/**
 * Answers the messages of a contract: sender first, then input, then the handler; what goes out is encoded by the
 * contract. Returns `undefined` for messages of others, so that their own listener may answer.
 */
export function createServer<const C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  onFault: (fault: unknown) => void,
): (message: unknown, peer: Peer | undefined) => Promise<Reply> | undefined {
  return (message, peer) => {
    const { type, input } = (typeof message === 'object' && message !== null ? message : {}) as {
      type?: unknown;
      input?: unknown;
    };
    if (typeof type !== 'string' || !Object.hasOwn(contract, type)) return undefined;
    return answer(type, input, peer);
  };

  async function answer(type: keyof C & string, input: unknown, peer: Peer | undefined): Promise<Reply> {
    const entry = contract[type]!;
    if (!peer || !entry.from.includes(peer.kind))
      return refused('sender_not_allowed', `${type} may not be sent from here.`);
    const parsed = z.safeDecode(entry.input, input);
    if (!parsed.success) return refused('invalid_input', z.prettifyError(parsed.error).slice(0, 300));
    try {
      const result = await handlers[type](parsed.data as never, peer);
      return result.ok
        ? { ok: true, value: z.encode(entry.output, result.value) }
        : { ok: false, error: result.error };
    } catch (fault) {
      onFault(fault);
      return refused(
        'internal',
        fault instanceof InvariantError
          ? 'A rule of ours was broken; nothing was changed.'
          : 'Something failed.',
      );
    }
  }
}
