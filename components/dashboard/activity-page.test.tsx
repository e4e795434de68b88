// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err } from '../../lib/kernel/result.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import { LanguageProvider } from '../primitives/language.tsx';
import { ActivityPage } from './activity-page.tsx';

test('an export that cannot be made says so', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const call = (() => Promise.resolve(err({ code: 'internal', message: '' }))) as unknown as OperatorCall;
  const surface = createSurface(call, () => Promise.resolve(true));
  const root = createRoot(document.body);
  await act(async () =>
    root.render(
      <LanguageProvider value={createLanguage((key) => (key === 'localeTag' ? 'en' : key))}>
        <ActivityPage surface={surface} snapshot={SNAPSHOTS.paid!} refusal={undefined} isBusy={false} />
      </LanguageProvider>,
    ),
  );
  for (const format of ['exportJson', 'exportCsv']) {
    surface.store.setState({ refusal: undefined });
    await act(async () =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === format)!.click(),
    );
    expect(surface.store.getState().refusal?.code).toBe('internal');
  }
  await act(async () => root.unmount());
});
