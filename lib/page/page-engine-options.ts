/** Gives an element's shadow root, closed ones included where the browser lets an extension look. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

export interface PageEngineOptions {
  readonly shadowRootOf?: ShadowRootOf | undefined;
  /** The operator pressed *Take over* in the banner. */
  readonly onTakeOver?: () => void;
  /** The operator pressed *Stop* in the banner. */
  readonly onStop?: () => void;
}
