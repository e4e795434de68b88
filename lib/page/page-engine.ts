import type { FillEntry, FillReport, PressReport } from '../messaging/contracts/page.ts';
import type { FieldFinding, FrameReading, Rect } from '../messaging/contracts/page-reading.ts';
import { createHolderBanner, type BannerOptions, type Holder } from './banner/holder-banner.ts';
import { queryAllIn, viewOf } from './dom/own-members.ts';
import { inSlices, toEnd } from './dom/slices.ts';
import { rectOf } from './dom/visibility.ts';
import { walkPage, type ShadowRootOf } from './dom/walk.ts';
import { watchDeparture } from './departure.ts';
import { createElementRefs } from './element-refs.ts';
import { findCardGeometry } from './fill/card-geometry.ts';
import { fillFields } from './fill/fill-fields.ts';
import { createFilledFields } from './fill/filled-fields.ts';
import { pressControl } from './fill/press-control.ts';
import { isCardKind } from './form/field-kind.ts';
import { readFrame } from './read-frame.ts';

/** Documents with more elements than this are read in slices. */
const MOST_AT_ONCE = 10_000;

export interface PageEngineOptions {
  readonly shadowRootOf?: ShadowRootOf | undefined;
  /** Says in the page who holds it. Without it the engine shows nothing. */
  readonly banner?: BannerOptions;
}

/** Eyes and hands in one document. It looks, types and presses when told; it decides nothing. */
export interface PageEngine {
  read(input?: { assumedCurrency?: string | undefined }): Promise<FrameReading>;
  fill(entries: readonly FillEntry[]): Promise<FillReport[]>;
  clear(): { cleared: number };
  press(control: { ref: string; fingerprint: string }): PressReport;
  cardGeometry(): Rect[];
  showHolder(input: { holder: Holder }): void;
  dispose(): void;
}

/** Creates the engine of one document. */
export function createPageEngine(document: Document, options: PageEngineOptions = {}): PageEngine {
  const { shadowRootOf } = options;
  const refs = createElementRefs();
  const filled = createFilledFields();
  const departure = watchDeparture(viewOf(document));
  let submitRef: string | undefined;
  let pressed: string | null = null;
  let isJustFilled = false;
  const keepFree = () => {
    const submit = submitRef ? refs.find(submitRef) : undefined;
    return submit?.isConnected ? [rectOf(submit)] : [];
  };
  const banner = options.banner && createHolderBanner(document, options.banner, keepFree);

  /** A card's field in which something else stands by now than it was filled with is not filled. */
  function withoutOthersCard(finding: FieldFinding): FieldFinding {
    const { token, ref } = finding;
    const element = refs.find(ref) as HTMLElement | undefined;
    if (!token || !isCardKind(token) || !element || filled.isKept(element, token)) return finding;
    return { ...finding, isFilled: false };
  }

  return {
    async read({ assumedCurrency } = {}) {
      if (isJustFilled) filled.remember();
      isJustFilled = false;
      const steps = readFrame(document, refs, { shadowRootOf, assumedCurrency });
      // What fits in a frame or two is read in one go: nothing can move in between.
      const isLarge = queryAllIn(document, '*').length > MOST_AT_ONCE;
      const reading = isLarge ? await inSlices(steps) : toEnd(steps);
      submitRef = reading.submit?.ref;
      const fields = reading.fields.map(withoutOthersCard);
      return { ...reading, fields, pressed, ...(departure.isUnderWay() && { isLoading: true }) };
    },
    async fill(entries) {
      try {
        return await fillFields(entries, refs, filled);
      } finally {
        isJustFilled = true;
      }
    },
    clear: () => ({ cleared: filled.clear() }),
    press(control) {
      if (departure.isUnderWay()) return { outcome: 'page_leaving' };
      const report = pressControl(control, refs);
      if (report.outcome === 'pressed') pressed = control.fingerprint;
      return report;
    },
    cardGeometry: () => findCardGeometry(filled, walkPage(document, shadowRootOf).roots),
    showHolder: ({ holder }) => banner?.show(holder),
    dispose() {
      filled.clear();
      departure.dispose();
      banner?.remove();
    },
  };
}
