import { isTerminal } from '@/lib/domain/checkout/checkout.ts';
import { endCheckout } from '@/lib/app/checkout/end-checkout.ts';
import { raiseHandoff } from '@/lib/app/checkout/raise-handoff.ts';
import type { CheckoutDriver } from '@/lib/app/checkout/drive-checkout.ts';
import type { Kit } from '@/lib/app/kit.ts';
import { ok } from '@/lib/kernel/result.ts';
import type { pageEvents } from '@/lib/messaging/contracts/page-events.ts';
import type { Handlers } from '@/lib/messaging/serve.ts';

const DONE = ok({});

/** What a page's script may bring about: only what is safe if it lies. */
export function pageRoutes(kit: Kit, driver: CheckoutDriver): Handlers<typeof pageEvents> {
  const runOn = (tabId: number | undefined) =>
    kit.book
      .state()
      .checkouts.live()
      .find((checkout) => checkout.tabId === tabId && !isTerminal(checkout));
  return {
    'page.take-over': async (_, { tabId }) => {
      const run = runOn(tabId);
      if (run && run.submittedAt === undefined) {
        await raiseHandoff(
          kit,
          run,
          { kind: 'manual_check', detail: 'The operator took over the page.', evidence: [] },
          'before_pay',
        );
        driver.poke(run.id);
      }
      return DONE;
    },
    'page.stop': async (_, { tabId }) => {
      const run = runOn(tabId);
      if (run) {
        await endCheckout(kit, run.id, {
          type: 'checkout-cancelled',
          by: 'operator',
          code: 'stopped_on_page',
          message: 'The operator stopped the run on the page.',
        });
      }
      return DONE;
    },
    'page.checkout-seen': async (_, { tabId }) => {
      if (tabId !== undefined) await kit.human.markCheckout(tabId);
      return DONE;
    },
  };
}
