import { decideMandate, mandateStatusAt, termsToSign } from '../../domain/mandate/mandate.ts';
import type { MandateRefusal } from '../../domain/mandate/state.ts';
import type { MandateId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { VaultRefusal } from '../../ports/signer.ts';
import { advance } from '../checkout-step.ts';
import type { CheckoutDriver } from '../checkout/drive-checkout.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';

export type SignRefusal = MandateRefusal | VaultRefusal | { kind: 'terms_differ' };

/** Signs a mandate: exactly the terms whose digest was on the screen, with the key in the vault. */
export async function signMandate(
  kit: Kit,
  mandateId: MandateId,
  shownDigest: string,
): Promise<Result<void, SignRefusal>> {
  const mandate = kit.book.state().mandates.get(mandateId);
  if (!mandate) return err({ kind: 'unknown_mandate' });
  const now = kit.clock.now();
  const terms = termsToSign(mandate, now);
  if (!terms)
    return err({ kind: 'illegal_transition', from: mandateStatusAt(mandate, now), command: 'sign' });
  if (kit.signer.digestOf(terms) !== shownDigest) return err({ kind: 'terms_differ' });
  const signed = await kit.signer.sign(terms);
  if (!signed.ok) return signed;
  const { version } = terms;
  const committed = await kit.book.commit((state, at) =>
    decideMandate(state.mandates.get(mandateId), { type: 'sign', version, ...signed.value }, { now: at }),
  );
  if (!committed.ok) return committed;
  if (version > 1) await endRunsOf(kit, mandateId, 'mandate_superseded', 'The mandate has new terms.');
  return ok(undefined);
}

/** Why runs end whose mandate no longer stands. */
const ENDED_CODES = { pause: 'mandate_paused', revoke: 'mandate_revoked' } as const;

/** Ends every run of a mandate that has not pressed Pay. */
async function endRunsOf(kit: Kit, mandateId: MandateId, code: string, message: string): Promise<void> {
  const runs = kit.book
    .state()
    .checkouts.live()
    .filter((run) => run.mandateId === mandateId);
  for (const run of runs) {
    await endCheckout(kit, run.id, { type: 'checkout-cancelled', by: 'operator', code, message });
  }
}

/** Rejects, revokes, pauses or resumes a mandate. Revoking and pausing end its runs before Pay. */
export async function changeMandate(
  kit: Kit,
  mandateId: MandateId,
  command: 'reject' | 'revoke' | 'pause' | 'resume',
): Promise<Result<void, MandateRefusal>> {
  const committed = await kit.book.commit((state, now) =>
    decideMandate(state.mandates.get(mandateId), { type: command }, { now }),
  );
  if (!committed.ok) return committed;
  if (command === 'revoke' || command === 'pause')
    await endRunsOf(kit, mandateId, ENDED_CODES[command], `The mandate was ${command}d.`);
  return ok(undefined);
}

/**
 * Takes back an "always" about a merchant: its next payment asks again, also one that is prepared already. What the operator
 * approved by hand stands.
 */
export async function disallowMerchant(
  kit: Kit,
  driver: CheckoutDriver,
  mandateId: MandateId,
  merchant: string,
): Promise<Result<void, MandateRefusal>> {
  const committed = await kit.book.commit((state, now) =>
    decideMandate(state.mandates.get(mandateId), { type: 'disallow_merchant', merchant }, { now }),
  );
  if (!committed.ok) return committed;
  for (const run of kit.book.state().checkouts.live()) {
    if (run.mandateId !== mandateId || run.merchant !== merchant || run.approval?.by === 'operator') continue;
    const cause = 'merchant no longer allowed';
    const began = await advance(kit, { type: 'checkout-interrupted', checkoutId: run.id, cause });
    if (began.ok) driver.poke(run.id);
  }
  return ok(undefined);
}

/** Writes down which mandates are over, so that a clock that is set back revives none. */
export async function lapseMandates(kit: Kit): Promise<void> {
  await kit.book.commit((state, now) =>
    ok(
      state.mandates.live().flatMap((mandate) => {
        const lapsed = decideMandate(mandate, { type: 'lapse' }, { now });
        return lapsed.ok ? lapsed.value : [];
      }),
    ),
  );
}
