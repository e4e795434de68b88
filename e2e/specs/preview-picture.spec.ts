import type { Page } from '@playwright/test';
import type { LaunchedBrowser } from '../fixtures/launch-browser.ts';
import type { CheckoutResult } from '../fixtures/results.ts';
import { expect, zooTest as test } from '../fixtures/zoo-test.ts';
import { muiShop } from '../sandbox/shops/zoo/widget-shops.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The page repeats what is typed into it, as card previews do: whole, and one group an element. */
function addEcho(): void {
  const echo = document.createElement('p');
  echo.style.cssText = 'block-size:24px;margin:0';
  addEventListener('DOMContentLoaded', () => document.body.prepend(echo));
  addEventListener('input', ({ target }) => {
    const digits = (target as HTMLInputElement).value.replace(/\D/g, '');
    if (digits.length < 12) return;
    const groups = digits.match(/.{1,4}/g) ?? [];
    echo.replaceChildren(
      ...[digits, ...groups].map((text) => {
        const piece = document.createElement('span');
        piece.className = 'digits';
        piece.textContent = `${text} `;
        return piece;
      }),
    );
  });
}

/** Where digits of the card stand, by the page's own word: inputs that hold them, and everything that repeats them. */
const placesOf = (page: Page) =>
  page.evaluate((): Place[] =>
    [...document.querySelectorAll<HTMLElement>('input, .digits')]
      .filter(
        (one) =>
          one.className === 'digits' ||
          ((one as HTMLInputElement).value.replace(/\D/g, '').length >= 12 &&
            !/@/.test((one as HTMLInputElement).value)),
      )
      .map((one) => one.getBoundingClientRect().toJSON() as Place)
      .filter(({ y, height }) => y >= 0 && y + height <= innerHeight),
  );

/** Decodes the picture that was kept last: per place the share of its points that have the cover's colour, and over all. */
const coveredIn = (browser: LaunchedBrowser, places: readonly Place[], viewportWidth: number) =>
  browser.worker().evaluate(
    async ([rects, width]) => {
      const dataUrl = await new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('countersign-pictures');
        opening.onerror = () => reject(new Error('no pictures'));
        opening.onsuccess = () => {
          const kept = opening.result.transaction('pictures').objectStore('pictures').getAll();
          kept.onsuccess = () => resolve((kept.result as string[]).at(-1)!);
        };
      });
      const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) =>
        char.charCodeAt(0),
      );
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const scale = bitmap.width / width;
      const shareOf = ({ x, y, width: wide, height }: Place) => {
        const { data } = context.getImageData(
          x * scale,
          y * scale,
          Math.max(1, wide * scale),
          Math.max(1, height * scale),
        );
        let same = 0;
        // JPEG is not exact: near #12181c is the cover.
        for (let at = 0; at < data.length; at += 4)
          if (
            Math.abs(data[at]! - 0x12) + Math.abs(data[at + 1]! - 0x18) + Math.abs(data[at + 2]! - 0x1c) <
            40
          )
            same += 1;
        return same / (data.length / 4);
      };
      return {
        places: rects.map(shareOf),
        whole: shareOf({ x: 0, y: 0, width, height: bitmap.height / scale }),
      };
    },
    [places, viewportWidth] as const,
  );

test('[A33] the kept picture covers every place that shows digits of the card, echoes included, and nothing much else', async ({
  world,
}) => {
  test.setTimeout(180_000);
  const { browser, agent, sandbox } = world;
  await browser.context.addInitScript(addEcho);
  const url = `${sandbox.shopAt(muiShop.key)}${muiShop.start ?? '/checkout'}`;
  const { id: mandate } = world.mandateFor(muiShop);
  const run = await agent.call<CheckoutResult>('checkout_preview', { mandate, url });
  expect(run.status, JSON.stringify(run.wall ?? run.reason)).toBe('previewed');
  const page = browser.context.pages().find((one) => one.url().startsWith(sandbox.shopAt(muiShop.key)))!;
  const places = await placesOf(page);
  // The number whole and in four groups, and its field where that is in sight.
  expect(places.length).toBeGreaterThanOrEqual(5);
  const covered = await coveredIn(browser, places, await page.evaluate(() => innerWidth));
  for (const share of covered.places) expect(share).toBeGreaterThan(0.98);
  expect(covered.whole).toBeLessThan(0.4);
  await agent.call('checkout_cancel', { id: run.id });
});
