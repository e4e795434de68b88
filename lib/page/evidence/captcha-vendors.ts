/**
 * How a vendor's check shows itself in a document, from the vendors' public documentation and widget sources.
 * Presence is never a wall: what is shown, unanswered and in the way is.
 */
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
  /** Elements that are there only once the check is passed. */
  readonly solved?: string;
  /** Values of the answer field that are none, and those of an answer that is no longer good. */
  readonly unanswered?: RegExp;
  readonly spent?: string;
  /** The check may pass by itself: always, or while such an element is there. */
  readonly passesAlone?: true | string;
  readonly minWidth?: number;
  readonly minHeight?: number;
}

export const captchaVendors: readonly CaptchaVendor[] = [
  {
    name: 'recaptcha-v2',
    challengeFrames: [/(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/bframe/],
    boxFrames: [/(google\.com|recaptcha\.net)\/recaptcha\/(api2|enterprise)\/anchor\?(?!.*size=invisible)/],
    answers: 'textarea[name="g-recaptcha-response"], textarea[id^="g-recaptcha-response"]',
  },
  {
    name: 'hcaptcha',
    challengeFrames: [
      /hcaptcha\.com\/captcha\/v1\/[^#]*#.*frame=challenge/,
      /js\.stripe\.com\/v3\/hcaptcha-[a-z]+-/,
      /b\.stripecdn\.com\/stripethirdparty-srv\/.*\/HCaptcha\.html/,
    ],
    boxFrames: [/hcaptcha\.com\/captcha\/v1\/[^#]*#.*frame=checkbox(&|$)/],
    answers: 'textarea[name="h-captcha-response"]',
    solved: 'iframe[data-hcaptcha-response]:not([data-hcaptcha-response=""])',
    minHeight: 60,
  },
  {
    name: 'turnstile',
    boxFrames: [/challenges\.cloudflare\.com\/(cdn-cgi\/challenge-platform|turnstile)\//],
    boxes: '.cf-turnstile',
    answers: 'input[name="cf-turnstile-response"], input[type="hidden"][id^="cf-chl-widget"]',
    passesAlone: true,
    minWidth: 100,
    minHeight: 40,
  },
  {
    name: 'datadome',
    challengeFrames: [/captcha-delivery\.com\/captcha\/(?!.*[?&]t=bv)/],
    minWidth: 100,
    minHeight: 100,
  },
  { name: 'perimeterx', challenges: '#px-captcha, #px-captcha-wrapper, #px-captcha-modal', minHeight: 20 },
  { name: 'arkose', challengeFrames: [/(arkoselabs|funcaptcha)\.com\//], minWidth: 100, minHeight: 100 },
  {
    name: 'geetest',
    challenges:
      '.geetest_panel:not(.geetest_hide) .geetest_panel_box, .geetest_popup_wrap .geetest_box, .geetest_captcha.geetest_boxShow, .geetest_popup_box',
    boxes: '.geetest_holder, .geetest_captcha, .geetest_radar, .geetest_btn',
    answers: 'input[name="geetest_validate"]',
    answerLength: 8,
    solved:
      '.geetest_lock_success, .geetest_radar_success, .geetest_radar_tip.geetest_success, .geetest_panel_success.geetest_success_animate, .geetest_captcha.geetest_success',
  },
  { name: 'aws-waf', challenges: 'awswaf-captcha, .amzn-captcha-modal, #amzn-captcha-verify-button' },
  {
    name: 'akamai',
    challenges: '#sec-if-cpt-container, #sec-cpt-if',
    challengeFrames: [/\/_sec\/cp_challenge\//],
    passesAlone: true,
  },
  { name: 'imperva', challengeFrames: [/\/_Incapsula_Resource\?/], minWidth: 100, minHeight: 100 },
  {
    name: 'friendly-captcha',
    boxes: '.frc-captcha',
    answers: 'input[name="frc-captcha-solution"], input[name="frc-captcha-response"]',
    unanswered: /^\./,
    spent: 'input[name^="frc-captcha-"][value=".EXPIRED"]',
    passesAlone:
      '.frc-captcha[data-start="auto"], input[name^="frc-captcha-"][value=".FETCHING"], input[name^="frc-captcha-"][value=".UNFINISHED"]',
  },
  {
    name: 'altcha',
    boxes: 'altcha-widget .altcha, altcha-widget:not(:has(.altcha))',
    challenges: '.altcha-code-challenge, .altcha[data-state="code"]',
    answers: 'altcha-widget input[name="altcha"]',
    solved: '.altcha[data-state="verified"]',
    spent: '.altcha[data-state="expired"]',
    passesAlone:
      '.altcha[data-state="verifying"], altcha-widget[auto="onload"], altcha-widget[auto="onsubmit"]',
  },
  {
    name: 'cap',
    boxes: 'cap-widget',
    answers: 'cap-widget input[type="hidden"]',
    answerLength: 16,
    solved: '.captcha[data-state="done"]',
    passesAlone: '.captcha[data-state="verifying"]',
  },
  {
    name: 'mcaptcha',
    boxFrames: [/\/widget\/?\?sitekey=/],
    answers: 'input[name="mcaptcha__token"]',
    answerLength: 10,
  },
  {
    name: 'tencent',
    challengeFrames: [/(captcha\.(gtimg|qq)\.com|turing\.captcha)/],
    challenges: '#tcaptcha_transform_dy',
    minWidth: 100,
    minHeight: 100,
  },
  {
    name: 'mtcaptcha',
    boxFrames: [/service2?\.mtcaptcha\.com\/mtcv1\/client\/iframe/],
    answers: 'input[name="mtcaptcha-verifiedtoken"]',
  },
  {
    name: 'yandex-smartcaptcha',
    challengeFrames: [/smartcaptcha\.(yandex(cloud)?|cloud\.yandex)\.[a-z]+\/advanced/],
    boxFrames: [/smartcaptcha\.(yandex(cloud)?|cloud\.yandex)\.[a-z]+\/checkbox/],
    answers: 'input[name="smart-token"]',
  },
];
