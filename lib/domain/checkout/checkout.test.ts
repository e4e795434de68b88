import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentId, CardId, CheckoutId, HoldId, MandateId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { isPastSubmit, isTerminal, POST_SUBMIT, PRE_SUBMIT, TERMINAL, type Checkout } from './checkout.ts';
import { decideCheckout } from './decide.ts';
import { CheckoutEvent, type CheckoutEventType } from './events.ts';
import { evolveCheckout } from './evolve.ts';
import type { Intent } from './intent.ts';

const NOW = 1_000_000;
const checkoutId = 'chk_0123456789abcdef' as CheckoutId;
const total = money(1_347, 'USD');
const reason = { code: 'r', message: 'm' };
const intent: Intent = {
  topOrigin: 'https://shop.example',
  merchant: 'shop.example',
  total,
  lines: [],
  amounts: [],
  providerOrigins: [],
  formAction: '',
  submitFingerprint: 'f',
  deliveryDigest: 'd',
  isRecurring: false,
  agreedTo: [],
};
const preview = {
  host: 'shop.example',
  title: 't',
  fields: [],
  warnings: [],
  shipTo: { city: '', country: '' },
  pictureId: null,
};
const wall = { kind: 'captcha', detail: '', evidence: [] } as const;

/** One event of each type, as it comes in a run that goes well. */
const SAMPLE: { readonly [T in CheckoutEventType]: Extract<CheckoutEvent, { type: T }> } = {
  'checkout-created': {
    type: 'checkout-created',
    checkoutId,
    mandateId: 'mand_0123456789abcdef' as MandateId,
    agentId: 'agt_0123456789abcdef' as AgentId,
    workflow: '',
    url: 'https://shop.example/checkout',
    tabId: null,
    cardId: null,
    maximum: null,
    isExecuteRequested: true,
    expiresAt: NOW + 3_600_000,
    request: { key: 'k', digest: 'd' },
  },
  'checkout-preparing': { type: 'checkout-preparing', checkoutId, tabId: 7 },
  'checkout-reserved': {
    type: 'checkout-reserved',
    checkoutId,
    holdId: 'hold_0123456789abcdef' as HoldId,
    amount: total,
    merchant: 'shop.example',
  },
  'checkout-minted': { type: 'checkout-minted', checkoutId, cardId: 'card_0123456789abcdef' as CardId },
  'checkout-filling': { type: 'checkout-filling', checkoutId },
  'checkout-previewed': {
    type: 'checkout-previewed',
    checkoutId,
    intent,
    intentHash: 'h1',
    preview,
    asks: [],
    changed: [],
    previousTotal: null,
  },
  'approval-asked': { type: 'approval-asked', checkoutId, expiresAt: NOW + 600_000 },
  'checkout-approved': {
    type: 'checkout-approved',
    checkoutId,
    by: 'operator',
    intentHash: 'h1',
    expiresAt: NOW + 120_000,
  },
  'execution-requested': { type: 'execution-requested', checkoutId },
  'checkout-revalidating': { type: 'checkout-revalidating', checkoutId },
  'checkout-invalidated': { type: 'checkout-invalidated', checkoutId, changed: ['total'] },
  'checkout-arming': { type: 'checkout-arming', checkoutId },
  'checkout-submitting': { type: 'checkout-submitting', checkoutId, intentHash: 'h1' },
  'payment-found': { type: 'payment-found', checkoutId },
  'press-missed': { type: 'press-missed', checkoutId, cause: 'document_changed' },
  'checkout-processing': { type: 'checkout-processing', checkoutId },
  'confirmation-seen': { type: 'confirmation-seen', checkoutId, orderRef: 'O-1', headline: 'Thanks' },
  'authorization-seen': { type: 'authorization-seen', checkoutId, authorizationId: 'a', amount: total },
  'authorization-ended': { type: 'authorization-ended', checkoutId, authorizationId: 'a' },
  'checkout-succeeded': {
    type: 'checkout-succeeded',
    checkoutId,
    receipt: { orderRef: 'O-1', amount: total, authorizationId: 'a', cardLast4: '1234' },
  },
  'reversal-asked': { type: 'reversal-asked', checkoutId, authorizationId: 'a' },
  'checkout-settled': { type: 'checkout-settled', checkoutId, posted: total, returned: money(0, 'USD') },
  'checkout-declined': { type: 'checkout-declined', checkoutId, reason },
  'outcome-lost': { type: 'outcome-lost', checkoutId, evidence: [], expiresAt: NOW + 1_000 },
  'checkout-reconciling': { type: 'checkout-reconciling', checkoutId },
  'outcome-stated': { type: 'outcome-stated', checkoutId, said: 'went_through' },
  'checkout-handed-off': {
    type: 'checkout-handed-off',
    checkoutId,
    wall: { ...wall, evidence: [] },
    phase: 'before_pay',
    expiresAt: NOW + 600_000,
  },
  'handoff-claimed': { type: 'handoff-claimed', checkoutId },
  'handoff-extended': { type: 'handoff-extended', checkoutId, expiresAt: NOW + 900_000 },
  'handoff-resolved': { type: 'handoff-resolved', checkoutId, how: 'cleared' },
  'checkout-interrupted': { type: 'checkout-interrupted', checkoutId, cause: 'worker stopped' },
  'checkout-refused': { type: 'checkout-refused', checkoutId, reason },
  'checkout-failed': { type: 'checkout-failed', checkoutId, reason },
  'checkout-cancelled': { type: 'checkout-cancelled', checkoutId, by: 'operator', reason },
  'checkout-expired': { type: 'checkout-expired', checkoutId, reason },
};
const ALL = Object.keys(SAMPLE) as CheckoutEventType[];

