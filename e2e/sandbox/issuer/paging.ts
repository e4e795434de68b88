import { z } from 'zod';

/** Lithic's paging: newest first, by token of the last or first row seen. */
export const PageQuery = z.looseObject({
  page_size: z.coerce.number().int().min(1).max(100).default(50),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
});
export type PageQuery = z.output<typeof PageQuery>;

export interface Page<T> {
  data: T[];
  has_more: boolean;
}

/** Cuts one page out of rows that are already newest first. */
export function pageOf<T extends { token: string }>(rows: T[], query: PageQuery): Page<T> {
  const after = rows.findIndex((row) => row.token === query.starting_after);
  const before = rows.findIndex((row) => row.token === query.ending_before);
  const cut = rows.slice(after + 1, before === -1 ? undefined : before);
  const data = before === -1 ? cut.slice(0, query.page_size) : cut.slice(-query.page_size);
  return { data, has_more: data.length < cut.length };
}
