import { browser } from 'wxt/browser';
import { page } from '../../messaging/contracts/page.ts';
import { FrameReading, type Rect } from '../../domain/checkout/page-reading.ts';
import { askDocument, type FrameTarget } from './ask-document.ts';

/** Where card digits show in a tab's viewport, in CSS pixels of the top document. */
interface CardPlaces {
  readonly rects: readonly Rect[];
  readonly viewportWidth: number;
}

/**
 * Pictures a tab's viewport and covers every place that shows card digits: card fields by geometry, and whatever
 * element echoes them. What moved while the picture was taken is covered where it was and where it went.
 */
export async function maskPicture(
  tabId: number,
  targets: readonly FrameTarget[],
): Promise<string | undefined> {
  const before = await findCardPlaces(targets);
  const tab = await browser.tabs.get(tabId);
  if (!before || !tab.active) return undefined;
  const shot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  const after = await findCardPlaces(targets);
  return after && cover(shot, [...before.rects, ...after.rects], before.viewportWidth);
}

/** Finds what to cover; `undefined` when a document does not answer. */
async function findCardPlaces(targets: readonly FrameTarget[]): Promise<CardPlaces | undefined> {
  const top = targets.find(({ frameId }) => frameId === 0);
  if (!top) return undefined;
  const reading = FrameReading.pick({ frames: true, viewport: true }).safeParse(
    pickKeys(await askDocument(top, 'page.read', {}), ['frames', 'viewport']),
  );
  const own = await cardRectsOf(top);
  if (!reading.success || !own) return undefined;
  const { frames, viewport } = reading.data;
  const { origin } = new URL(top.url);
  let isInOwnFrames = false;
  for (const target of targets) {
    if (target === top || !URL.canParse(target.url) || new URL(target.url).origin !== origin) continue;
    const rects = await cardRectsOf(target);
    if (!rects) return undefined;
    isInOwnFrames ||= rects.length > 0;
  }
  // Frames are covered whole: those of other sites, since any may hold card data, and the shop's own where one does,
  // since of two from one origin nobody can tell which is where.
  const covered = frames.filter((frame) => frame.isVisible && (frame.origin !== origin || isInOwnFrames));
  return { rects: [...own, ...covered.map(({ rect }) => rect)], viewportWidth: viewport.width };
}

async function cardRectsOf(target: FrameTarget): Promise<readonly Rect[] | undefined> {
  const answer = page['page.card-geometry'].output.safeParse(
    await askDocument(target, 'page.card-geometry', {}),
  );
  return answer.success ? answer.data : undefined;
}

function pickKeys(value: unknown, keys: readonly string[]): Record<string, unknown> {
  const source = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, source[key]]));
}

/** Unpacks a data URL by hand: the extension's policy lets nothing be fetched from one. */
function toBlob(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

async function cover(dataUrl: string, rects: readonly Rect[], viewportWidth: number): Promise<string> {
  const bitmap = await createImageBitmap(toBlob(dataUrl));
  const scale = viewportWidth > 0 ? bitmap.width / viewportWidth : 1;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  context.fillStyle = '#12181c';
  for (const { x, y, width, height } of rects) {
    // From the pixel that it begins in to the one that it ends in, and one more: JPEG smears across an edge.
    const left = Math.floor(x * scale) - 1;
    const top = Math.floor(y * scale) - 1;
    const right = Math.ceil((x + width) * scale) + 1;
    const bottom = Math.ceil((y + height) * scale) + 1;
    context.fillRect(left, top, right - left, bottom - top);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:image/jpeg;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
