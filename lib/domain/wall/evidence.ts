/** A human check of a vendor, as a page showed it. */
export interface SeenCheck {
  readonly vendor: string;
  readonly isAsking: boolean;
  readonly hasBox: boolean;
  readonly answer: 'none' | 'empty' | 'given' | 'spent';
  readonly isInPath: boolean;
  readonly mayPassAlone: boolean;
  readonly shownForMs: number;
  readonly detail: string;
}

/** What the browser saw of the response that a document came from. */
export interface SeenResponse {
  readonly status: number;
  /** Headers that bear on walls, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Names of 3-D Secure fields that were posted to get it, or earlier to the same origin in this frame. */
  readonly posted: readonly string[];
  readonly ageMs: number;
}

export interface SeenSignal {
  readonly name: string;
  readonly isVisible: boolean;
  readonly detail: string;
}

/** One document of a tab; `origin` and `url` are the browser's. */
export interface WallFrame {
  readonly origin: string;
  readonly url: string;
  readonly isTop: boolean;
  readonly isVisible: boolean;
  /** The page that embeds it shows no element for it: it lives in a root that nobody can look into. */
  readonly isUnplaced: boolean;
  readonly width: number;
  readonly height: number;
  readonly signals: readonly SeenSignal[];
  readonly checks: readonly SeenCheck[];
  readonly response: SeenResponse | undefined;
}

/** What bears on walls, from all frames of a tab. */
export interface WallEvidence {
  readonly frames: readonly WallFrame[];
  /**
   * How the page says that a payment ended. Beside an order nothing stands in the way; a refusal may also be of a
   * code or a password, which is then asked for again.
   */
  readonly outcome: 'confirmation' | 'declined' | undefined;
  /** A card can be typed: a field for it, or a known provider's frame, is shown. */
  readonly takesCard: boolean;
  /** Origins of frames that call themselves card fields and belong to no known provider. */
  readonly unknownCardFrames: readonly string[];
}
