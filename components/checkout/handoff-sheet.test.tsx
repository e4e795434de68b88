import { expect, test } from 'vitest';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { markupOf } from '../testing/view.tsx';
import { HandoffSheet } from './handoff-sheet.tsx';

const nothing = () => undefined;

function shown(detail: string): string {
  const checkout = {
    host: 'shop.example',
    merchant: 'shop.example',
    total: null,
    card: null,
    steps: [],
    handoff: { kind: 'unsupported_widget', detail, phase: 'before_pay', expiresAt: 0, holder: 'nobody' },
  } as unknown as CheckoutView;
  return markupOf(
    <HandoffSheet
      checkout={checkout}
      isReadOnly={false}
      isBusy={false}
      refusal={undefined}
      onGoToTab={nothing}
      onDone={nothing}
      onGiveUp={nothing}
      onExtend={nothing}
    />,
  );
}

test('[A41] the field that could not be filled is named, as a quotation that does nothing', () => {
  const page = shown('The field <b>“\u202EVAT number” is required.');
  expect(page).toMatch(/handoffDetail.*<q[^>]*>The field &lt;b&gt;“ VAT number” is required\.<\/q>/s);
});

test('without a detail nothing is quoted', () => {
  expect(shown('')).not.toContain('<q');
});
