import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { Money } from '../../kernel/money.ts';
import { wellFormed } from '../ledger/well-formed.ts';
import { PageText } from './page-reading.ts';

export const IntentLine = z.strictObject({
  title: PageText,
  quantity: z.number().int(),
  amount: Money.nullable(),
});

/** What an approval freezes: if any of it moves, the approval is void (THREATS D). */
export const Intent = z.strictObject({
  topOrigin: z.string(),
  /** Registrable domain of the merchant's page. */
  merchant: z.string(),
  total: Money,
  /** The page does not say in which currency the total is. */
  isCurrencyAssumed: z.literal(true).optional(),
  lines: z.array(IntentLine),
  /** Every priced row that leads to the total: subtotal, shipping, tax, … */
  amounts: z.array(z.strictObject({ kind: z.string(), amount: Money.nullable() })),
  /** Origins of the provider frames that hold card fields. */
  providerOrigins: z.array(z.string()),
  formAction: z.string(),
  submitFingerprint: z.string(),
  /** Digest of what the fields for contact and delivery hold. */
  deliveryDigest: z.string(),
  isRecurring: z.boolean(),
  /** Tick boxes that are on. */
  agreedTo: z.array(z.string()),
});
export type Intent = z.output<typeof Intent>;

/** Hashes an intent: SHA-256 over its RFC 8785 canonical JSON. */
export function hashIntent(intent: Intent): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(wellFormed(z.encode(Intent, intent))) ?? '')));
}

/** Names the parts in which two intents differ. */
export function diffIntents(before: Intent, after: Intent): string[] {
  const a = wellFormed(z.encode(Intent, before)) as Record<string, unknown>;
  const b = wellFormed(z.encode(Intent, after)) as Record<string, unknown>;
  return Object.keys({ ...a, ...b }).filter((key) => canonicalize(a[key]) !== canonicalize(b[key]));
}
