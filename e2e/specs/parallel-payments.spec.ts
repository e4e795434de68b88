import { money, toDecimal } from '../../lib/kernel/money.ts';
import type { BalanceResult, MandateResult } from '../fixtures/results.ts';
import { expect, test, type PairedAgent } from '../fixtures/test.ts';

const codesOf = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code?: string }).code] : []));

/** What is held and spent under the one mandate, in cents, and whether the wallet adds up. */
async function booksOf(agent: PairedAgent, mandate: MandateResult) {
  const { available, reserved, spent, funded } = await agent.call<BalanceResult>('wallet_balance', {});
  const [left, held, paid] = [available, reserved, spent].map(({ minor }) => BigInt(minor));
  expect(left! + held! + paid!).toBe(BigInt(funded.minor));
  const { remaining } = await agent.call<{ remaining: { minor: string } }>('mandate_get', { id: mandate.id });
  return { taken: held! + paid!, remaining: BigInt(remaining.minor) };
}

for (const [count, tag] of [
  [20, []],
  [200, ['@whole']],
] as const) {
  test(
    `[A3][A9] ${count} payments at once over MCP hold no more than the budget, and no less`,
    { tag: [...tag] },
    async ({ agent, sandbox }) => {
      test.setTimeout(300_000);
      const mandate = await agent.signedMandate({ amount: '50.00' });
      const amount = toDecimal(money(10_000 / count, 'USD'));
      const orders = Array.from({ length: count }, (_, index) =>
        agent.call('card_create', {
          mandate: mandate.id,
          amount,
          idempotency_key: `payment-${index}`,
        }),
      );
      // Whoever asks in between sees books that add up.
      const looks = Array.from({ length: 5 }, () => booksOf(agent, mandate));
      const answers = await Promise.allSettled(orders);
      for (const { taken } of await Promise.all(looks)) expect(taken).toBeLessThanOrEqual(5_000n);
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(count / 2);
      expect(new Set(codesOf(answers))).toEqual(new Set(['budget_exceeded']));
      expect(sandbox.control.cards()).toHaveLength(count / 2);
      expect(await booksOf(agent, mandate)).toEqual({ taken: 5_000n, remaining: 0n });
    },
  );
}
