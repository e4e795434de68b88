import { describe, expect, it } from 'vitest';
import { classifyWall } from './classify-wall.ts';
import type { SeenCheck, WallEvidence, WallFrame } from './evidence.ts';

const SHOP: WallFrame = {
  origin: 'https://shop.example',
  url: 'https://shop.example/checkout',
  isTop: true,
  isVisible: true,
  isUnplaced: false,
  width: 1100,
  height: 900,
  signals: [],
  checks: [],
  response: undefined,
};
const BOX: SeenCheck = {
  vendor: 'hcaptcha',
  isAsking: false,
  hasBox: true,
  answer: 'empty',
  isInPath: true,
  mayPassAlone: false,
  shownForMs: 0,
  detail: 'a box is shown',
};

function judge(frames: readonly Partial<WallFrame>[], rest: Partial<WallEvidence> = {}) {
  return classifyWall({
    frames: frames.map((frame) => ({ ...SHOP, ...frame })),
    outcome: undefined,
    takesCard: false,
    unknownCardFrames: [],
    ...rest,
  });
}

const served = (status: number, headers: Record<string, string>, ageMs = 60_000) => ({
  response: { status, headers, posted: [], ageMs },
});
const sign = (name: string, isVisible = true) => ({ signals: [{ name, isVisible, detail: 'said' }] });

describe('checks', () => {
  it.each([
    ['shown, unanswered and in the way is a wall', {}, 'captcha', 'showing'],
    ['answered is none', { answer: 'given' }, undefined, 'solved'],
    ['out of the way is none', { isInPath: false }, undefined, 'passive'],
    ['present and not shown is none', { hasBox: false }, undefined, 'passive'],
    ['an answer that is no longer good is a wall again', { answer: 'spent' }, 'captcha', 'expired'],
    [
      'a puzzle outranks an answer that is in the field',
      { isAsking: true, answer: 'given' },
      'captcha',
      'showing',
    ],
  ] as const)('%s', (_, change, kind, state) => {
    const judged = judge([{ checks: [{ ...BOX, ...change }] }]);
    expect(judged.wall?.kind).toBe(kind);
    expect(judged.checks[0]?.state).toBe(state);
  });

  it('one that may pass by itself gets its time, then a person is called', () => {
    const turnstile = { ...BOX, vendor: 'turnstile', mayPassAlone: true };
    const early = judge([{ checks: [{ ...turnstile, shownForMs: 1_000 }] }]);
    expect(early).toMatchObject({ wall: undefined, waitMs: 5_000 });
    const late = judge([{ checks: [{ ...turnstile, shownForMs: 6_000 }] }]);
    expect(late).toMatchObject({ wall: { kind: 'captcha' }, vendor: 'turnstile', waitMs: 0 });
  });

  it('nothing in a frame that does not show counts', () => {
    expect(
      judge([{}, { isTop: false, isVisible: false, checks: [BOX], ...sign('otp_sms') }]).wall,
    ).toBeUndefined();
  });

  it('a vendor’s frame in a root that nobody can look into counts by its size', () => {
    const frame = {
      isTop: false,
      isUnplaced: true,
      url: 'https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/g/turnstile/f/ov2/',
      width: 300,
      height: 65,
      ...served(200, {}),
    };
    expect(judge([{}, frame])).toMatchObject({ vendor: 'turnstile', wall: { kind: 'captcha' } });
    expect(judge([{}, { ...frame, isUnplaced: false }]).wall).toBeUndefined();
    expect(judge([{}, { ...frame, width: 0, height: 0 }]).wall).toBeUndefined();
  });
});

