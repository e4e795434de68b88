import type { Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
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
  await kit.book.commit((state) =>
    ok(state.deposits.includes(reference) ? [] : [{ type: 'deposit-credited', reference, amount }]),
  );
  return ok(undefined);
}
