import { balanceOf } from '../../domain/ledger/balances.ts';
import { money, type Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
import type { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';

/** Deposits at the sandbox issuer and books it once per reference, however often it is repeated. */
export async function fundWallet(
  kit: Kit,
  amount: Money,
  reference: string,
): Promise<Result<void, IssuerRefusal | { kind: 'invalid_deposit' }>> {
  if (amount.minor <= 0n) return err({ kind: 'invalid_deposit' });
  const deposited = await kit.issuer.deposit({ amount, reference });
  if (!deposited.ok) return deposited;
  await kit.book.commit((state) => {
    if (state.deposits.includes(reference)) return ok([]);
    const owed = -balanceOf(state.balances, 'external:overdraft', amount.currency).minor;
    const repaid = owed < amount.minor ? owed : amount.minor;
    const credited: BookEvent = { type: 'deposit-credited', reference, amount };
    return ok(
      repaid > 0n
        ? [credited, { type: 'overdraft-repaid', amount: money(repaid, amount.currency) }]
        : [credited],
    );
  });
  return ok(undefined);
}
