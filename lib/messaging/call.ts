import { browser } from 'wxt/browser';
import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Contract, InputOf, OutputOf } from './contract.ts';
import type { MessageError, Reply } from './serve.ts';

export type Caller<C extends Contract> = <K extends keyof C & string>(
  type: K,
  input: InputOf<C, K>,
) => Promise<Result<OutputOf<C, K>, MessageError>>;

/** Makes the client side of a contract: input is encoded, the answer parsed. A sleeping background is woken by the call. */
export function createCaller<const C extends Contract>(contract: C): Caller<C> {
  return async (type, input) => {
    const entry = contract[type]!;
    const encoded = z.safeEncode(entry.input, input);
    if (!encoded.success)
      return err({ code: 'invalid_input', message: z.prettifyError(encoded.error).slice(0, 300) });
    let reply: Reply | undefined;
    try {
      reply = await browser.runtime.sendMessage({ type, input: encoded.data });
    } catch {
      reply = undefined;
    }
    if (!reply)
      return err({
        code: 'background_unreachable',
        message: 'The extension did not answer. Close this and open it again.',
      });
    if (!reply.ok) return err(reply.error);
    const value = z.safeDecode(entry.output, reply.value);
    return value.success
      ? ok(value.data as OutputOf<C, typeof type>)
      : err({ code: 'invalid_answer', message: 'The answer cannot be read.' });
  };
}
