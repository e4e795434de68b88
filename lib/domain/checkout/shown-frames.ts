import type { z } from 'zod';
import type { FrameReading } from './page-reading.ts';

/** A frame as far as it tells what shows. */
interface PlacedFrame {
  readonly frameId: number;
  readonly parentFrameId: number;
  readonly url: string;
  readonly reading: Pick<z.output<typeof FrameReading>, 'viewport' | 'frames'>;
}

/** Nothing smaller can be typed into by a person; a provider's frame for a security code is hardly larger. */
const LEAST = { width: 24, height: 12 };

/**
 * Tells whether a frame shows, and every frame around it. Its own viewport says how large it is; the embedding page
 * says whether it is hidden, where the frame can be told by its address (a frame that a form was posted into has none).
 */
export function isFrameShown(frame: PlacedFrame, frames: readonly PlacedFrame[], top: PlacedFrame): boolean {
  if (frame.frameId === top.frameId) return true;
  const { width, height } = frame.reading.viewport;
  if (width < LEAST.width || height < LEAST.height) return false;
  const parent = frames.find(({ frameId }) => frameId === frame.parentFrameId);
  if (!parent) return true;
  const address = URL.canParse(frame.url) ? new URL(frame.url) : undefined;
  const places = parent.reading.frames.filter(
    ({ origin, path }) => origin === address?.origin && path === address.pathname,
  );
  if (places.length > 0 && !places.some(({ isVisible }) => isVisible)) return false;
  return isFrameShown(parent, frames, top);
}