const TO_PREVIEW: CheckoutEventType[] = [
  'checkout-created', 'checkout-preparing', 'checkout-reserved', 'checkout-minted', 'checkout-filling', 'checkout-previewed',
]; // prettier-ignore
const TO_ARMING: CheckoutEventType[] = [
  ...TO_PREVIEW, 'checkout-approved', 'checkout-revalidating', 'checkout-arming',
]; // prettier-ignore
const TO_PROCESSING: CheckoutEventType[] = [...TO_ARMING, 'checkout-submitting', 'checkout-processing'];
const TO_SUCCESS: CheckoutEventType[] = [
  ...TO_PROCESSING, 'confirmation-seen', 'authorization-seen', 'checkout-succeeded', 'checkout-settled',
]; // prettier-ignore

/** Takes events in order; each must be accepted. */
function runOf(types: readonly CheckoutEventType[], now = NOW): Checkout {
  return types.reduce((checkout: Checkout | undefined, type) => {
    const decided = decideCheckout(checkout, SAMPLE[type], { now });
    if (!decided.ok) throw new Error(`${type} was refused: ${JSON.stringify(decided.error)}`);
    return evolveCheckout(checkout, SAMPLE[type], now);
  }, undefined)!;
}
const refusalOf = (checkout: Checkout | undefined, event: CheckoutEvent, now = NOW) => {
  const decided = decideCheckout(checkout, event, { now });
  return decided.ok ? undefined : decided.error;
};

test('every sample is an event that can be written and read again', () => {
  for (const type of ALL)
    expect(CheckoutEvent.parse(CheckoutEvent.encode(SAMPLE[type]))).toEqual(SAMPLE[type]);
});

test('a run that goes well ends with a receipt', () => {
  const checkout = runOf(TO_SUCCESS);
  expect(checkout).toMatchObject({
    status: 'succeeded',
    receipt: { orderRef: 'O-1', amount: total },
    settled: { posted: total },
    approval: { isConsumed: true },
  });
  expect(checkout.steps.map(({ status }) => status)).toEqual([
    'created', 'preparing', 'reserved', 'minted', 'filling', 'previewed', 'approved', 'revalidating', 'arming',
    'submitting', 'processing', 'succeeded',
  ]); // prettier-ignore
});

