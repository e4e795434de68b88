import type { WallEvidence, WallFrame } from './evidence.ts';
import { judgeCheck, judgeHiddenFrame, judgeResponse, type JudgedCheck } from './judge-checks.ts';
import type { Wall, WallKind } from './wall.ts';

export interface WallJudgement {
  /** What a person must do now, if anything. */
  readonly wall: Wall | undefined;
  /** Whose check the wall is, where it is a vendor's. */
  readonly vendor: string | undefined;
  /** No wall yet: something asks that may pass by itself for so much longer. */
  readonly waitMs: number;
  /** Every check on the tab and its state, walls or not. */
  readonly checks: readonly JudgedCheck[];
}

/** An unknown form may still get its card frame; only then is it known that none comes. */
const UNSUPPORTED_WAIT_MS = 3_000;

interface PlacedCheck extends JudgedCheck {
  readonly origin: string;
}

interface Candidate {
  readonly kind: WallKind;
  readonly detail: string;
  readonly evidence: readonly string[];
  readonly vendor?: string;
}

/**
 * Judges whether a wall stands in the way of the next action. Presence is never a wall: only what is shown, in a
 * shown frame, unanswered and in the path counts. A bot guard's page outranks what is drawn in it, and a bank's
 * challenge the one-time-code field inside it.
 */
export function classifyWall(evidence: WallEvidence): WallJudgement {
  const shown = evidence.frames.filter(({ isVisible }) => isVisible);
  const checks = shown.flatMap(checksOf);
  const open = checks.filter(({ state }) => state === 'showing' || state === 'expired');
  const standing = open.filter(({ waitMs }) => waitMs === 0);
  const pages = standing.filter(({ shape }) => shape !== 'widget');
  const widgets = standing.filter(({ shape }) => shape === 'widget');
  const waitMs = Math.max(0, ...open.map((check) => check.waitMs));
  const isGuarded = open.some(({ shape }) => shape === 'page');
  const first =
    byPage(pages) ??
    (isGuarded
      ? undefined
      : (byThreeDs(shown) ??
        byWidget(widgets) ??
        bySignals(shown, evidence.outcome) ??
        (waitMs > 0 ? undefined : byUnsupported(shown, evidence))));
  const wall = first && {
    kind: first.kind,
    detail: first.detail.slice(0, 200),
    evidence: first.evidence.slice(0, 8).map((line) => line.slice(0, 120)),
  };
  return {
    wall,
    vendor: first?.vendor,
    waitMs: wall ? 0 : Math.max(waitMs, unsupportedWait(shown, evidence)),
    checks,
  };
}

function checksOf(frame: WallFrame): PlacedCheck[] {
  const judged = [judgeResponse(frame.response), ...frame.checks.map(judgeCheck), judgeHiddenFrame(frame)];
  return judged.flatMap((check) => (check ? [{ ...check, origin: frame.origin }] : []));
}

const lineOf = ({ vendor, state, origin }: PlacedCheck): string => `${vendor} ${state} at ${origin}`;

function byPage(pages: readonly PlacedCheck[]): Candidate | undefined {
  const blocked = pages.find(({ shape }) => shape === 'blocked');
  const check = blocked ?? pages[0];
  return (
    check && {
      kind: blocked ? 'blocked' : 'antibot',
      vendor: check.vendor,
      detail: blocked
        ? `${check.vendor} refuses this browser; nobody can pass that.`
        : `${check.vendor} checks whether a person is there.`,
      evidence: pages.map(lineOf),
    }
  );
}

function byWidget(widgets: readonly PlacedCheck[]): Candidate | undefined {
  const check = widgets[0];
  return (
    check && {
      kind: 'captcha',
      vendor: check.vendor,
      detail:
        check.state === 'expired'
          ? `The answer to ${check.vendor} is no longer good.`
          : `${check.vendor} waits for a person.`,
      evidence: widgets.map(lineOf),
    }
  );
}

/** Smaller than this a bank asks nothing: the silent device check posts into frames of a few pixels. */
const LEAST_CHALLENGE = { width: 200, height: 150 };

function byThreeDs(shown: readonly WallFrame[]): Candidate | undefined {
  const posted = shown
    .filter(({ width, height }) => width >= LEAST_CHALLENGE.width && height >= LEAST_CHALLENGE.height)
    .filter(({ response }) => response?.posted.some((name) => /^(creq|pareq)$/i.test(name)))
    .map(({ origin }) => `a challenge was posted to ${origin}`);
  const seen = signalsOf(shown, /^3ds_(frame|redirect|page)/);
  if (posted.length + seen.length === 0) return undefined;
  return {
    kind: '3ds',
    detail: seen[0]?.detail ?? 'the bank asks for confirmation',
    evidence: [...posted, ...seen.map(({ line }) => line)],
  };
}

/** Signal names and the wall each stands for, in the order in which they are judged. */
const SIGNALS: readonly (readonly [RegExp, WallKind])[] = [
  [/^otp_app/, 'otp_app'],
  [/^otp_email/, 'otp_email'],
  [/^otp/, 'otp_sms'],
  [/^login/, 'login'],
  [/^age_gate/, 'age_gate'],
  [/^consent/, 'consent_required'],
];

function bySignals(shown: readonly WallFrame[], outcome: WallEvidence['outcome']): Candidate | undefined {
  if (outcome === 'confirmation') return undefined;
  for (const [pattern, kind] of SIGNALS) {
    // A dialog that tells of a refusal asks to check the address, too.
    if (kind === 'consent_required' && outcome === 'declined') continue;
    const seen = signalsOf(shown, pattern);
    if (seen[0]) return { kind, detail: seen[0].detail, evidence: seen.map(({ line }) => line) };
  }
  return undefined;
}

const UNSUPPORTED = /^unsupported/;

function byUnsupported(
  shown: readonly WallFrame[],
  { outcome, takesCard, unknownCardFrames }: WallEvidence,
): Candidate | undefined {
  if (outcome !== undefined || takesCard) return undefined;
  if (unknownCardFrames[0] !== undefined) {
    return {
      kind: 'unsupported_widget',
      detail: `The card fields are in a frame of ${unknownCardFrames[0]}, which is no known payment provider.`,
      evidence: unknownCardFrames.map((origin) => `card frame of ${origin}`),
    };
  }
  const seen = signalsOf(
    shown.filter(({ isTop }) => isTop),
    UNSUPPORTED,
  );
  return (
    seen[0] && {
      kind: 'unsupported_widget',
      detail: `No card can be typed here: ${seen[0].detail}.`,
      evidence: seen.map(({ line }) => line),
    }
  );
}

function unsupportedWait(shown: readonly WallFrame[], { outcome, takesCard }: WallEvidence): number {
  if (outcome !== undefined || takesCard) return 0;
  const isPending = shown.some(
    ({ isTop, signals }) =>
      isTop && signals.some(({ name, isVisible }) => /^(unsupported|card_frame)/.test(name) && !isVisible),
  );
  return isPending ? UNSUPPORTED_WAIT_MS : 0;
}

function signalsOf(
  shown: readonly WallFrame[],
  pattern: RegExp,
): readonly { readonly detail: string; readonly line: string }[] {
  return shown.flatMap(({ origin, signals }) =>
    signals
      .filter(({ name, isVisible }) => isVisible && pattern.test(name))
      .map(({ name, detail }) => ({ detail, line: `${name} at ${origin}` })),
  );
}
