import { Money as MoneyOnWire, printMoney } from '../../kernel/money.ts';
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

type Line = AuditExport['entries'][number];

const inContext = (name: string) => (entry: Line) => entry.sealed?.context[name];
const inBody = (name: string) => (entry: Line) => (entry.body as Record<string, unknown> | undefined)?.[name];
const asDecimal = (value: unknown) => {
  const amount = MoneyOnWire.safeParse(value);
  return amount.success ? printMoney(amount.data) : undefined;
};

/** One row says who spent what, where, for what and on whose signature. */
const COLUMNS: readonly (readonly [string, (entry: Line) => unknown])[] = [
  ['position', ({ position }) => position],
  ['at', ({ at }) => at],
  ['type', ({ type }) => type],
  ['stream', ({ stream }) => stream],
  ['mandate_id', (entry) => entry.mandate_id],
  ['workflow', ({ workflow }) => workflow],
  ['agent', inContext('agentId')],
  ['sponsor', inContext('sponsor')],
  ['mandate_version', inContext('mandateVersion')],
  ['policy_version', inContext('policyVersion')],
  ['checkout_id', inContext('checkoutId')],
  ['purpose', inContext('purpose')],
  ['merchant', inBody('merchant')],
  ['amount', (entry) => asDecimal(inBody('posted')(entry) ?? inBody('amount')(entry))],
  ['hash', ({ hash }) => hash],
  ['prev_hash', (entry) => entry.prev_hash],
];

/** Writes an export as CSV (RFC 4180). The chain is verified on the JSON form, which has all that hashes are over. */
export function auditAsCsv({ entries }: AuditExport): string {
  const header = COLUMNS.map(([name]) => name);
  const rows = entries.map((entry) => COLUMNS.map(([, read]) => cellOf(read(entry))));
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cellOf(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  // A label is an agent's text: spreadsheets must not run it as a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
