import { err, ok, type Result } from '../../kernel/result.ts';
import { subtractMoney } from '../../kernel/money.ts';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { decideMandate } from '../../domain/mandate/mandate.ts';
import type { BookEvent } from '../book-event.ts';
import { admit, advance } from '../checkout-step.ts';
import type { Kit } from '../kit.ts';

/** Tells whether a paid run still waits for its capture. */
export function isUnsettled(checkout: Checkout): boolean {
  return checkout.status === 'succeeded' && checkout.settled === undefined;
}

/** Books the capture of a paid run: the captured amount is posted, the rest returns once, the card is closed. */
export async function settleCheckout(kit: Kit, checkout: Checkout): Promise<void> {
  const card = checkout.cardId && kit.book.state().cards[checkout.cardId];
  const { hold, authorization } = checkout;
  if (!card?.issuerToken || !hold || !authorization || !isUnsettled(checkout)) return;
  const transactions = await kit.issuer.transactionsOf(card.issuerToken);
  if (!transactions.ok) return;
  const transaction = transactions.value.find(({ id }) => id === authorization.id);
  const isOver = transaction && ['settled', 'voided', 'expired'].includes(transaction.status);
  if (!transaction || !isOver) return;
  const posted = transaction.captured;
  await kit.book.commit((state, now): Result<BookEvent[], unknown> => {
    const decided = decideMandate(
      state.mandates[checkout.mandateId],
      { type: 'post', holdId: hold.id, posted, authorizationId: authorization.id },
      { now },
    );
    if (!decided.ok) return err(decided.error);
    const settled = {
      type: 'checkout-settled' as const,
      checkoutId: checkout.id,
      posted,
      returned: subtractMoney(hold.amount, posted),
    };
    const admitted = admit(state, [...decided.value, settled], now);
    return admitted.ok ? ok(admitted.value) : err(admitted.error);
  });
  const closed = await kit.issuer.close(card.issuerToken);
  if (closed.ok && card.status === 'used') await advance(kit, { type: 'card-closed', cardId: card.id });
}
