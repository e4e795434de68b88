import { z } from 'zod';
import { Intent } from '../../../domain/checkout/intent.ts';
import { Receipt } from '../../../domain/checkout/events.ts';
import { GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import { MandateTerms } from '../../../domain/mandate/terms.ts';
import { toMoneyJSON, type Money } from '../../../kernel/money.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Kit } from '../../kit.ts';
import { AUDIT_FORMAT } from './export-ledger.ts';
import { readEntries } from './read-entries.ts';

const wire = (amount: Money) => toMoneyJSON(amount);

/**
 * Gathers what proves one payment: the mandate as it was signed, the preview with its picture, the intent that was
 * approved, the receipt, what the issuer says, and the log, in which every line of this payment and its mandate is in
 * full and all others only show their place. `countersign audit verify` takes the file as it is.
 */
export async function bundleEvidence(
  kit: Kit,
  checkoutId: string,
): Promise<Result<string, { kind: 'unknown_checkout' }>> {
  const { checkouts, mandates, cards } = kit.book.state();
  const checkout = checkouts.get(checkoutId);
  const mandate = checkout && mandates.get(checkout.mandateId);
  if (!checkout || !mandate) return err({ kind: 'unknown_checkout' });
  const card = checkout.cardId && cards.get(checkout.cardId);
  const told = card && card.issuerToken ? await kit.issuer.transactionsOf(card.issuerToken) : undefined;
  const isOurs = ({ stream, type, context }: Entry) =>
    context.checkoutId === checkoutId ||
    (card && stream.includes(card.id)) ||
    (context.mandateId === checkout.mandateId && type.startsWith('mandate-'));

  const entries: unknown[] = [];
  let head = { position: 0, hash: GENESIS_HASH };
  for await (const entry of readEntries(kit.ledger)) {
    const { position, hash, prevHash } = entry;
    head = { position, hash };
    entries.push(isOurs(entry) ? entry : { position, hash, prev_hash: prevHash });
  }
  const hold = checkout.hold && mandate.holds.get(checkout.hold.id);
  const version = hold?.version ?? mandate.terms.version;
  const signed = [...mandate.superseded, mandate].find(({ terms }) => terms.version === version) ?? mandate;
  const evidence = {
    checkout: {
      id: checkout.id,
      status: checkout.status,
      agentId: checkout.agentId,
      workflow: checkout.workflow,
      url: checkout.url,
      steps: checkout.steps,
      reason: checkout.reason ?? null,
    },
    mandate: {
      terms: z.encode(MandateTerms, signed.terms),
      struct: kit.signer.structOf(signed.terms),
      signature: signed.signature ?? null,
    },
    preview: checkout.preview ?? null,
    picture: (await kit.documents.picture(checkout.id)) ?? null,
    intent: checkout.intent ? z.encode(Intent, checkout.intent) : null,
    intentHash: checkout.intentHash ?? null,
    receipt: checkout.receipt ? z.encode(Receipt, checkout.receipt) : null,
    settled: checkout.settled
      ? { posted: wire(checkout.settled.posted), returned: wire(checkout.settled.returned) }
      : null,
    /** `null` when the issuer could not be asked, or never had a card for it. */
    issuer: told?.ok
      ? told.value.map((row) => ({
          ...row,
          authorized: wire(row.authorized),
          captured: wire(row.captured),
          refunded: wire(row.refunded),
        }))
      : null,
  };
  return ok(JSON.stringify({ format: AUDIT_FORMAT, head, entries, evidence }, null, 1));
}
