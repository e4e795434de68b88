import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FoundCheckout, SeenFrame } from './find-checkout.ts';
import type { Intent } from './intent.ts';

/** Freezes what was read into the intent that an approval holds for. `delivery` says of each field for contact and delivery what it holds. */
export function buildIntent(found: FoundCheckout, top: SeenFrame, delivery: readonly string[]): Intent {
  const { reading } = top;
  return {
    topOrigin: top.origin,
    merchant: found.merchant,
    total: found.total,
    ...(found.isCurrencyAssumed && { isCurrencyAssumed: true }),
    lines: reading.lines.map(({ title, quantity, amount }) => ({ title, quantity, amount })),
    amounts: reading.amounts
      .filter(({ source }) => source === 'visible')
      .map(({ kind, amount }) => ({ kind, amount })),
    providerOrigins: [...found.providerOrigins],
    formAction: reading.formAction ? `${reading.formAction.method} ${reading.formAction.origin}` : '',
    submitFingerprint: found.submit.fingerprint,
    deliveryDigest: bytesToHex(sha256(utf8ToBytes(JSON.stringify(delivery)))),
    isRecurring: saysRecurring(reading),
    agreedTo: reading.consents
      .filter(({ isChecked }) => isChecked)
      .map(({ kind, label }) => `${kind}: ${label}`),
  };
}

/** Tells whether a page says that payments will recur: in words, or by a tick box that is on. */
export function saysRecurring({ recurringWording, consents }: SeenFrame['reading']): boolean {
  return (
    recurringWording !== null || consents.some(({ kind, isChecked }) => kind === 'recurring' && isChecked)
  );
}
