import {
  findCheckout,
  isCardToken,
  type PlacedField,
  type SeenFrame,
} from '../../domain/checkout/find-checkout.ts';
import { classifyWall } from '../../domain/wall/classify-wall.ts';
import type { Wall } from '../../domain/wall/wall.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';

/** Frames as the domain judges them, the top one first. */
export function framesOf(sight: TabSight): readonly SeenFrame[] {
  return sight.frames;
}

/** Smaller than this nobody can act in a frame: device checks and beacons live in frames of a few pixels. */
const LEAST_FRAME = { width: 60, height: 40 };

/**
 * Tells whether a frame shows. Its own viewport says how large it is; the embedding page says whether it is hidden,
 * where the frame can be told by its address (a frame that a form was posted into has none).
 */
function isShown(frame: SeenFrame, sight: TabSight): boolean {
  if (frame.frameId === sight.top.frameId) return true;
  const { width, height } = frame.reading.viewport;
  if (width < LEAST_FRAME.width || height < LEAST_FRAME.height) return false;
  const parent = sight.frames.find(({ frameId }) => frameId === frame.parentFrameId);
  const places = parent?.reading.frames.filter(({ origin }) => origin === frame.origin) ?? [];
  return places.length === 0 || places.some(({ isVisible }) => isVisible);
}

/** Judges whether a wall stands on the tab. */
export function wallOn(sight: TabSight): Wall | undefined {
  return classifyWall({
    frames: sight.frames.map((frame) => ({
      origin: frame.origin,
      isTop: frame.frameId === sight.top.frameId,
      isVisible: isShown(frame, sight),
      signals: frame.reading.evidence.signals,
      headlines: frame.reading.evidence.headlines,
    })),
  });
}

/** Tells whether the tab shows an order instead of a checkout. A wall may carry a reference, too; it is no order. */
export function showsOrder(sight: TabSight): boolean {
  const { evidence, submit } = sight.top.reading;
  return evidence.orderReferences.length > 0 && submit === null && wallOn(sight) === undefined;
}

/** Reads the tab as a checkout under this build's scope. */
export function findOn(kit: Kit, sight: TabSight) {
  return findCheckout(sight.top, framesOf(sight), kit.scope);
}

/** The fields for contact and delivery in the merchant's top document. */
export function deliveryFieldsOf(sight: TabSight): PlacedField[] {
  return sight.top.reading.fields
    .filter((finding) => finding.token !== null && finding.decoy === null && finding.confidence >= 0.5)
    .filter((finding) => !isCardToken(finding.token!) && finding.token !== 'one-time-code')
    .map((finding) => ({ frame: sight.top, finding }));
}
