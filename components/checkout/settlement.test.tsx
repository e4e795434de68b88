import { expect, test } from 'vitest';
import { money } from '../../lib/kernel/money.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { markupOf } from '../testing/view.tsx';
import { ExcessNotes, Settlement } from './settlement.tsx';

const usd = (minor: number) => money(minor, 'USD');

const UNPAID = {
  status: 'cancelled',
  card: { status: 'closed', last4: '4821', limit: usd(2_000) },
  receipt: null,
  took: usd(0),
  returned: usd(2_000),
  refunded: null,
  excess: [],
  isExcessBack: true,
} as unknown as CheckoutView;

const shown = (checkout: CheckoutView) =>
  markupOf(
    <>
      <Settlement checkout={checkout} />
      <ExcessNotes checkout={checkout} />
    </>,
  );

test('no money moved is said only where nothing was taken', () => {
  expect(shown(UNPAID)).toContain('noMoneyMoved');
  const late = shown({ ...UNPAID, took: usd(2_000), returned: usd(0) });
  expect(late).not.toContain('noMoneyMoved');
  expect(late).toMatch(/shopTook.*20\.00.*returned.*0\.00/s);
  const inEuros = [{ why: 'late_capture', amount: money(400, 'EUR') }];
  expect(shown({ ...UNPAID, excess: inEuros, isExcessBack: false })).not.toContain('noMoneyMoved');
});

test('what was taken beyond the approval is said with its reason, and with what to do until it is back', () => {
  const excess = [{ why: 'over_capture', amount: usd(400) }];
  const taken = { ...UNPAID, took: usd(2_400), returned: usd(0), excess };
  expect(shown({ ...taken, isExcessBack: false })).toMatch(
    /24\.00.*excessTaken.*4\.00.*excessOverCapture excessAdvice/s,
  );
  expect(shown({ ...taken, isExcessBack: true })).toContain('excessOverCapture excessBack');
});
