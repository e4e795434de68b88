import { isSameMoney, type Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
import type { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';

type DepositRefusal = IssuerRefusal | { kind: 'invalid_deposit' };

/** Deposits at the sandbox issuer and books it once per reference, however often it is repeated. */
export async function fundWallet(
  kit: Kit,
  amount: Money,
  reference: string,
): Promise<Result<void, DepositRefusal>> {
  if (amount.minor <= 0n) return err({ kind: 'invalid_deposit' });
  const requested = await kit.book.commit<DepositRefusal>((state) => {
    const known = state.openDeposits.get(reference) ?? state.deposits.get(reference);
    if (known && !isSameMoney(known, amount)) return err({ kind: 'invalid_deposit' });
    return ok(known ? [] : [{ type: 'deposit-requested', reference, amount }]);
  });
  if (!requested.ok) return requested;
  if (kit.book.state().deposits.has(reference)) return ok(undefined);
  return makeDeposit(kit, amount, reference);
}

/** Asks again for deposits whose answer was lost. */
export async function finishDeposits(kit: Kit): Promise<void> {
  if ((await kit.signer.state()) !== 'unlocked') return;
  for (const [reference, amount] of kit.book.state().openDeposits.entries())
    await makeDeposit(kit, amount, reference);
}

async function makeDeposit(kit: Kit, amount: Money, reference: string): Promise<Result<void, IssuerRefusal>> {
  const deposited = await kit.issuer.deposit({ amount, reference });
  if (!deposited.ok) {
    const { error } = deposited;
    const isFinal =
      error.kind === 'issuer_live' ||
      (error.kind === 'issuer_rejected' && [0, 400, 404, 422].includes(error.status));
    if (isFinal) await settle(kit, reference, { type: 'deposit-refused', reference });
    return deposited;
  }
  await settle(kit, reference, { type: 'deposit-credited', reference, amount });
  return ok(undefined);
}

/** Writes what became of a deposit, once. */
async function settle(kit: Kit, reference: string, event: BookEvent): Promise<void> {
  await kit.book.commit((state) => ok(state.openDeposits.has(reference) ? [event] : []));
}