test('nothing happens to a run that does not exist, and a run begins once', () => {
  for (const type of ALL.filter((one) => one !== 'checkout-created'))
    expect(refusalOf(undefined, SAMPLE[type])).toEqual({ kind: 'unknown_checkout' });
  for (const path of [TO_PREVIEW, TO_PROCESSING, TO_SUCCESS])
    expect(refusalOf(runOf(path), SAMPLE['checkout-created'])).toMatchObject({ kind: 'illegal_step' });
});

describe('an approval', () => {
  const previewed = runOf(TO_PREVIEW);
  const approve = SAMPLE['checkout-approved'];

  test('is for the page that was shown', () => {
    expect(refusalOf(previewed, { ...approve, intentHash: 'h2' })).toEqual({ kind: 'intent_changed' });
  });

  test('[A18][D10] comes in time', () => {
    const asked = runOf([...TO_PREVIEW, 'approval-asked']);
    expect(refusalOf(asked, approve, NOW + 599_999)).toBeUndefined();
    expect(refusalOf(asked, approve, NOW + 600_000)).toEqual({ kind: 'preview_expired' });
  });

  test('is given by the mandate only where it asks nobody', () => {
    const silent = { ...approve, by: 'mandate' } as const;
    expect(refusalOf(previewed, silent)).toBeUndefined();
    const asking = evolveCheckout(
      runOf(TO_PREVIEW.slice(0, -1)),
      { ...SAMPLE['checkout-previewed'], asks: ['new_merchant'] },
      NOW,
    );
    expect(refusalOf(asking, silent)).toEqual({ kind: 'approval_missing' });
    expect(refusalOf(asking, approve)).toBeUndefined();
  });

  test('[A18] is used in time, at arming and again at Pay', () => {
    const late = NOW + 120_000;
    expect(refusalOf(runOf(TO_ARMING.slice(0, -1)), SAMPLE['checkout-arming'], late)).toEqual({
      kind: 'approval_expired',
    });
    expect(refusalOf(runOf(TO_ARMING), SAMPLE['checkout-submitting'], late)).toEqual({
      kind: 'approval_expired',
    });
    expect(refusalOf(runOf(TO_ARMING), SAMPLE['checkout-submitting'], late - 1)).toBeUndefined();
  });

  test('does not cover a page that was read differently at Pay', () => {
    expect(refusalOf(runOf(TO_ARMING), { ...SAMPLE['checkout-submitting'], intentHash: 'h2' })).toEqual({
      kind: 'intent_changed',
    });
  });

  // The table of steps keeps runs out of these states; the guards hold even if it did not.
  const broken: [string, Partial<Checkout>, string][] = [
    ['a run that has paid', { submittedAt: NOW }, 'already_submitted'],
    ['a consumed approval', { approval: { ...runOf(TO_ARMING).approval!, isConsumed: true } }, 'approval_consumed'],
    ['an approval of another page', { approval: { ...runOf(TO_ARMING).approval!, intentHash: 'h2' } }, 'intent_changed'],
  ]; // prettier-ignore
  test.each(broken)('never lets %s press Pay', (_what, change, kind) => {
    expect(refusalOf({ ...runOf(TO_ARMING), ...change }, SAMPLE['checkout-submitting'])).toEqual({ kind });
  });

  const voids: [string, CheckoutEventType[]][] = [
    ['a change', ['checkout-invalidated']],
    ['a handoff', ['checkout-handed-off', 'handoff-resolved', 'checkout-preparing']],
    ['an interruption', ['checkout-interrupted', 'checkout-preparing']],
    ['a new preview', ['checkout-previewed']],
  ];
  test.each(voids)('is void after %s', (_what, events) => {
    const checkout = runOf([...TO_ARMING.slice(0, -1), ...events]);
    expect(checkout.approval).toBeUndefined();
    expect(refusalOf(checkout, SAMPLE['checkout-submitting'])).toBeDefined();
  });
});

