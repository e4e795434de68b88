import { ancestorsOf, isCardToken, type SeenFrame } from '../../domain/checkout/find-checkout.ts';
import { isSameSite, mayHoldCard, type Scope } from '../../domain/checkout/scope.ts';
import { readOutcome, type PageFinding } from '../../domain/outcome/read-outcome.ts';
import { classifyWall, type WallJudgement } from '../../domain/wall/classify-wall.ts';
import type { FrameSight, TabSight } from '../../ports/page-driver.ts';

export interface TabJudgement {
  readonly walls: WallJudgement;
  readonly finding: PageFinding;
}

/** Smaller than this nobody can act in a frame: device checks and beacons live in frames of a few pixels. */
const LEAST_FRAME = { width: 60, height: 40 };
const SURE = 0.5;

/** Judges what stands on a tab: the wall in the way, checks that may still pass, and what the page says of a payment. */
export function judgeTab(scope: Scope, sight: TabSight, now: number): TabJudgement {
  const finding = findingOn(sight);
  const cards = sight.frames.filter((frame) => isShown(frame, sight) && hasCardField(frame));
  const allowed = cards.filter((frame) => mayHold(frame, sight, scope));
  const walls = classifyWall({
    frames: sight.frames.map((frame) => ({
      origin: frame.origin,
      url: frame.url,
      isTop: frame.frameId === sight.top.frameId,
      isVisible: isShown(frame, sight),
      isUnplaced: placesOf(frame, sight).length === 0 && frame.frameId !== sight.top.frameId,
      ...sizeOf(frame),
      signals: frame.reading.evidence.signals,
      checks: frame.reading.evidence.checks,
      response: frame.response && { ...frame.response, ageMs: Math.max(0, now - frame.response.committedAt) },
    })),
    outcome: finding.kind === 'confirmation' || finding.kind === 'declined' ? finding.kind : undefined,
    takesCard: allowed.length > 0 || showsProvider(sight, scope),
    unknownCardFrames: unknownCardFrames(
      sight,
      scope,
      cards.filter((frame) => !allowed.includes(frame)),
    ),
  });
  return { walls, finding };
}

/** What the page says of how a payment ended. */
export function findingOn(sight: TabSight): PageFinding {
  const { url, reading } = sight.top;
  const { headlines, alerts, words, orderReferences, signals } = reading.evidence;
  return readOutcome({
    url,
    title: reading.title,
    headlines,
    alerts,
    words,
    orderReferences,
    hasPayControl: reading.submit !== null,
    takesCard: sight.frames.some((frame) => isShown(frame, sight) && hasCardField(frame)),
    invalidFields: signals.filter(({ name }) => name === 'invalid_field').map(({ detail }) => detail),
  });
}

const sizeOf = ({ reading }: FrameSight) => ({
  width: reading.viewport.width,
  height: reading.viewport.height,
});

const parentOf = (frame: FrameSight, sight: TabSight): FrameSight | undefined =>
  sight.frames.find(({ frameId }) => frameId === frame.parentFrameId);

/** The elements of the embedding page that may hold a frame, told by address. */
function placesOf(frame: FrameSight, sight: TabSight) {
  return (
    parentOf(frame, sight)?.reading.frames.filter(
      ({ origin }) =>
        origin === frame.origin || (URL.canParse(frame.url) && origin === new URL(frame.url).origin),
    ) ?? []
  );
}

/**
 * Tells whether a frame shows. Its own viewport says how large it is; the embedding pages say whether it is hidden,
 * where the frame can be told by its address (a frame that a form was posted into has none).
 */
function isShown(frame: FrameSight, sight: TabSight): boolean {
  if (frame.frameId === sight.top.frameId) return true;
  const { width, height } = sizeOf(frame);
  if (width < LEAST_FRAME.width || height < LEAST_FRAME.height) return false;
  const places = placesOf(frame, sight);
  if (places.length > 0 && !places.some(({ isVisible }) => isVisible)) return false;
  const parent = parentOf(frame, sight);
  return parent === undefined || isShown(parent, sight);
}

const hasCardField = ({ reading }: Pick<SeenFrame, 'reading'>): boolean =>
  reading.fields.some(
    ({ token, decoy, confidence }) =>
      token !== null && isCardToken(token) && token !== 'cc-name' && decoy === null && confidence >= SURE,
  );

function mayHold(frame: FrameSight, sight: TabSight, scope: Scope): boolean {
  return mayHoldCard(
    {
      origin: frame.origin,
      url: frame.url,
      ancestors: ancestorsOf(frame, sight.frames),
      isTop: frame.frameId === sight.top.frameId,
    },
    sight.top,
    scope,
  );
}

/** A known provider's frame is shown, whatever is in it yet. */
function showsProvider({ top }: TabSight, scope: Scope): boolean {
  return top.reading.frames.some(
    ({ origin, path, isVisible }) =>
      isVisible &&
      URL.canParse(origin) &&
      scope.providers.some(
        ({ hosts, pathPrefixes }) =>
          hosts.includes(new URL(origin).hostname) && pathPrefixes.some((prefix) => path.startsWith(prefix)),
      ),
  );
}

function unknownCardFrames(sight: TabSight, scope: Scope, misplaced: readonly FrameSight[]): string[] {
  const { top } = sight;
  const isKnown = (origin: string): boolean =>
    isSameSite(origin, top.origin) ||
    (URL.canParse(origin) && scope.providers.some(({ hosts }) => hosts.includes(new URL(origin).hostname)));
  const named = top.reading.evidence.signals
    .filter(({ name, isVisible, detail }) => name === 'card_frame' && isVisible && !isKnown(detail))
    .map(({ detail }) => detail);
  return [...new Set([...misplaced.map(({ origin }) => origin), ...named])];
}
