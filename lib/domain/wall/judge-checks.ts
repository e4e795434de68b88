import type { SeenCheck, SeenResponse, WallFrame } from './evidence.ts';

/** `passive`: there, and asks nobody. `showing`: a person is needed. `expired`: was solved and asks again. */
export type CheckState = 'passive' | 'showing' | 'solved' | 'expired';

export interface JudgedCheck {
  readonly vendor: string;
  readonly state: CheckState;
  /** `page`: the whole document is the check. `blocked`: and nobody can pass it. */
  readonly shape: 'widget' | 'page' | 'blocked';
  /** How much longer it may still pass by itself. */
  readonly waitMs: number;
}

/** How long a check that may pass by itself gets before a person is called. Engineering choices, not vendor facts. */
const GRACE_MS: Readonly<Record<string, number>> = {
  turnstile: 6_000,
  cloudflare: 8_000,
  kasada: 6_000,
  akamai: 10_000,
  'aws-waf': 8_000,
  datadome: 5_000,
  altcha: 12_000,
  'friendly-captcha': 15_000,
  cap: 12_000,
};
const OTHER_GRACE_MS = 6_000;

const waitFor = (vendor: string, shownForMs: number): number =>
  Math.max(0, (GRACE_MS[vendor] ?? OTHER_GRACE_MS) - shownForMs);

/** Judges one check: presence is never a wall; what is shown, unanswered and in the way is. */
export function judgeCheck(check: SeenCheck): JudgedCheck {
  const { vendor, isAsking, hasBox, answer, isInPath, mayPassAlone, shownForMs, detail } = check;
  const shape = detail === 'blocked' ? 'blocked' : detail === 'interstitial' ? 'page' : 'widget';
  const isOpen = isAsking || (hasBox && isInPath && answer !== 'given');
  if (!isOpen) return { vendor, shape, state: answer === 'given' ? 'solved' : 'passive', waitMs: 0 };
  return {
    vendor,
    shape,
    state: answer === 'spent' && !isAsking ? 'expired' : 'showing',
    waitMs: mayPassAlone ? waitFor(vendor, shownForMs) : 0,
  };
}

/** How bot guards mark the documents that they serve in a shop's place, by status and header. */
const MARKS: readonly {
  readonly vendor: string;
  readonly passesAlone: boolean;
  readonly isOne: (response: SeenResponse) => boolean;
}[] = [
  // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
  {
    vendor: 'cloudflare',
    passesAlone: true,
    isOne: ({ headers }) => headers['cf-mitigated'] === 'challenge',
  },
  // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
  {
    vendor: 'aws-waf',
    passesAlone: false,
    isOne: ({ headers }) => headers['x-amzn-waf-action'] === 'captcha',
  },
  {
    vendor: 'aws-waf',
    passesAlone: true,
    isOne: ({ headers }) => headers['x-amzn-waf-action'] === 'challenge',
  },
  {
    vendor: 'kasada',
    passesAlone: true,
    isOne: ({ headers, status }) => 'x-kpsdk-ct' in headers && (status === 403 || status === 429),
  },
  // Both headers stand on let-through responses too; only a refusal with them is a check.
  {
    vendor: 'datadome',
    passesAlone: false,
    isOne: ({ headers, status }) =>
      /^[12]$/.test(headers['x-dd-b'] ?? '') && (status === 401 || status === 403),
  },
];

/** Judges how a document was served. */
export function judgeResponse(response: SeenResponse | undefined): JudgedCheck | undefined {
  if (!response) return undefined;
  const mark = MARKS.find(({ isOne }) => isOne(response));
  return (
    mark && {
      vendor: mark.vendor,
      shape: 'page',
      state: 'showing',
      waitMs: mark.passesAlone ? waitFor(mark.vendor, response.ageMs) : 0,
    }
  );
}

/** Vendors' own documents that ask once they have room to. */
const ASKING_FRAMES: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/challenges\.cloudflare\.com\/(cdn-cgi\/challenge-platform|turnstile)\//, 'turnstile'],
  [/^https:\/\/www\.(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/bframe/, 'recaptcha-v2'],
  [/^https:\/\/(new)?assets\.hcaptcha\.com\/captcha\/v1\/[^#]*#.*frame=challenge/, 'hcaptcha'],
];

/** Judges a vendor's frame that sits in a root which no content script can look into: its size is all there is. */
export function judgeHiddenFrame({
  url,
  isUnplaced,
  width,
  height,
  response,
}: WallFrame): JudgedCheck | undefined {
  if (!isUnplaced || width < 100 || height < 40) return undefined;
  const vendor = ASKING_FRAMES.find(([pattern]) => pattern.test(url))?.[1];
  if (!vendor) return undefined;
  const waitMs = vendor === 'turnstile' ? waitFor(vendor, response?.ageMs ?? 0) : 0;
  return { vendor, shape: 'widget', state: 'showing', waitMs };
}
