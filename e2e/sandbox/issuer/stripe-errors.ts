import type { Context } from 'hono';
import type { z } from 'zod';

type ErrorStatus = 400 | 401 | 404 | 429 | 500;

const TYPES: Readonly<Record<ErrorStatus, string>> = {
  400: 'invalid_request_error',
  401: 'invalid_request_error',
  404: 'invalid_request_error',
  429: 'invalid_request_error',
  500: 'api_error',
};

/** Answers with an error in Stripe's shape. */
export function refuseAsStripe(
  c: Context,
  status: ErrorStatus,
  message: string,
  type: string = TYPES[status],
): Response {
  const code = { 404: 'resource_missing', 429: 'rate_limit' }[status as number];
  return c.json({ error: { type, message, ...(code !== undefined && { code }) } }, status);
}

/** Says in one line what is wrong with an input. */
export function describeStripeIssues(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
}
