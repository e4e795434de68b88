// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err, ok } from '../../lib/kernel/result.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import en from '../../public/_locales/en/messages.json';
import { LanguageProvider } from '../primitives/language.tsx';
import { DashboardApp } from './dashboard-app.tsx';

test('what was refused on one page is not told on the next', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const call: OperatorCall = (type) =>
    Promise.resolve(
      type === 'operator.snapshot'
        ? ok(SNAPSHOTS['idle'] as never)
        : err({ code: 'wrong_password', message: '' }),
    );
  const surface = createSurface(call, () => Promise.resolve(true));
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const go = (path: string) =>
    act(async () => {
      location.hash = path;
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
  const alert = () => document.querySelector('[role=alert]')?.textContent;
  await go('#/security');
  await act(async () => {
    root.render(
      <LanguageProvider
        value={createLanguage((key) => (en as Record<string, { message: string }>)[key]?.message ?? '')}
      >
        <DashboardApp surface={surface} issuers={[]} />
      </LanguageProvider>,
    );
    await surface.refresh();
  });
  await act(async () => void (await surface.backUp('a wrong guess of mine')));
  expect(alert()).toBe(en.errorWrongPassword.message);
  await go('#/agents');
  expect(alert()).toBeUndefined();
  await go('#/security');
  expect(alert()).toBeUndefined();
  await act(async () => root.unmount());
});
