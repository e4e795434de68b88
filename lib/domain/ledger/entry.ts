import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { wellFormed } from './well-formed.ts';

/** On whose account something happened; every entry names them, so that cost can be told per job. */
export const EntryContext = z.strictObject({
  agentId: z.string().optional(),
  workflow: z.string().max(80).optional(),
  sponsor: z.string().optional(),
  mandateId: z.string().optional(),
  /** The run that it belongs to. */
  checkoutId: z.string().optional(),
  /** What the operator signed for, in the mandate's own words: a row alone says why money moved. */
  purpose: z.string().max(280).optional(),
  mandateVersion: z.number().int().optional(),
  policyVersion: z.number().int(),
});
export type EntryContext = z.infer<typeof EntryContext>;

/** An entry before it has a place: its stream, its type and its body in wire form (no `bigint`). */
export interface EntryDraft {
  readonly stream: string;
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly body: unknown;
  readonly postings: readonly unknown[];
  readonly context: EntryContext;
}

/** One line of the log as it is kept: chained to the line before by SHA-256 over RFC 8785 canonical JSON. */
export const Entry = z.strictObject({
  position: z.number().int().positive(),
  stream: z.string(),
  version: z.number().int().positive(),
  id: z.string(),
  at: z.number().int(),
  type: z.string(),
  body: z.unknown(),
  postings: z.array(z.unknown()),
  context: EntryContext,
  prevHash: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof Entry>;

/** The hash before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

const digestOf = (value: unknown) => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));

/** Most entries move no money. */
const NO_POSTINGS = digestOf([]);

/** The digests by which an entry's hash covers what may not be shown: whoever has them can check all the rest. */
export const digestsOf = ({ body, postings }: Pick<Entry, 'body' | 'postings'>) => ({
  bodyHash: digestOf(body),
  postingsHash: postings.length === 0 ? NO_POSTINGS : digestOf(postings),
});

/** Hashes an entry with all its fields but its own hash. */
export function hashEntry(entry: Omit<Entry, 'hash'>): string {
  const { position, stream, version, id, at, type, context, prevHash } = entry;
  return digestOf({ position, stream, version, id, at, type, ...digestsOf(entry), context, prevHash });
}

/** Gives a draft its place after the entry with `prevHash`. */
export function chainEntry(draft: EntryDraft, position: number, version: number, prevHash: string): Entry {
  const well = wellFormed(draft) as EntryDraft;
  const entry = { ...well, postings: [...well.postings], position, version, prevHash };
  return { ...entry, hash: hashEntry(entry) };
}

/** Finds the first entry that does not follow from the one before; `undefined` when the chain holds. */
export function findBrokenLink(entries: readonly Entry[], before = GENESIS_HASH): number | undefined {
  let prevHash = before;
  for (const entry of entries) {
    if (entry.prevHash !== prevHash || hashEntry(entry) !== entry.hash) return entry.position;
    prevHash = entry.hash;
  }
  return undefined;
}
