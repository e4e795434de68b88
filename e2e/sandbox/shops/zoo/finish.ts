import type { Context } from 'hono';
import type { OrderAnswer } from '../order-form.ts';
import type { Html } from './page.ts';

/** Answers a native POST: on to the order, or the form again with what is wrong. */
export function finish(
  c: Context,
  answer: OrderAnswer,
  renderAgain: (problem: string) => Html,
): Response | Promise<Response> {
  if (answer.status === 'confirmed' || answer.status === 'processing') return c.redirect(answer.next, 303);
  const problem = 'message' in answer ? answer.message : 'The bank’s check is not offered here.';
  return c.html(renderAgain(problem), 402);
}
