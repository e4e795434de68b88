import type { Page } from '@playwright/test';
import { saysNobodyHeard } from '../../lib/adapters/page-driver/nobody-heard.ts';
import { expect, test, type Installation } from '../fixtures/test.ts';

/** What a document does to itself the moment that it hears a message. */
const ENDS = [
  'loads another page',
  'loads itself again',
  'takes its own frame away',
  'empties its frame',
  'writes itself anew',
];

interface Chrome {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object, to: object): Promise<unknown>;
  };
  webNavigation: {
    getAllFrames(of: object): Promise<{ frameId: number; url: string; documentId: string }[]>;
  };
  scripting: { executeScript(order: object): Promise<unknown> };
}

/** Puts a frame into the page that ends itself in a certain way once it hears a message, after it has said so. */
async function addListener(page: Page, end: string): Promise<void> {
  await page.evaluate(
    (what) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = '/checkout?frame';
        const ends: Record<string, () => void> = {
          'loads another page': () => frame.contentWindow!.location.assign('/checkout?other'),
          'loads itself again': () => frame.contentWindow!.location.reload(),
          'takes its own frame away': () => frame.remove(),
          'empties its frame': () => void (frame.src = 'about:blank'),
          'writes itself anew': () => {
            frame.contentDocument!.open();
            frame.contentDocument!.close();
          },
        };
        const onHeard = () => {
          document.body.dataset.heard = 'yes';
          ends[what]!();
        };
        frame.onload = () => {
          addEventListener('heard', onHeard, { once: true });
          resolve();
        };
        document.body.append(frame);
      }),
    end,
  );
}

/** Tells the frame's document something, as the driver does, and gives how that failed. */
function tellFrame({ browser }: Installation, url: string, how: 'there' | 'gone'): Promise<string> {
  return browser.worker().evaluate(
    async ([address, which]) => {
      const { chrome } = globalThis as unknown as { chrome: Chrome };
      const [tab] = await chrome.tabs.query({ url: address });
      const tabId = tab!.id;
      const frames = await chrome.webNavigation.getAllFrames({ tabId });
      const { frameId, documentId } = frames.find((frame) => frame.url.endsWith('?frame'))!;
      await chrome.scripting.executeScript({
        target: { tabId, documentIds: [documentId] },
        func: () => {
          (
            globalThis as unknown as {
              chrome: {
                runtime: { onMessage: { addListener(on: (message: { probe?: true }) => boolean): void } };
              };
            }
          ).chrome.runtime.onMessage.addListener(({ probe }) => {
            if (probe) parent.dispatchEvent(new Event('heard'));
            return true;
          });
        },
      });
      const to = {
        frameId,
        documentId:
          which === 'there' ? documentId : documentId.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      };
      const within = new Promise((resolve) =>
        AbortSignal.timeout(5_000).addEventListener('abort', () => resolve('kept silent')),
      );
      const told = chrome.tabs.sendMessage(tabId, { probe: true }, to).then(
        () => 'answered',
        (error: Error) => error.message,
      );
      return String(await Promise.race([told, within]));
    },
    [url, how] as const,
  );
}

for (const end of ENDS) {
  test(`[K3] a document that heard and ${end} is not taken for one that heard nothing`, async ({
    installation,
    sandbox,
  }) => {
    const page = await installation.browser.context.newPage();
    const url = `${sandbox.urls.shop}/checkout`;
    await page.goto(url);
    await addListener(page, end);
    expect(saysNobodyHeard(new Error(await tellFrame(installation, url, 'gone')))).toBe(true);
    expect(await page.evaluate(() => document.body.dataset.heard)).toBeUndefined();
    const failed = await tellFrame(installation, url, 'there');
    await expect(page.locator('body'), failed).toHaveAttribute('data-heard', 'yes');
    expect(saysNobodyHeard(new Error(failed)), failed).toBe(false);
  });
}
