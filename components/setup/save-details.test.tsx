// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { ok } from '../../lib/kernel/result.ts';
import { keepDraft } from '../../lib/ui/drafts.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { EraseBox } from '../dashboard/keeping-box.tsx';
import { openPage } from '../testing/view.tsx';
import { EMPTY_PROFILE } from './profile-fields.tsx';
import { SaveDetails } from './save-details.tsx';

const { show, press } = openPage();
const kept = () => localStorage.getItem('draft:profile');

beforeEach(() => keepDraft('profile', { ...EMPTY_PROFILE, givenName: 'Ada' }));

test('contact and delivery that are put off leave nothing behind', async () => {
  const skipped = vi.fn();
  const setup = { isReadOnly: false, isBusy: false, refusal: undefined, steps: 5 };
  await show(<SaveDetails {...setup} onSave={() => Promise.resolve(true)} onSkip={skipped} />);
  expect(document.querySelector('input')!.value).toBe('Ada');
  expect(kept()).toContain('Ada');
  await press('later');
  expect(skipped).toHaveBeenCalled();
  expect(kept()).toBeNull();
});

test('erasing contact and delivery erases what was typed of them too', async () => {
  const call: OperatorCall = (type) =>
    Promise.resolve(ok((type === 'operator.snapshot' ? SNAPSHOTS['idle'] : {}) as never));
  const surface = createSurface(call, () => Promise.resolve(true));
  await show(<EraseBox surface={surface} isBusy={false} />);
  await press('eraseProfile');
  expect(kept()).toContain('Ada');
  await press('sure');
  expect(kept()).toBeNull();
});