describe('after Pay', () => {
  const processing = runOf(TO_PROCESSING);

  test('nothing leads back to the page', () => {
    const back: CheckoutEventType[] = [
      'checkout-preparing', 'checkout-filling', 'checkout-previewed', 'checkout-approved', 'checkout-revalidating',
      'checkout-arming', 'checkout-submitting', 'checkout-interrupted', 'checkout-cancelled', 'checkout-expired', 'checkout-refused',
    ]; // prettier-ignore
    for (const type of back) expect(refusalOf(processing, SAMPLE[type])).toBeDefined();
    const handedOff = evolveCheckout(
      processing,
      { ...SAMPLE['checkout-handed-off'], phase: 'after_pay' },
      NOW,
    );
    for (const type of back) expect(refusalOf(handedOff, SAMPLE[type])).toBeDefined();
    expect(refusalOf(handedOff, SAMPLE['checkout-processing'])).toBeUndefined();
    expect(refusalOf(handedOff, SAMPLE['checkout-failed'])).toEqual({ kind: 'already_submitted' });
  });

  test('success needs the issuer’s authorization; a confirmation page alone is not enough', () => {
    const confirmed = runOf([...TO_PROCESSING, 'confirmation-seen']);
    expect(refusalOf(confirmed, SAMPLE['checkout-succeeded'])).toEqual({ kind: 'evidence_missing' });
    expect(
      refusalOf(runOf([...TO_PROCESSING, 'authorization-seen']), SAMPLE['checkout-succeeded']),
    ).toBeUndefined();
  });

  test('while an authorization stands no run ends unpaid; once it was reversed it may', () => {
    const lost: CheckoutEventType[] = [
      ...TO_PROCESSING,
      'authorization-seen',
      'outcome-lost',
      'checkout-reconciling',
    ];
    const standing = runOf(lost);
    expect(refusalOf(standing, SAMPLE['checkout-failed'])).toEqual({ kind: 'authorized' });
    expect(refusalOf(standing, SAMPLE['checkout-declined'])).toEqual({ kind: 'authorized' });
    const another = { ...SAMPLE['authorization-ended'], authorizationId: 'b' };
    expect(refusalOf(standing, another)).toEqual({ kind: 'evidence_missing' });
    const ended = runOf([...lost, 'authorization-ended']);
    expect(refusalOf(ended, SAMPLE['checkout-failed'])).toBeUndefined();
    expect(refusalOf(ended, SAMPLE['checkout-succeeded'])).toEqual({ kind: 'evidence_missing' });
  });

  test('only the authorization that was paid is asked back, and only until it is settled', () => {
    const paid: CheckoutEventType[] = [...TO_PROCESSING, 'authorization-seen', 'checkout-succeeded'];
    const asked = SAMPLE['reversal-asked'];
    expect(refusalOf(runOf(paid), asked)).toBeUndefined();
    expect(runOf([...paid, 'reversal-asked'])).toEqual(runOf(paid));
    expect(refusalOf(runOf(paid), { ...asked, authorizationId: 'b' })).toEqual({ kind: 'evidence_missing' });
    expect(refusalOf(runOf([...paid, 'checkout-settled']), asked)).toEqual({ kind: 'already_settled' });
    expect(refusalOf(runOf(TO_PROCESSING), asked)).toMatchObject({ kind: 'illegal_step' });
  });

  test('the operator’s word alone makes no success', () => {
    const stated = runOf([...TO_PROCESSING, 'outcome-lost', 'outcome-stated']);
    expect(stated).toMatchObject({ status: 'outcome_unknown', said: 'went_through' });
    expect(refusalOf(stated, SAMPLE['checkout-succeeded'])).toEqual({ kind: 'evidence_missing' });
  });

  test('an outcome that was lost is found again, or ends as failed', () => {
    const lost: CheckoutEventType[] = [...TO_PROCESSING, 'outcome-lost', 'checkout-reconciling'];
    expect(runOf([...lost, 'authorization-seen', 'checkout-succeeded']).status).toBe('succeeded');
    expect(runOf([...lost, 'checkout-failed']).status).toBe('failed');
    expect(runOf([...lost, 'checkout-declined']).status).toBe('declined');
  });

  test('of a recorded press only three things can become: made, missed, lost', () => {
    const submitting = runOf([...TO_ARMING, 'checkout-submitting']);
    const next = ALL.filter((type) => refusalOf(submitting, SAMPLE[type]) === undefined);
    expect(next).toEqual(['press-missed', 'checkout-processing', 'outcome-lost']);
  });

  test('a press that reached nobody leads back before Pay, where everything is done and approved anew', () => {
    const missed = runOf([...TO_ARMING, 'checkout-submitting', 'press-missed']);
    expect(missed).toMatchObject({ status: 'interrupted', asksNext: true });
    expect(isPastSubmit(missed)).toBe(false);
    expect(missed.approval).toBeUndefined();
    const again = [...TO_ARMING, 'checkout-submitting', 'press-missed', ...TO_ARMING.slice(1)] as const;
    const second = runOf([...again, 'checkout-submitting']);
    expect(second.asksNext).toBeUndefined();
    expect(isPastSubmit(second)).toBe(true);
    expect(
      refusalOf(runOf([...again, 'checkout-submitting', 'checkout-processing']), SAMPLE['press-missed']),
    ).toBeDefined();
  });
});

