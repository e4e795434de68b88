import type { Wall, WallKind } from './wall.ts';

/** What bears on walls, from all frames of a tab; `origin` is the browser's. */
export interface WallEvidence {
  readonly frames: readonly {
    readonly origin: string;
    readonly isTop: boolean;
    readonly isVisible: boolean;
    readonly signals: readonly {
      readonly name: string;
      readonly isVisible: boolean;
      readonly detail: string;
    }[];
    readonly headlines: readonly string[];
  }[];
}

/** Signal names, as page evidence gives them, in the order in which they are judged, and the wall each stands for. */
const WALLS: readonly (readonly [RegExp, WallKind])[] = [
  [/^3ds/, '3ds'],
  [/^(antibot|cloudflare)/, 'antibot'],
  [/^captcha/, 'captcha'],
  [/^blocked/, 'blocked'],
  [/^otp_app/, 'otp_app'],
  [/^otp_email/, 'otp_email'],
  [/^otp/, 'otp_sms'],
  [/^login/, 'login'],
  [/^age_gate/, 'age_gate'],
];

/**
 * Judges whether a wall stands in the way of the next action. Presence is never a wall: only what is visible, in a
 * visible frame, counts. A bank's challenge outranks the one-time-code field inside it.
 */
export function classifyWall(evidence: WallEvidence): Wall | undefined {
  const seen = evidence.frames
    .filter(({ isVisible }) => isVisible)
    .flatMap(({ origin, signals }) =>
      signals.filter((signal) => signal.isVisible).map((signal) => ({ origin, ...signal })),
    );
  for (const [pattern, kind] of WALLS) {
    const hits = seen.filter(({ name }) => pattern.test(name));
    const first = hits[0];
    if (first) {
      return {
        kind,
        detail: first.detail.slice(0, 200),
        evidence: hits.slice(0, 8).map(({ name, origin }) => `${name} at ${origin}`.slice(0, 120)),
      };
    }
  }
  return undefined;
}
