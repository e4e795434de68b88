import type { z } from 'zod';
import type { Result } from '../kernel/result.ts';
import type { Secret } from '../kernel/secret.ts';
import type { AutocompleteToken, FrameReading } from '../domain/checkout/page-reading.ts';

/** What the browser saw of the response that a document came from. */
export interface DocumentResponse {
  readonly status: number;
  /** Headers that bear on walls, by lower-case name; no other is kept. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names of 3-D Secure fields that were posted to get it. */
  readonly posted: readonly string[];
  /** Epoch ms. */
  readonly committedAt: number;
}

/** One document of the tab. `documentId` dies with it, so nothing meant for it reaches its successor. */
export interface FrameSight {
  readonly frameId: number;
  readonly documentId: string;
  /** From the browser, never from the page. */
  readonly origin: string;
  readonly url: string;
  readonly parentFrameId: number;
  readonly reading: z.output<typeof FrameReading>;
  /** `undefined` where the browser was not watched when it came, or it came from no request. */
  readonly response?: DocumentResponse | undefined;
}

/** Everything that a tab shows now. The first frame is the top one. */
export interface TabSight {
  readonly tabId: number;
  readonly top: FrameSight;
  readonly frames: readonly FrameSight[];
}

export interface FillOrder {
  readonly frameId: number;
  readonly documentId: string;
  readonly ref: string;
  readonly token: AutocompleteToken;
  readonly value: Secret<string>;
  readonly alternatives: readonly string[];
}

export type FillOutcome =
  | 'kept' | 'field_gone' | 'field_changed' | 'not_visible' | 'blank' | 'altered' | 'no_such_option'; // prettier-ignore

export type PageRefusal =
  | { kind: 'tab_gone' }
  | { kind: 'page_unreachable'; detail: string }
  | { kind: 'document_changed' }
  /** The operator holds the page: nothing was touched. */
  | { kind: 'page_held' };

export type PressOutcome = 'pressed' | 'page_leaving' | 'control_gone' | 'control_changed' | 'disabled';

export interface ReadOptions {
  /** Taken for the page's currency where it says none; the total then says so. */
  readonly assumedCurrency?: string | undefined;
  /** How long a tab that does not come to rest is waited for. */
  readonly settleWithinMs: number;
  /** What need not come to rest: two readings in a row of a loaded page that pass end the wait. */
  readonly isEnough?: (sight: TabSight) => boolean;
}

/** Hands and eyes in a tab. Decides nothing. */
export interface PageDriver {
  /** Opens a tab of our own. */
  open(url: string): Promise<{ tabId: number }>;
  /**
   * Finds the open tabs at an address, the likeliest first, among those whose address passes `isAllowed`; others do
   * not exist.
   */
  find(url: string, isAllowed: (url: string) => boolean): Promise<readonly number[]>;
  isOpen(tabId: number): Promise<boolean>;
  /** Waits until the tab has settled (loaded, no change for a moment) or the time is up, then reads every frame. */
  read(tabId: number, options: ReadOptions): Promise<Result<TabSight, PageRefusal>>;
  fill(
    tabId: number,
    orders: readonly FillOrder[],
  ): Promise<Result<ReadonlyMap<string, FillOutcome>, PageRefusal>>;
  /** Empties what was filled. Never fails: a page that is gone holds nothing. */
  clear(tabId: number): Promise<void>;
  /**
   * Presses a control once. `page_unreachable` says that nobody knows whether the press was made; whatever else is not
   * `pressed` says that it reached no control.
   */
  press(
    tabId: number,
    control: { documentId: string; frameId: number; ref: string; fingerprint: string },
  ): Promise<Result<PressOutcome, PageRefusal>>;
  /** Takes a picture with every place that shows card digits covered; `undefined` when the tab cannot be pictured. */
  picture(tabId: number): Promise<string | undefined>;
  showHolder(tabId: number, holder: 'agent' | 'operator' | 'nobody'): Promise<void>;
  /** Gives the tabs that a tab's own page opened, by the browser's word, the newest first. */
  openedBy(tabId: number): Promise<readonly { tabId: number; url: string }[]>;
  /** Brings the tab and its window to the front. */
  focus(tabId: number): Promise<void>;
  close(tabId: number): Promise<void>;
}
