import type { Checkout } from '../../domain/checkout/checkout.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { FillOutcome, PageDriver, PageRefusal } from '../../ports/page-driver.ts';

/**
 * Lets nothing be typed, pressed, emptied or pictured in a tab while the operator holds its page. Steps ask before they
 * act, too; this holds for a step that was under way when the operator took over. Documents are filled one by one, so
 * that the rest of a form is spared.
 */
export function lockPages(pages: PageDriver, runs: () => Iterable<Checkout>): PageDriver {
  const isHeld = (tabId: number): boolean => {
    for (const run of runs()) if (run.tabId === tabId && run.status === 'handoff') return true;
    return false;
  };
  const held = err<PageRefusal>({ kind: 'page_held' });
  return {
    ...pages,
    async fill(tabId, orders) {
      const outcomes = new Map<string, FillOutcome>();
      for (const document of new Set(orders.map(({ documentId }) => documentId))) {
        const group = orders.filter(({ documentId }) => documentId === document);
        const filled: Result<ReadonlyMap<string, FillOutcome>, PageRefusal> = isHeld(tabId)
          ? held
          : await pages.fill(tabId, group);
        if (!filled.ok) return filled;
        filled.value.forEach((outcome, key) => outcomes.set(key, outcome));
      }
      return isHeld(tabId) ? held : ok(outcomes);
    },
    press: async (tabId, control) => (isHeld(tabId) ? held : pages.press(tabId, control)),
    clear: async (tabId) => (isHeld(tabId) ? undefined : pages.clear(tabId)),
    picture: async (tabId) => (isHeld(tabId) ? undefined : pages.picture(tabId)),
  };
}
