import { AUDIT_FORMAT, type AuditExport } from '../protocol/verify-audit.ts';
import type { OperationInput, OperationOutput } from '../protocol/operations.ts';

const PAGE = 500;

/** Reads the trail page by page up to the head that it had at the start; what is written meanwhile is left out. */
export async function exportAudit(
  list: (input: OperationInput<'audit_list'>) => Promise<OperationOutput<'audit_list'>>,
): Promise<AuditExport> {
  const first = await list({ after: 0, limit: PAGE });
  const { head } = first;
  const entries = [...first.entries];
  let page = first.entries;
  while (page.length > 0 && (entries.at(-1)?.position ?? 0) < head.position) {
    page = (await list({ after: entries.at(-1)?.position ?? 0, limit: PAGE })).entries;
    entries.push(...page);
  }
  return {
    format: AUDIT_FORMAT,
    head,
    entries: entries.filter(({ position }) => position <= head.position),
  };
}

const COLUMNS = ['position', 'at', 'type', 'stream', 'mandate_id', 'workflow', 'hash', 'prev_hash'] as const;

/** Writes an export as CSV (RFC 4180). The chain is verified on the JSON form, which has all that hashes are over. */
export function auditAsCsv({ entries }: AuditExport): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cellOf(entry[column])));
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cellOf(value: string | number | undefined): string {
  const text = String(value ?? '');
  // A label is an agent's text: spreadsheets must not run it as a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
