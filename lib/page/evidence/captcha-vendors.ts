/** How a vendor's check shows itself. Presence is never a wall: shown and not yet solved is. */
export interface CaptchaVendor {
  readonly name: string;
  /** A frame that asks by being visible at this size. */
  readonly challengeFrames?: readonly RegExp[];
  /** A frame that asks only while no answer is in. */
  readonly boxFrames?: readonly RegExp[];
  /** Elements that ask only while no answer is in. */
  readonly boxes?: string;
  /** Elements that ask by being visible. */
  readonly challenges?: string;
  /** Where the answer goes, and how long one is. */
  readonly answers?: string;
  readonly answerLength?: number;
  readonly solved?: string;
  readonly unanswered?: RegExp;
  readonly minWidth?: number;
  readonly minHeight?: number;
}

export const captchaVendors: readonly CaptchaVendor[] = [
  {
    name: 'recaptcha',
    challengeFrames: [/(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/bframe/],
    boxFrames: [/(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/anchor\?(?!.*size=invisible)/],
    answers: 'textarea[name="g-recaptcha-response"], textarea[id^="g-recaptcha-response"]',
  },
  {
    name: 'hcaptcha',
    challengeFrames: [
      /hcaptcha\.com\/captcha\/v1\/[^#]*#.*frame=challenge/,
      /js\.stripe\.com\/v3\/hcaptcha-[a-z]+-/,
    ],
    boxFrames: [/hcaptcha\.com\/captcha\/v1\/[^#]*#.*frame=checkbox(&|$)/],
    answers: 'textarea[name="h-captcha-response"]',
    solved: 'iframe[data-hcaptcha-response]:not([data-hcaptcha-response=""])',
  },
  {
    name: 'turnstile',
    boxFrames: [/challenges\.cloudflare\.com\/(cdn-cgi\/challenge-platform|turnstile)\//],
    boxes: '.cf-turnstile',
    answers: 'input[name="cf-turnstile-response"]',
    minWidth: 100,
  },
  {
    name: 'datadome',
    challengeFrames: [/captcha-delivery\.com\/(captcha|interstitial)\//],
    minWidth: 100,
    minHeight: 100,
  },
  { name: 'perimeterx', challenges: '#px-captcha, #px-captcha-wrapper, #px-captcha-modal' },
  { name: 'arkose', challengeFrames: [/(arkoselabs|funcaptcha)\.com\//], minWidth: 100, minHeight: 100 },
  {
    name: 'geetest',
    challenges:
      '.geetest_panel:not(.geetest_hide) .geetest_panel_box, .geetest_popup_wrap .geetest_box, .geetest_captcha.geetest_boxShow',
    boxes: '.geetest_holder, .geetest_captcha',
    answers: 'input[name="geetest_validate"]',
    answerLength: 8,
    solved: '.geetest_lock_success, .geetest_radar_success, .geetest_panel_success.geetest_success_animate',
  },
  { name: 'aws-waf', challenges: 'awswaf-captcha, .amzn-captcha-modal' },
  {
    name: 'akamai',
    challenges: '#sec-if-cpt-container, #sec-cpt-if',
    challengeFrames: [/\/_sec\/cp_challenge\//],
  },
  { name: 'imperva', challengeFrames: [/\/_Incapsula_Resource\?/] },
  {
    name: 'friendly-captcha',
    boxes: '.frc-captcha',
    answers: 'input[name="frc-captcha-solution"], input[name="frc-captcha-response"]',
    unanswered: /^\./,
  },
  {
    name: 'altcha',
    challenges:
      '.altcha-code-challenge, .altcha[data-state="code"], .altcha[data-state="unverified"], .altcha[data-state="error"], .altcha[data-state="expired"], .altcha[data-state="verifying"]',
  },
  { name: 'cap', boxes: 'cap-widget', answers: 'input[name="cap-token"]', answerLength: 16 },
  {
    name: 'mcaptcha',
    boxFrames: [/\/widget\/\?sitekey=/],
    answers: 'input[name="mcaptcha__token"]',
    answerLength: 10,
  },
];
