// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { openPage } from '../testing/view.tsx';
import { MandateSheet } from './mandate-sheet.tsx';

const mandate = SNAPSHOTS['open-mandate']!.mandates[0]!;
const [merchant] = mandate.allowedMerchants;
const { show, buttons, press, text } = openPage();
const askAgain = vi.fn();
const nothing = () => undefined;

const open = (changes: { isReadOnly?: boolean; status?: string } = {}) =>
  show(
    <MandateSheet
      mandate={{ ...mandate, status: changes.status ?? 'active' }}
      isReadOnly={changes.isReadOnly ?? false}
      isBusy={false}
      refusal={undefined}
      onPause={nothing}
      onResume={nothing}
      onRevoke={nothing}
      onAllowShops={nothing}
      onAskAgain={askAgain}
      onClose={nothing}
    />,
  );

beforeEach(() => askAgain.mockClear());

test('[A19] an "always" is shown on its mandate and taken back there, after one more question', async () => {
  await open();
  expect(text()).toContain(merchant);
  await press('askAgain');
  expect(askAgain).not.toHaveBeenCalled();
  await press('sure');
  expect(askAgain).toHaveBeenCalledExactlyOnceWith(merchant);
});

test('in a tab it is only shown, and not of a mandate that is over', async () => {
  await open({ isReadOnly: true });
  expect(text()).toContain(merchant);
  expect(buttons('askAgain')).toEqual([]);
  await open({ status: 'revoked' });
  expect(text()).not.toContain(merchant);
});
