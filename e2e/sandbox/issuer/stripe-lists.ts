import { z } from 'zod';

/** Stripe's paging: newest first, after the id of the last row seen. */
export const StripePageQuery = z.looseObject({
  limit: z.coerce.number().int().min(1).max(100).default(10),
  starting_after: z.string().optional(),
  card: z.string().optional(),
  status: z.string().optional(),
});

/** Cuts one page out of rows that are already newest first. */
export function stripePage<T extends { id: string }>(
  rows: readonly T[],
  url: string,
  { limit, starting_after: after }: z.output<typeof StripePageQuery>,
) {
  const start = rows.findIndex(({ id }) => id === after) + 1;
  const data = rows.slice(start, start + limit);
  return { object: 'list', url, data, has_more: start + data.length < rows.length };
}
