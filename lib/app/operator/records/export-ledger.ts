import type { Entry } from '../../../domain/ledger/entry.ts';
import { GENESIS_HASH } from '../../../domain/ledger/entry.ts';

export const AUDIT_FORMAT = 'countersign.audit.v1';
const COLUMNS = [
  'position',
  'at',
  'type',
  'agent',
  'workflow',
  'mandate',
  'postings',
  'body',
  'hash',
] as const;

/** A cell that a spreadsheet takes as text: quoted, and never begun as a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function row({ position, at, type, context, postings, body, hash }: Entry): string {
  return [
    String(position),
    new Date(at).toISOString(),
    type,
    context.agentId ?? '',
    context.workflow ?? '',
    context.mandateId ?? '',
    postings.length === 0 ? '' : JSON.stringify(postings),
    JSON.stringify(body),
    hash,
  ]
    .map(cell)
    .join(',');
}

/** Writes the operator's own export of the whole log: JSON that `countersign audit verify` recomputes, or CSV to read. */
export async function exportLedger(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  format: 'json' | 'csv',
): Promise<string> {
  const all: Entry[] = [];
  for await (const entry of entries) all.push(entry);
  if (format === 'csv') return [COLUMNS.join(','), ...all.map(row), ''].join('\r\n');
  const last = all.at(-1);
  const head = { position: last?.position ?? 0, hash: last?.hash ?? GENESIS_HASH };
  return JSON.stringify({ format: AUDIT_FORMAT, head, entries: all }, null, 1);
}
