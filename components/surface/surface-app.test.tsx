// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { ok } from '../../lib/kernel/result.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import { LanguageProvider } from '../primitives/language.tsx';
import { SurfaceApp } from './surface-app.tsx';

const language = createLanguage((key) => (key === 'localeTag' ? 'en' : key));
const running = SNAPSHOTS.running!;
const pastPay = running.checkouts.map((checkout) => ({ ...checkout, status: 'processing' }));

test.each([
  ['nothing runs', SNAPSHOTS.idle!],
  ['a run is before Pay', running],
  ['a run is past Pay', { ...running, checkouts: pastPay }],
])('while %s the way leads to the dashboard', async (_, snapshot) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const opened: unknown[] = [];
  const call = ((type: string, input: unknown) => {
    if (type === 'surface.open') opened.push(input);
    return Promise.resolve(ok(type === 'operator.snapshot' ? snapshot : {}));
  }) as unknown as OperatorCall;
  const surface = createSurface(call, () => Promise.resolve(true));
  const root = createRoot(document.body);
  await surface.refresh();
  await act(async () =>
    root.render(
      <LanguageProvider value={language}>
        <SurfaceApp surface={surface} issuers={[]} shape="popup" />
      </LanguageProvider>,
    ),
  );
  const way = [...document.querySelectorAll('button')].filter(
    ({ textContent }) => textContent === 'openDashboard',
  );
  await act(async () => way[0]?.click());
  expect(opened).toEqual([{ page: 'dashboard', path: '' }]);
  await act(async () => root.unmount());
});
