// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err } from '../../lib/kernel/result.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { openPage } from '../testing/view.tsx';
import { ActivityPage } from './activity-page.tsx';

const { show, press } = openPage();

test('an export that cannot be made says so', async () => {
  const call = (() => Promise.resolve(err({ code: 'internal', message: '' }))) as unknown as OperatorCall;
  const surface = createSurface(call, () => Promise.resolve(true));
  await show(
    <ActivityPage surface={surface} snapshot={SNAPSHOTS.paid!} refusal={undefined} isBusy={false} />,
  );
  for (const format of ['exportJson', 'exportCsv']) {
    surface.store.setState({ refusal: undefined });
    await press(format);
    expect(surface.store.getState().refusal?.code).toBe('internal');
  }
});
