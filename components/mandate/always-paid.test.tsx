// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import { LanguageProvider } from '../primitives/language.tsx';
import { MandateSheet } from './mandate-sheet.tsx';

const mandate = SNAPSHOTS['open-mandate']!.mandates[0]!;
const [merchant] = mandate.allowedMerchants;
const language = createLanguage((key) => (key === 'localeTag' ? 'en' : key));
const askAgain = vi.fn();
const nothing = () => undefined;
let root: Root;

const open = (changes: { isReadOnly?: boolean; status?: string } = {}) =>
  act(async () =>
    root.render(
      <LanguageProvider value={language}>
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
        />
      </LanguageProvider>,
    ),
  );
const buttons = (words: string) =>
  [...document.querySelectorAll('button')].filter(({ textContent }) => textContent.startsWith(words));
const press = (words: string) => act(async () => buttons(words)[0]!.click());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  askAgain.mockClear();
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

test('[A19] an "always" is shown on its mandate and taken back there, after one more question', async () => {
  await open();
  expect(document.body.textContent).toContain(merchant);
  await press('askAgain');
  expect(askAgain).not.toHaveBeenCalled();
  await press('sure');
  expect(askAgain).toHaveBeenCalledExactlyOnceWith(merchant);
});

test('in a tab it is only shown, and not of a mandate that is over', async () => {
  await open({ isReadOnly: true });
  expect(document.body.textContent).toContain(merchant);
  expect(buttons('askAgain')).toEqual([]);
  await open({ status: 'revoked' });
  expect(document.body.textContent).not.toContain(merchant);
});
