import { decideMandate, type MandateRefusal } from '../../domain/mandate/mandate.ts';
import type { MandateId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { VaultRefusal } from '../../ports/signer.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';

export type SignRefusal = MandateRefusal | VaultRefusal | { kind: 'terms_differ' };

/** Signs a mandate: exactly the terms whose digest was on the screen, with the key in the vault. */
export async function signMandate(
  kit: Kit,
  mandateId: MandateId,
  shownDigest: string,
): Promise<Result<void, SignRefusal>> {
  const mandate = kit.book.state().mandates[mandateId];
  if (!mandate) return err({ kind: 'unknown_mandate' });
  if (kit.signer.digestOf(mandate.terms) !== shownDigest) return err({ kind: 'terms_differ' });
  const signed = await kit.signer.sign(mandate.terms);
  if (!signed.ok) return signed;
  const committed = await kit.book.commit((state, now) =>
    decideMandate(state.mandates[mandateId], { type: 'sign', ...signed.value }, { now }),
  );
  return committed.ok ? ok(undefined) : committed;
}

/** Rejects, revokes, pauses or resumes a mandate. Revoking and pausing end its runs before Pay. */
export async function changeMandate(
  kit: Kit,
  mandateId: MandateId,
  command: 'reject' | 'revoke' | 'pause' | 'resume',
): Promise<Result<void, MandateRefusal>> {
  const committed = await kit.book.commit((state, now) =>
    decideMandate(state.mandates[mandateId], { type: command }, { now }),
  );
  if (!committed.ok) return committed;
  if (command === 'revoke' || command === 'pause') {
    for (const run of Object.values(kit.book.state().checkouts).filter(
      (checkout) => checkout.mandateId === mandateId,
    )) {
      await endCheckout(kit, run.id, {
        type: 'checkout-cancelled',
        by: 'operator',
        code: `mandate_${command}d`,
        message: `The mandate was ${command}d.`,
      });
    }
  }
  return ok(undefined);
}