describe('a handoff before Pay', () => {
  const handedOff: CheckoutEventType[] = [...TO_PREVIEW.slice(0, -1), 'checkout-handed-off'];

  test('is claimed, extended and timed', () => {
    const checkout = runOf([...handedOff, 'handoff-claimed', 'handoff-extended']);
    expect(checkout.handoff).toMatchObject({ holder: 'operator', expiresAt: NOW + 900_000 });
    const resolved = evolveCheckout(checkout, SAMPLE['handoff-resolved'], NOW + 5_000);
    expect(resolved?.handoffs).toEqual([{ kind: 'captcha', raisedAt: NOW, ms: 5_000 }]);
  });

  test('ends by going on, by giving up, by its deadline, or with an unknown outcome', () => {
    const ends: [CheckoutEventType, string][] = [
      ['checkout-preparing', 'preparing'],
      ['checkout-cancelled', 'cancelled'],
      ['checkout-expired', 'expired'],
      ['outcome-lost', 'outcome_unknown'],
    ];
    for (const [type, status] of ends) {
      const checkout = runOf([...handedOff, type]);
      expect(checkout.status).toBe(status);
      expect(checkout.handoff).toBeUndefined();
    }
    expect(refusalOf(runOf(handedOff), SAMPLE['checkout-processing'])).toBeDefined();
  });

  test('may be raised at every step before Pay', () => {
    for (let length = 1; length <= TO_ARMING.length; length += 1)
      expect(runOf([...TO_ARMING.slice(0, length), 'checkout-handed-off']).status).toBe('handoff');
  });

  test('is not ended by a step that was under way when the operator took the page', () => {
    for (const type of [
      'checkout-failed',
      'checkout-refused',
      'checkout-previewed',
      'checkout-interrupted',
    ] as const)
      expect(refusalOf(runOf(handedOff), SAMPLE[type])).toMatchObject({ kind: 'illegal_step' });
  });
});

describe('a payment that the operator made by hand', () => {
  test('is found at every step before Pay, and is then only observed', () => {
    for (let length = 1; length <= TO_ARMING.length; length += 1) {
      const found = runOf([...TO_ARMING.slice(0, length), 'payment-found']);
      expect(found).toMatchObject({ status: 'processing', submittedAt: NOW });
      for (const type of [
        'checkout-preparing',
        'checkout-submitting',
        'checkout-cancelled',
        'payment-found',
      ] as const)
        expect(refusalOf(found, SAMPLE[type])).toBeDefined();
    }
    expect(refusalOf(runOf(TO_PROCESSING), SAMPLE['payment-found'])).toBeDefined();
  });
});

