import { browser } from 'wxt/browser';
import { page } from '../../messaging/contracts/page.ts';
import { FrameReading, type Rect } from '../../domain/checkout/page-reading.ts';
import { askDocument, type FrameTarget } from './ask-document.ts';

interface Placed {
  readonly offset: { x: number; y: number };
  readonly target: FrameTarget;
}

/**
 * Pictures a tab's viewport and covers every place that shows card digits: card fields by geometry, and whatever
 * element echoes them. Frames are covered whole where their place in the picture cannot be told for certain.
 */
export async function maskPicture(
  tabId: number,
  targets: readonly FrameTarget[],
): Promise<string | undefined> {
  const top = targets.find(({ frameId }) => frameId === 0);
  if (!top) return undefined;
  const reading = FrameReading.pick({ frames: true, viewport: true }).safeParse(
    pickKeys(await askDocument(top, 'page.read', {}), ['frames', 'viewport']),
  );
  if (!reading.success) return undefined;
  const rects: Rect[] = [];
  for (const { target, offset } of placeFrames(top, targets, reading.data.frames)) {
    const answer = page['page.card-geometry'].output.safeParse(
      await askDocument(target, 'page.card-geometry', {}),
    );
    if (!answer.success) return undefined;
    rects.push(...answer.data.map((rect) => ({ ...rect, x: rect.x + offset.x, y: rect.y + offset.y })));
  }
  // Every visible cross-site frame may hold card data: cover all of it, not just its fields.
  rects.push(
    ...reading.data.frames
      .filter(({ isVisible, origin }) => isVisible && origin !== new URL(top.url).origin)
      .map(({ rect }) => rect),
  );
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) return undefined;
  const shot = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  return cover(shot, rects, reading.data.viewport.width);
}

function pickKeys(value: unknown, keys: readonly string[]): Record<string, unknown> {
  const source = (value ?? {}) as Record<string, unknown>;
  return Object.fromEntries(keys.map((key) => [key, source[key]]));
}

function placeFrames(
  top: FrameTarget,
  targets: readonly FrameTarget[],
  frames: readonly { origin: string; rect: Rect }[],
): Placed[] {
  const placed: Placed[] = [{ target: top, offset: { x: 0, y: 0 } }];
  for (const target of targets) {
    if (target === top || !URL.canParse(target.url)) continue;
    const place = frames.find(({ origin }) => origin === new URL(target.url).origin);
    if (place && new URL(target.url).origin === new URL(top.url).origin)
      placed.push({ target, offset: place.rect });
  }
  return placed;
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
