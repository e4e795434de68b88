import { expect, test } from 'vitest';
import type { Entry } from '../../../domain/ledger/entry.ts';
import { measureWeeks } from './measure-weeks.ts';

const MONDAY = Date.UTC(2026, 4, 11);
const NEXT_MONDAY = Date.UTC(2026, 4, 18);

const entry = (at: number, type: string, stream: string, workflow = 'Office'): Entry => ({
  position: 1,
  stream,
  version: 1,
  id: 'evt_1',
  at,
  type,
  body: {},
  postings: [],
  context: { policyVersion: 1, mandateId: 'mand_1', workflow },
  prevHash: '',
  hash: '',
});

test('[A64] completion, exceptions, prompts, review and resume times come from the log, per week and workflow', async () => {
  const weeks = await measureWeeks([
    entry(MONDAY, 'mandate-requested', 'mandate:mand_1'),
    entry(MONDAY + 1, 'checkout-created', 'checkout:a'),
    entry(MONDAY + 10, 'approval-asked', 'checkout:a'),
    // More time asks nothing new and does not begin the wait again.
    entry(MONDAY + 500, 'approval-asked', 'checkout:a'),
    entry(MONDAY + 910, 'checkout-approved', 'checkout:a'),
    entry(MONDAY + 1000, 'checkout-handed-off', 'checkout:a'),
    entry(MONDAY + 1100, 'handoff-claimed', 'checkout:a'),
    entry(MONDAY + 4000, 'handoff-resolved', 'checkout:a'),
    entry(MONDAY + 5000, 'checkout-succeeded', 'checkout:a'),
    entry(MONDAY + 6000, 'checkout-created', 'checkout:b'),
    entry(MONDAY + 6001, 'checkout-refused', 'checkout:b'),
    entry(NEXT_MONDAY - 1, 'checkout-created', 'checkout:c', 'Travel'),
    entry(NEXT_MONDAY, 'checkout-created', 'checkout:d'),
    { ...entry(NEXT_MONDAY, 'deposit-credited', 'wallet'), context: { policyVersion: 1 } },
  ]);
  expect(weeks.map(({ week, workflow }) => [week, workflow])).toEqual([
    [NEXT_MONDAY, 'Office'],
    [MONDAY, 'Office'],
    [MONDAY, 'Travel'],
  ]);
  expect(weeks[1]).toMatchObject({
    runs: 2,
    paid: 1,
    exceptions: 2,
    prompts: 3,
    missions: 1,
    reviewMs: 900,
    resumeMs: 3000,
  });
});