describe('in any order of events', () => {
  const hash = fc.constantFrom('h1', 'h1', 'h1', 'h2');
  const at = fc.constantFrom(NOW + 10, NOW + 120_000, NOW + 900_000);
  /** Any event, with what it carries drawn anew where a guard looks at it. */
  const event = fc
    .record({ type: fc.constantFrom(...ALL), hash, at, silent: fc.boolean(), asks: fc.boolean() })
    .map(({ type, hash: intentHash, at: expiresAt, silent, asks }): CheckoutEvent => {
      const sample = SAMPLE[type];
      switch (sample.type) {
        case 'checkout-previewed':
          return { ...sample, intentHash, asks: asks ? ['above_ask_limit'] : [] };
        case 'checkout-approved':
          return { ...sample, intentHash, expiresAt, by: silent ? 'mandate' : 'operator' };
        case 'checkout-submitting':
          return { ...sample, intentHash };
        case 'checkout-handed-off':
          return {
            ...sample,
            phase: silent ? 'after_pay' : 'before_pay',
            wall: { ...sample.wall, kind: asks ? 'manual_check' : 'captcha' },
          };
        default:
          return sample;
      }
    });
  /** A run that goes well, with anything thrown in between: pure chance would hardly ever reach Pay. */
  const history = fc
    .tuple(
      fc.array(fc.record({ event, waitMs: fc.constantFrom(0, 0, 1, 60_000) }), { maxLength: 30 }),
      fc.array(fc.nat(TO_SUCCESS.length), { minLength: 30, maxLength: 30 }),
    )
    .map(([extras, places]) =>
      TO_SUCCESS.flatMap((type, index) => [
        ...extras.filter((_extra, nth) => places[nth] === index),
        { event: SAMPLE[type], waitMs: 1 },
      ]),
    );

  function assertStep(before: Checkout, taken: CheckoutEvent, after: Checkout, now: number): void {
    if (taken.type === 'checkout-submitting' || taken.type === 'checkout-arming') {
      expect(before.approval).toMatchObject({ isConsumed: false, intentHash: before.intentHash });
      expect(before.approval!.expiresAt).toBeGreaterThan(now);
      if (before.asks.length > 0) expect(before.approval!.by).toBe('operator');
    }
    if (taken.type === 'checkout-succeeded') expect(before.authorization).toBeDefined();
    if (taken.type === 'press-missed') {
      expect(after.status).toBe('interrupted');
      expect(after.approval).toBeUndefined();
    } else if (isPastSubmit(before)) {
      expect(after.submittedAt).toBe(before.submittedAt);
      expect(PRE_SUBMIT).not.toContain(after.status);
      if (isTerminal(after)) expect(['succeeded', 'declined', 'failed']).toContain(after.status);
    } else if ((POST_SUBMIT as readonly string[]).includes(after.status) && !isPastSubmit(after)) {
      // Without our click only a human's hand at a wall leads here, and then there is nothing to do but look.
      expect(['outcome_unknown', 'reconciling']).toContain(after.status);
    }
    if (isTerminal(before)) expect(after.status).toBe(before.status);
  }

  test('Pay is recorded at most once but for presses that were missed, under one approval; success has an authorization; an end is an end', () => {
    let paid = 0;
    fc.assert(
      fc.property(history, (steps) => {
        let checkout: Checkout | undefined;
        let now = NOW;
        let submitted = 0;
        for (const { event: next, waitMs } of steps) {
          now += waitMs;
          if (!decideCheckout(checkout, next, { now }).ok) continue;
          const before = checkout;
          checkout = evolveCheckout(before && Object.freeze(before), next, now)!;
          if (next.type === 'checkout-submitting' || next.type === 'payment-found') submitted += 1;
          if (next.type === 'press-missed') submitted -= 1;
          expect(submitted).toBeLessThanOrEqual(1);
          expect(isPastSubmit(checkout)).toBe(submitted === 1);
          if (before) assertStep(before, next, checkout, now);
        }
        if (submitted === 1) paid += 1;
      }),
      { numRuns: 2_000 },
    );
    // The property says little unless many histories reach Pay.
    expect(paid).toBeGreaterThan(200);
  });

  test('states of a run are before Pay, after Pay, at an end, or a handoff; never two of them', () => {
    const all = [...PRE_SUBMIT, ...POST_SUBMIT, ...TERMINAL];
    expect(new Set(all).size).toBe(all.length);
  });
});
