import type { Recourse } from '../../domain/card/recourse.ts';
import type { CheckoutId } from '../../kernel/ids.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
import { settleCard } from '../checkout/settle-checkout.ts';
import { advance, type StepRefusal } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';
import { moneyOf } from './money-of-run.ts';

/** Nothing was paid, or it was collected, given back or disputed since: there is no authorization to give back. */
type NotReversible = { kind: 'not_reversible' };

/**
 * What can still be done about a payment, as the issuer says now. A run that paid nothing has no recourse; one that ended
 * unpaid has, once the shop has collected all the same.
 */
export async function recourseOf(
  kit: Kit,
  checkoutId: CheckoutId,
): Promise<Result<Recourse, IssuerRefusal | NotReversible>> {
  const state = kit.book.state();
  const checkout = state.checkouts.get(checkoutId);
  const isPaid = checkout?.status === 'succeeded';
  const paidBy = isPaid
    ? checkout.authorization?.id
    : checkout && moneyOf(state, checkout).hold?.transactionId;
  if (!checkout || !paidBy) return err({ kind: 'not_reversible' });
  const told = await kit.issuer.recourseOf(paidBy);
  if (!told.ok) return told;
  return ok({ ...told.value, isReversible: told.value.isReversible && isPaid && !checkout.settled });
}

/**
 * Has the issuer give back a payment that the shop has not collected, and books what the issuer then says. The wish is
 * written before the issuer is asked; an answer that is lost is read from the issuer's rows later.
 */
export async function reversePayment(
  kit: Kit,
  checkoutId: CheckoutId,
): Promise<Result<void, IssuerRefusal | NotReversible | StepRefusal>> {
  const recourse = await recourseOf(kit, checkoutId);
  if (!recourse.ok) return recourse;
  const { cardId, authorization } = kit.book.state().checkouts.get(checkoutId)!;
  if (!recourse.value.isReversible || !authorization || !cardId) return err({ kind: 'not_reversible' });
  const asked = await advance(kit, {
    type: 'reversal-asked',
    checkoutId,
    authorizationId: authorization.id,
  });
  if (!asked.ok) return asked;
  const given = await kit.issuer.reverse(authorization.id);
  await settleCard(kit, cardId);
  return given;
}
