import { expect, test } from 'vitest';
import { runWithCard } from '../../e2e/simulate/run-with-card.ts';
import type { CheckoutDriver } from '../../lib/app/checkout/drive-checkout.ts';
import type { Kit } from '../../lib/app/kit.ts';
import { reasonKey } from '../../lib/ui/message-keys.ts';
import { pageRoutes } from './page-routes.ts';

test('a run that was stopped on its page says so, and not that everything was stopped', async () => {
  const { kit, run } = await runWithCard();
  const pages = { clear: () => Promise.resolve(), showHolder: () => Promise.resolve() };
  const routes = pageRoutes({ ...kit, pages } as unknown as Kit, {} as CheckoutDriver);
  await routes['page.stop']({}, { kind: 'page', tabId: 1 } as never);
  expect(run().status).toBe('cancelled');
  expect(reasonKey(run().reason!.code)).toBe('reasonStoppedOnPage');
});
