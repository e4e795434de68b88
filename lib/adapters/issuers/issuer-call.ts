import type { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import { openSecret, type Secret } from '../../kernel/secret.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';

export interface IssuerCallParameters {
  readonly baseUrl: string;
  /** Looked up at each call: the vault may be locked in between. */
  readonly apiKey: () => Promise<Result<Secret<string>, IssuerRefusal>>;
  readonly timeoutMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** How one issuer wants to be asked. */
interface Dialect<B> {
  headers(key: string): Readonly<Record<string, string>>;
  readonly contentType: string;
  write(body: B): string;
  /** The issuer's words about a refused call, from whatever it answered. */
  complaint(answer: unknown): string;
}

interface Request<B, S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly schema: S;
  readonly body?: B;
  readonly idempotencyKey?: string;
}

export type IssuerCall<B> = <S extends z.ZodType>(
  request: Request<B, S>,
) => Promise<Result<z.output<S>, IssuerRefusal>>;

const TIMEOUT_MS = 15_000;
/** Answers that decide nothing: a time-out, a call under way, too many calls. The caller asks again later. */
const TRANSIENT: readonly number[] = [408, 409, 429];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Makes the one way to an issuer's API. Whatever fails comes back as a refusal; nothing is thrown. */
export function createIssuerCall<B>(parameters: IssuerCallParameters, dialect: Dialect<B>): IssuerCall<B> {
  const { baseUrl, apiKey, timeoutMs = TIMEOUT_MS } = parameters;
  const root = `${baseUrl.replace(/\/+$/, '')}/v1`;

  async function send(request: Request<B, z.ZodType>, key: string) {
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
        ...dialect.headers(key),
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': dialect.contentType }),
        ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body !== undefined && { body: dialect.write(body) }),
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
    if (!isOk)
      return err({ kind: 'issuer_rejected', status, message: dialect.complaint(json).slice(0, 300) });
    const parsed = request.schema.safeParse(json);
    return parsed.success
      ? ok(parsed.data)
      : // Without the parser's words: they may quote what was in the answer.
        err({ kind: 'issuer_answer_invalid', message: `${request.method} ${request.path.split('?')[0]}` });
  };
}
