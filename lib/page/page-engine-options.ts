import type { BannerOptions } from './banner/holder-banner.ts';

/** Gives an element's shadow root, closed ones included where the browser lets an extension look. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

export interface PageEngineOptions {
  readonly shadowRootOf?: ShadowRootOf | undefined;
  /** Says in the page who holds it. Without it the engine shows nothing. */
  readonly banner?: BannerOptions;
}
