import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import { createCard } from '../../lib/app/agent/create-card.ts';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { createBook } from '../../lib/app/book.ts';
import { remainingOf } from '../../lib/domain/mandate/limits.ts';
import { openWallet } from './open-wallet.ts';

const BUDGET = 5_000;

/**
 * Has two workers take payments under one mandate at the same time, in an order that the scheduler chooses down to each
 * read and write, and tells what the log says in the end.
 */
async function payInParallel(scheduler: fc.Scheduler, amounts: readonly number[]) {
  const memory = createMemoryLedgerStore();
  let isOrdered = false;
  const within = <T>(label: string, work: () => Promise<T>): Promise<T> =>
    isOrdered ? scheduler.schedule(Promise.resolve(), label).then(work) : work();
  const store = {
    append: (...call: Parameters<typeof memory.append>) => within('append', () => memory.append(...call)),
    readAll: (...call: Parameters<typeof memory.readAll>) => within('read', () => memory.readAll(...call)),
    load: (stream: string) => within('load', () => memory.load(stream)),
  };
  const { issuer } = createFakeCardIssuer();
  const { kit, agentId, mandateId } = await openWallet({ issuer, funds: 100_000, budget: '50.00', store });
  const other = createBook({ store, clock: kit.clock, sponsor: () => Promise.resolve('0xoperator') });
  await other.open();
  isOrdered = true;
  const paid = amounts.map((minor, index) => {
    const amount = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
    // A second worker during an update writes to the same log.
    const worker = index % 2 === 0 ? kit : { ...kit, book: other };
    return createCard(worker, agentId, { mandate: mandateId, amount }, `payment-${index}`);
  });
  await scheduler.waitFor(Promise.all(paid));
  const results = await Promise.all(paid);
  isOrdered = false;
  const fresh = createBook({ store: memory, clock: kit.clock, sponsor: () => Promise.resolve(undefined) });
  await fresh.open();
  const mandate = fresh.state().mandates.get(mandateId)!;
  const granted = results.flatMap((result) => (result.ok ? [Number(result.value.limit.minor)] : []));
  return { results, granted, mandate, broken: findBrokenInvariants(fresh.state()) };
}

function expectNoOverspending(amounts: readonly number[], world: Awaited<ReturnType<typeof payInParallel>>) {
  const sum = world.granted.reduce((total, minor) => total + minor, 0);
  expect(sum).toBeLessThanOrEqual(BUDGET);
  expect(Number(world.mandate.reserved.minor)).toBe(sum);
  expect(world.broken).toEqual([]);
  // Whoever was refused did not fit: nothing is held back either.
  const left = Number(remainingOf(world.mandate).minor);
  for (const [index, result] of world.results.entries())
    if (!result.ok) {
      expect(result.error.code).toBe('budget_exceeded');
      expect(amounts[index]).toBeGreaterThan(left);
    }
}

test('[A9] 20 parallel payments of any size, in any order of reads and writes, never overspend', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 20, maxLength: 20 }),
      async (scheduler, amounts) => {
        expectNoOverspending(amounts, await payInParallel(scheduler, amounts));
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('[A9][I2] 200 parallel payments never overspend', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 200, maxLength: 200 }),
      async (scheduler, amounts) => {
        expectNoOverspending(amounts, await payInParallel(scheduler, amounts));
      },
    ),
    { numRuns: 3 },
  );
}, 120_000);
