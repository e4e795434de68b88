import { browser } from 'wxt/browser';
import type { page } from '../../messaging/contracts/page.ts';
import type { WireInputOf } from '../../messaging/contract.ts';

/** One document of one tab, by the browser's word. */
export interface FrameTarget {
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId: string;
  readonly url: string;
  readonly parentFrameId: number;
}

type Page = typeof page;

/** Asks the engine in one document; a document that was replaced meanwhile does not get the message. */
export async function askDocument<K extends keyof Page>(
  target: Pick<FrameTarget, 'tabId' | 'frameId' | 'documentId'>,
  type: K,
  input: WireInputOf<Page, K>,
): Promise<unknown> {
  const options = { frameId: target.frameId, documentId: target.documentId };
  return browser.tabs.sendMessage(target.tabId, { type, input }, options);
}

/**
 * Makes sure that the page engine runs in a document and gives the document's origin as the browser's isolated
 * world knows it. `undefined` when the document cannot be reached.
 */
export async function engineIn(target: FrameTarget): Promise<string | undefined> {
  const where = { tabId: target.tabId, documentIds: [target.documentId] };
  const [origin] = await browser.scripting.executeScript({
    target: where as unknown as { tabId: number },
    func: () => [self.origin, 'countersignEngine' in globalThis] as const,
  });
  const [documentOrigin, isLoaded] = (origin?.result ?? []) as [string?, boolean?];
  if (documentOrigin === undefined) return undefined;
  if (!isLoaded) {
    await browser.scripting.executeScript({
      target: where as unknown as { tabId: number },
      files: ['/page-engine.js'],
    });
  }
  return documentOrigin;
}
