import type { Context } from 'hono';
import type { z } from 'zod';

type ErrorStatus = 400 | 401 | 404 | 405 | 409 | 422 | 429 | 500;

/** Answers with an error in Lithic's shape. */
export function refuse(c: Context, status: ErrorStatus, message: string): Response {
  return c.json({ debugging_request_id: crypto.randomUUID(), message }, status);
}

/** Says in one line what is wrong with an input. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ');
}

/** Reads a JSON body; `undefined` when it is none. */
export async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    return undefined;
  }
}
