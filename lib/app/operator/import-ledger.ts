import { z } from 'zod';
import { Entry, findBrokenLink } from '../../domain/ledger/entry.ts';
import { invariant } from '../../kernel/invariant.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';

/** The operator's own export: every line in full. */
const Export = z.looseObject({
  head: z.object({ position: z.number().int(), hash: z.string() }),
  entries: z.array(Entry),
});

export type ImportRefusal =
  | { kind: 'not_an_export' }
  /** Cut, edited, or written by a version that this one cannot read; the first such line. */
  | { kind: 'export_broken'; position: number }
  /** There are books already, and they are not the beginning of these. */
  | { kind: 'ledger_not_empty' };

const AT_ONCE = 200;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line that does not follow, or that these books could not fold. */
function brokenAt({ head, entries }: z.output<typeof Export>): number | undefined {
  const broken = findBrokenLink(entries);
  if (broken !== undefined) return broken;
  const last = entries.at(-1);
  if (last && (last.hash !== head.hash || last.position !== head.position)) return last.position;
  return entries.find(
    ({ body, position }, index) =>
      position !== index + 1 || !z.safeDecode(BookEvent, body as z.input<typeof BookEvent>).success,
  )?.position;
}

/**
 * Takes up the books of an export where there are none yet, line by line with the same places and hashes. One that was
 * cut off in the middle goes on from there. What the lines grant is checked as ever: a mandate counts only with the
 * signature of the key in this vault.
 */
export async function importLedger(
  kit: Kit,
  text: string,
): Promise<Result<{ entries: number }, ImportRefusal>> {
  const parsed = Export.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.entries.length === 0) return err({ kind: 'not_an_export' });
  const broken = brokenAt(parsed.data);
  if (broken !== undefined) return err({ kind: 'export_broken', position: broken });
  const { entries } = parsed.data;
  const present = kit.book.revision();
  const [head] = present === 0 ? [] : await kit.ledger.readAll(present - 1, 1);
  if (present > 0 && entries[present - 1]?.hash !== head?.hash) return err({ kind: 'ledger_not_empty' });
  const versions = new Map<string, number>();
  for (const { stream, version } of entries.slice(0, present)) versions.set(stream, version);
  for (let start = present; start < entries.length; start += AT_ONCE) {
    const part = entries.slice(start, start + AT_ONCE);
    const expected = Object.fromEntries(part.map(({ stream }) => [stream, versions.get(stream) ?? 0]));
    const appended = await kit.ledger.append(part, expected);
    if (!appended.ok) return err({ kind: 'ledger_not_empty' });
    for (const [index, { stream, version, hash }] of appended.value.entries()) {
      invariant(hash === part[index]?.hash, 'an imported line got another hash than it had');
      versions.set(stream, version);
    }
  }
  await kit.book.open();
  return ok({ entries: entries.length });
}
