// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err, ok } from '../../lib/kernel/result.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { openPage } from '../testing/view.tsx';
import { DashboardApp } from './dashboard-app.tsx';

const { show } = openPage();

test('what was refused on one page is not told on the next', async () => {
  const call: OperatorCall = (type) =>
    Promise.resolve(
      type === 'operator.snapshot'
        ? ok(SNAPSHOTS['idle'] as never)
        : err({ code: 'wrong_password', message: '' }),
    );
  const surface = createSurface(call, () => Promise.resolve(true));
  const go = (path: string) =>
    act(async () => {
      location.hash = path;
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
  const alert = () => document.querySelector('[role=alert]')?.textContent;
  await go('#/security');
  await show(<DashboardApp surface={surface} issuers={[]} />);
  await act(() => surface.refresh());
  await act(async () => void (await surface.backUp('a wrong guess of mine')));
  expect(alert()).toBe('errorWrongPassword');
  await go('#/agents');
  expect(alert()).toBeUndefined();
  await go('#/security');
  expect(alert()).toBeUndefined();
});
