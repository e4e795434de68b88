import { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { openSecret, type Secret } from '../../../kernel/secret.ts';
import type { IssuerRefusal } from '../../../ports/card-issuer.ts';

export interface LithicCallParameters {
  readonly baseUrl: string;
  /** Looked up at each call: the vault may be locked in between. */
  readonly apiKey: () => Promise<Result<Secret<string>, IssuerRefusal>>;
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

interface Request<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly schema: S;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

export type LithicCall = <S extends z.ZodType>(
  request: Request<S>,
) => Promise<Result<z.output<S>, IssuerRefusal>>;

const TIMEOUT_MS = 15_000;
/** What Lithic's own client tries again: nothing is decided by such an answer. */
const TRANSIENT: readonly number[] = [408, 409, 429];

const Complaint = z.object({ message: z.string() }).catch({ message: '' });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes the one way to Lithic's API. Whatever fails comes back as a refusal; nothing is thrown. */
export function createLithicCall(parameters: LithicCallParameters): LithicCall {
  const { baseUrl, apiKey, timeoutMs = TIMEOUT_MS } = parameters;
  const root = `${baseUrl.replace(/\/+$/, '')}/v1`;

  async function send(
    request: Request<z.ZodType>,
    key: string,
  ): Promise<{ response: Response; text: string }> {
    const { method, path, body, idempotencyKey } = request;
    const response = await (parameters.fetch ?? fetch)(root + path, {
      method,
      // Without it card answers land in the HTTP cache on disk.
      cache: 'no-store',
      credentials: 'omit',
      // The key goes to the address that the operator chose and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        Authorization: key,
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { response, text: await response.text() };
  }

  return async (request) => {
    const key = await apiKey();
    if (!key.ok) return key;
    let answer: Awaited<ReturnType<typeof send>>;
    try {
      answer = await send(request, openSecret(key.value));
    } catch (cause) {
      return err({ kind: 'issuer_unreachable', cause });
    }
    const { status, ok: isOk } = answer.response;
    const json = parseJson(answer.text);
    if (status >= 500 || TRANSIENT.includes(status)) return err({ kind: 'issuer_unreachable' });
    if (!isOk) {
      return err({ kind: 'issuer_rejected', status, message: Complaint.parse(json).message.slice(0, 300) });
    }
    const parsed = request.schema.safeParse(json);
    return parsed.success
      ? ok(parsed.data)
      : // Without the parser's words: they may quote what was in the answer.
        err({ kind: 'issuer_answer_invalid', message: `${request.method} ${request.path.split('?')[0]}` });
  };
}
