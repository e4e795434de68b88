// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { openPage } from '../testing/view.tsx';
import { UnknownSheet } from './unknown-sheet.tsx';

const checkout = SNAPSHOTS.unknown!.checkouts.find(({ status }) => status === 'outcome_unknown')!;
const { show, press, text: words } = openPage();
const checkIssuer = vi.fn<(id: string) => Promise<'charged' | 'not_charged' | undefined>>();

const open = (changes: Partial<CheckoutView> = {}) =>
  show(
    <UnknownSheet
      checkout={{ ...checkout, said: null, ...changes }}
      isReadOnly={false}
      isBusy={false}
      refusal={undefined}
      checkIssuer={checkIssuer}
      onState={() => undefined}
    />,
  );

test('what the issuer said is put into words, and is gone when it does not answer', async () => {
  await open();
  for (const [answer, key] of [
    ['not_charged', 'unknownNotCharged'],
    ['charged', 'unknownCharged'],
  ] as const) {
    checkIssuer.mockResolvedValueOnce(answer);
    await press('checkIssuer');
    expect(words()).toContain(`${key} checkedAt`);
  }
  checkIssuer.mockResolvedValueOnce(undefined);
  await press('checkIssuer');
  expect(words()).not.toMatch(/unknown(Not)?Charged/);
});

test('how sight was lost is told in our words, and only what the page said as the words of the page', async () => {
  await open({ lost: ['gave_up_at_wall'] });
  expect(words()).toContain('reasonGivenUp');
  expect(words()).not.toContain('lostPageSaid');
  // A page that writes one of our codes is quoted like any other.
  await open({ lost: ['no_answer', 'tab_closed'] });
  expect(words()).toContain('lostNoAnswer');
  expect(words()).toContain('lostPageSaid tab_closed');
});

test('what the operator said stays on the screen while the issuer is asked', async () => {
  await open();
  expect(words()).not.toMatch(/said/);
  await open({ said: 'failed' });
  expect(words()).toContain('saidFailed');
  await open({ said: 'went_through' });
  expect(words()).toContain('saidWentThrough');
});
