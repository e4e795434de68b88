import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import { AuditEntry, AuditView } from './views.ts';

export const AUDIT_FORMAT = 'countersign.audit.v1';

/** What `audit export` writes. */
export const AuditExport = z.strictObject({
  format: z.literal(AUDIT_FORMAT),
  head: AuditView.shape.head,
  entries: z.array(AuditEntry),
});
export type AuditExport = z.infer<typeof AuditExport>;

/** A line as the ledger keeps it, which an operator's own export may hold: its hash is over digests of body and postings, and all else. */
const LedgerEntry = z.looseObject({
  position: z.number().int(),
  hash: z.string(),
  prevHash: z.string(),
  body: z.unknown(),
  postings: z.unknown(),
});

const Verifiable = z.object({
  head: z.object({ position: z.number().int(), hash: z.string(), signature: z.string().optional() }),
  entries: z.array(z.union([AuditEntry, LedgerEntry])),
});

export interface AuditVerdict {
  readonly entries: number;
  /** Lines whose hash was computed anew from what they say. */
  readonly recomputed: number;
  /** Lines that only show their place in the chain: of other agents, or without what their hash is over. */
  readonly linked: number;
  readonly head: string;
}

export type AuditFault =
  | { kind: 'not_an_export' }
  | { kind: 'entry_missing'; position: number }
  | { kind: 'link_broken'; position: number }
  | { kind: 'entry_edited'; position: number }
  | { kind: 'head_differs' };

const GENESIS_HASH = '0'.repeat(64);
const hashOf = (value: unknown) => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));

/**
 * Recomputes an export: SHA-256 over RFC 8785 canonical JSON, each line over the one before. Refuses what is not an
 * export, and names the first line that is missing, moved or edited.
 */
export function verifyAuditExport(file: unknown): Result<AuditVerdict, AuditFault> {
  const parsed = Verifiable.safeParse(file);
  if (!parsed.success) return err({ kind: 'not_an_export' });
  const { head, entries } = parsed.data;
  let position = 0;
  let hash = GENESIS_HASH;
  let recomputed = 0;
  for (const entry of entries) {
    if (entry.position !== position + 1) return err({ kind: 'entry_missing', position: position + 1 });
    const prevHash = 'prevHash' in entry ? entry.prevHash : entry.prev_hash;
    if (prevHash !== hash) return err({ kind: 'link_broken', position: entry.position });
    const expected = expectedHash(entry);
    if (expected !== undefined && expected !== entry.hash)
      return err({ kind: 'entry_edited', position: entry.position });
    recomputed += expected === undefined ? 0 : 1;
    ({ position, hash } = entry);
  }
  if (head.position !== position || head.hash !== hash) return err({ kind: 'head_differs' });
  return ok({
    entries: entries.length,
    recomputed,
    linked: entries.length - recomputed,
    head: head.hash,
  });
}

/** The hash that a line must have by what it says; `undefined` for a stub. */
function expectedHash(entry: z.infer<typeof Verifiable>['entries'][number]): string | undefined {
  if ('prevHash' in entry) {
    const { hash, body, postings, ...rest } = entry;
    void hash;
    return hashOf({ ...rest, bodyHash: hashOf(body), postingsHash: hashOf(postings) });
  }
  const { sealed, position, stream, type, prev_hash: prevHash } = entry;
  if (!sealed) return undefined;
  const { version, id, at, body_hash: bodyHash, postings_hash: postingsHash, context } = sealed;
  const saysTheSame =
    entry.at === new Date(at).toISOString() &&
    entry.mandate_id === context.mandateId &&
    (entry.workflow ?? '') === (context.workflow ?? '');
  if (!saysTheSame) return '';
  if (entry.body !== undefined && hashOf(entry.body) !== bodyHash) return '';
  return hashOf({ position, stream, version, id, at, type, bodyHash, postingsHash, context, prevHash });
}
