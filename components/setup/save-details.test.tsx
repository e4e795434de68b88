// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { ok } from '../../lib/kernel/result.ts';
import { keepDraft } from '../../lib/ui/drafts.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import { EraseBox } from '../dashboard/keeping-box.tsx';
import { LanguageProvider } from '../primitives/language.tsx';
import { EMPTY_PROFILE } from './profile-fields.tsx';
import { SaveDetails } from './save-details.tsx';

/** Every text is its own key. */
const language = createLanguage((key) => (key === 'localeTag' ? 'en' : key));
let root: Root;
const show = (view: ReactNode) =>
  act(async () => root.render(<LanguageProvider value={language}>{view}</LanguageProvider>));
const press = (name: string) =>
  act(async () => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name))!.click();
  });
const kept = () => localStorage.getItem('draft:profile');

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  keepDraft('profile', { ...EMPTY_PROFILE, givenName: 'Ada' });
});
afterEach(() => act(async () => root.unmount()));

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