describe('responses', () => {
  it.each([
    ['Cloudflare’s challenge', 403, { 'cf-mitigated': 'challenge' }, 'antibot', 'cloudflare'],
    [
      'Cloudflare’s challenge with the status of a limit',
      429,
      { 'cf-mitigated': 'challenge' },
      'antibot',
      'cloudflare',
    ],
    ['AWS WAF’s puzzle', 405, { 'x-amzn-waf-action': 'captcha' }, 'antibot', 'aws-waf'],
    ['Kasada’s refusal', 429, { 'x-kpsdk-ct': 'x' }, 'antibot', 'kasada'],
    ['DataDome’s refusal', 403, { 'x-datadome': 'protected', 'x-dd-b': '2' }, 'antibot', 'datadome'],
    ['Kasada’s header on a page that was let through', 200, { 'x-kpsdk-ct': 'x' }, undefined, undefined],
    [
      'DataDome’s header on a page that was let through',
      200,
      { 'x-datadome': 'protected' },
      undefined,
      undefined,
    ],
    [
      'Imperva’s header, which is on everything',
      200,
      { 'x-iinfo': '7-1', 'x-cdn': 'Imperva' },
      undefined,
      undefined,
    ],
  ])('%s', (_, status, headers, kind, vendor) => {
    const judged = judge([served(status, headers)]);
    expect(judged.wall?.kind).toBe(kind);
    expect(judged.vendor).toBe(vendor);
  });

  it('waits for an interstitial to clear, whatever widget is drawn in it', () => {
    const judged = judge([
      { ...served(403, { 'cf-mitigated': 'challenge' }, 1_000), checks: [{ ...BOX, vendor: 'turnstile' }] },
    ]);
    expect(judged).toMatchObject({ wall: undefined, waitMs: 7_000 });
  });

  it('a page that nobody can pass is named so', () => {
    const block = { ...BOX, vendor: 'akamai', isAsking: true, detail: 'blocked' };
    expect(judge([{ checks: [block] }])).toMatchObject({ wall: { kind: 'blocked' }, vendor: 'akamai' });
  });
});

describe('3-D Secure', () => {
  const posted = (names: string[]) => ({ response: { status: 200, headers: {}, posted: names, ageMs: 0 } });

  it('a document that a challenge request was posted to is the bank’s, whatever it says', () => {
    expect(judge([posted(['creq'])]).wall?.kind).toBe('3ds');
    const frame = { isTop: false, origin: 'https://bank.example', width: 390, height: 400 };
    expect(judge([{}, { ...frame, ...posted(['PaReq']) }]).wall?.kind).toBe('3ds');
  });

  it('the silent device check is none', () => {
    expect(
      judge([{}, { isTop: false, width: 390, height: 400, ...posted(['threeDSMethodData']) }]).wall,
    ).toBeUndefined();
    expect(judge([{}, { isTop: false, width: 1, height: 1, ...posted(['creq']) }]).wall).toBeUndefined();
  });

  it('outranks the code field inside it', () => {
    expect(judge([{ signals: [...sign('otp_sms').signals, ...sign('3ds_page').signals] }]).wall?.kind).toBe(
      '3ds',
    );
  });
});

describe('signals', () => {
  it.each([
    ['otp_sms', 'otp_sms'],
    ['otp_email', 'otp_email'],
    ['otp_app:passkey', 'otp_app'],
    ['otp_field', 'otp_sms'],
    ['login_form', 'login'],
    ['age_gate', 'age_gate'],
    ['consent:address', 'consent_required'],
    ['password_field', undefined],
    ['3ds_method', undefined],
  ])('%s is %s', (name, kind) => {
    expect(judge([sign(name)]).wall?.kind).toBe(kind);
    expect(judge([sign(name, false)]).wall).toBeUndefined();
  });

  it('an order page that also offers an account is no wall', () => {
    expect(judge([sign('login_form')], { outcome: 'confirmation' }).wall).toBeUndefined();
  });

  it.each([
    ['otp_sms', 'otp_sms'],
    ['login_form', 'login'],
    ['consent:address', undefined],
    ['unsupported:wallet', undefined],
  ])('where something was refused, %s is %s', (name, kind) => {
    expect(judge([sign(name)], { outcome: 'declined' }).wall?.kind).toBe(kind);
  });
});

describe('unsupported widgets', () => {
  it('what takes no card is one, after the other ways had time to appear', () => {
    expect(judge([sign('unsupported:wallet', false)])).toMatchObject({ wall: undefined, waitMs: 3_000 });
    expect(judge([sign('unsupported:wallet')]).wall?.kind).toBe('unsupported_widget');
    expect(judge([sign('unsupported:wallet')], { takesCard: true }).wall).toBeUndefined();
  });

  it('names whose frame it is', () => {
    const { wall } = judge([{}], { unknownCardFrames: ['https://fields.example.net'] });
    expect(wall).toMatchObject({
      kind: 'unsupported_widget',
      detail: expect.stringContaining('fields.example.net') as unknown,
    });
  });
});
