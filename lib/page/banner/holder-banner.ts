import type { Rect } from '../../messaging/contracts/page-reading.ts';
import { markOwn } from '../dom/own-hosts.ts';
import { bodyOf, createElementIn, createSvgIn, documentElementOf, viewOf } from '../dom/own-members.ts';
import { BANNER_STYLE } from './banner-style.ts';
import { watchPlace, type SteadyPlace } from './steady-place.ts';

export type Holder = 'agent' | 'operator' | 'nobody';

/** What the banner says, in the operator's language. */
export interface BannerWords {
  readonly agent: string;
  readonly operator: string;
  readonly takeOver: string;
  readonly stop: string;
}

export interface BannerOptions {
  readonly words: BannerWords;
  readonly direction: 'ltr' | 'rtl';
  readonly onTakeOver: () => void;
  readonly onStop: () => void;
}

export interface HolderBanner {
  show(holder: Holder): void;
  remove(): void;
}

const ICONS: Readonly<Record<'agent' | 'operator', string>> = {
  agent: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 7.4v1.2',
  operator:
    'M4.5 8V4.2a1.1 1.1 0 0 1 2.2 0V7m0-3.8V2.6a1.1 1.1 0 0 1 2.2 0V7m0-3.4a1.1 1.1 0 0 1 2.2 0V7.4m0-1.6a1.1 1.1 0 0 1 2.2 0V10a4.4 4.4 0 0 1-4.4 4.4h-.6c-1.7 0-2.7-.8-3.6-2.3L2.6 9.6c-.7-1.2.8-2.2 1.7-1.2L4.5 9',
};
const BAR = { width: 460, height: 44, edge: 12 } as const;

/**
 * Says in the page who holds it. Lives in the top layer inside a closed shadow root; only real clicks count, and only
 * where it has been standing for half a second. It holds no amount and no approval, so that nothing is won by copying or
 * covering it. `keepFree` names places that it must leave free, above all the control that pays.
 */
export function createHolderBanner(
  document: Document,
  { words, direction, onTakeOver, onStop }: BannerOptions,
  keepFree: () => readonly Rect[],
): HolderBanner {
  let host: HTMLElement | null = null;
  let place: SteadyPlace | null = null;
  let shown: Holder = 'nobody';
  const remove = (): void => {
    place?.dispose();
    host?.remove();
    host = null;
  };
  const build = (holder: 'agent' | 'operator'): void => {
    remove();
    const element = createElementIn(document, 'div');
    markOwn(element);
    element.setAttribute('popover', 'manual');
    element.style.cssText =
      'all:initial!important;position:fixed!important;inset:0 0 auto 0!important;width:0!important;height:0!important;border:0!important;padding:0!important;margin:0!important;overflow:visible!important;background:none!important';
    const root = element.attachShadow({ mode: 'closed' });
    const style = createElementIn(document, 'style');
    style.textContent = BANNER_STYLE;
    const bar = createElementIn(document, 'div');
    bar.className = isTopTaken(document, keepFree()) ? 'bar low' : 'bar';
    bar.dataset.holder = holder;
    bar.dir = direction;
    bar.setAttribute('role', 'status');
    bar.append(icon(document, ICONS[holder]), text(document, words[holder]));
    const ifSteady = (onPress: () => void) => () => {
      if (place?.isSteady()) onPress();
    };
    if (holder === 'agent') bar.append(button(document, words.takeOver, ifSteady(onTakeOver)));
    bar.append(button(document, words.stop, ifSteady(onStop)));
    root.append(style, bar);
    (bodyOf(document) ?? documentElementOf(document)).append(element);
    element.showPopover?.();
    host = element;
    place = watchPlace(bar);
  };
  return {
    show(holder) {
      if (holder === 'nobody') remove();
      else if (shown !== holder || !host?.isConnected) build(holder);
      shown = holder;
    },
    remove,
  };
}

function isTopTaken(document: Document, taken: readonly Rect[]): boolean {
  const width = viewOf(document)?.innerWidth ?? 0;
  const left = (width - BAR.width) / 2;
  return taken.some(
    (rect) =>
      rect.y < BAR.edge + BAR.height + 4 &&
      rect.y + rect.height > 0 &&
      rect.x < left + BAR.width &&
      rect.x + rect.width > left,
  );
}

function icon(document: Document, path: string): SVGElement {
  const svg = createSvgIn(document, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = createSvgIn(document, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function text(document: Document, said: string): HTMLElement {
  const span = createElementIn(document, 'span');
  span.className = 'words';
  span.textContent = said;
  return span;
}

/** A page can send clicks of its own; those are not the operator's. */
function button(document: Document, caption: string, onPress: () => void): HTMLButtonElement {
  const element = createElementIn(document, 'button');
  element.type = 'button';
  element.textContent = caption;
  element.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return element;
}
