import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageEngine } from '@/lib/page/page-engine.ts';

interface Message {
  readonly type?: unknown;
  readonly input?: never;
}

/** `bigint` does not travel; decimal text does (`Money` of the wire). */
function toWire(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)),
  );
}

/** Loads the page engine into one document and opens its door: to our background, and to nobody else. */
export default defineUnlistedScript(() => {
  const world = globalThis as { countersignEngine?: true };
  if (world.countersignEngine) return;
  world.countersignEngine = true;
  const report = (type: string) =>
    void browser.runtime.sendMessage({ type, input: {} }).catch(() => undefined);
  const engine = createPageEngine(document, {
    shadowRootOf: (element) => {
      const { dom } =
        (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } })
          .chrome ?? {};
      return element instanceof HTMLElement && dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
    },
    banner: {
      words: {
        agent: browser.i18n.getMessage('workingStatus'),
        operator: browser.i18n.getMessage('handoffHeldStatus'),
        takeOver: browser.i18n.getMessage('takeOver'),
        stop: browser.i18n.getMessage('stop'),
      },
      direction: browser.i18n.getMessage('localeDirection') === 'rtl' ? 'rtl' : 'ltr',
      onTakeOver: () => report('page.take-over'),
      onStop: () => report('page.stop'),
    },
  });

  const answer = async ({ type, input }: Message): Promise<unknown> => {
    switch (type) {
      case 'page.read':
        return engine.read(input);
      case 'page.fill':
        return engine.fill((input as unknown as { entries: never }).entries);
      case 'page.clear':
        return engine.clear();
      case 'page.press':
        return engine.press(input!);
      case 'page.card-geometry':
        return engine.cardGeometry();
      case 'page.show-holder':
        engine.showHolder(input!);
        return {};
      default:
        return undefined;
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    // Our background has no tab; whoever has one is a page's script, and is not answered.
    const { type } = (message ?? {}) as Message;
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if (typeof type !== 'string' || !type.startsWith('page.')) return undefined;
    return answer(message as Message).then(toWire);
  });
});
