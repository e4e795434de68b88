import { closestOf, contains } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { maxLengthOf } from '../form/structure.ts';
import { APP_PHRASES, OTP_PHRASES, PASSKEY_PHRASES, says } from './sign-in-words.ts';
import { queryAll, type Scene, type Signal } from './signal.ts';

const MAIL_WORDS =
  /e-?mail|correo|courriel|posta elettronica|メール|邮箱|郵箱|邮件|이메일|메일|почт|e-posta|بريد|[\w*•]+@[\w*•.]+/;
const PHONE_WORDS =
  /\bsms\b|text(ed)? (you|message)|phone|mobil|telefon|handy|telephone|telefono|celular|電話|携帯|手机|手機|휴대|문자|телефон|смс|\bcep\b|هاتف|جوال|[•*x]{2,}[\s-]?\d{2,4}/;
/** Names and words of short fields that are something else. */
const OTHER_NAMES =
  /cvc|cvv|csc|\bcid\b|card|zip|postal|plz|postcode|qty|quantity|gift|coupon|promo|discount|voucher|phone|\btel\b|birth|\bdob\b|iban|\bvat\b|tax|pincode|captcha|search|backup|recovery|referral|blik|gutschein|cadeau|kupon/;
const OTHER_WORDS =
  /gift ?card|gutschein|carte cadeau|tarjeta regalo|carta regalo|cartao[- ]presente|promo ?code|discount code|coupon|ギフトカード|礼品卡|기프트/;
const CODE_NAMES = /code|otp|otc|token|\bpin\b|\btan\b|2fa|mfa|totp|passcode|verif|challenge/;
const NOT_CODE_KINDS =
  /^cc-|coupon|loyalty|postal|^tel|quantity|bday|bank|captcha|search|email|name|address|street|country/;

/** Finds a field for a code that was sent to the buyer, split boxes among them, and says by what way it came. */
export function findOneTimeCode(scene: Scene): Signal[] {
  const visible = scene.tree.controls.filter(isRendered);
  const box =
    visible.find((control) => isDeclared(control, scene)) ??
    findSplitCode(visible, scene) ??
    visible.find((control) => isWorded(control, visible, scene));
  if (!box) return findPasskey(scene);
  const around = wordsAround(box, scene);
  const name = says(around, APP_PHRASES)
    ? 'otp_app'
    : PHONE_WORDS.test(around)
      ? 'otp_sms'
      : MAIL_WORDS.test(around)
        ? 'otp_email'
        : 'otp_field';
  return [{ name, isVisible: true, detail: 'a code is asked for' }];
}

const namesOf = (control: Control): string =>
  `${control.name} ${control.id}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();

function isDeclared(control: Control, { kindOf }: Scene): boolean {
  const isSaid = (control.getAttribute('autocomplete') ?? '').split(/\s+/).includes('one-time-code');
  if (!isSaid && kindOf(control) !== 'one-time-code') return false;
  // Shops put the token on gift card and promotion fields to keep browsers from filling them.
  return !OTHER_NAMES.test(namesOf(control)) && !OTHER_WORDS.test(labelOf(control));
}

function labelOf(control: Control): string {
  const label = control.labels?.[0] ? textOf(control.labels[0], 120) : '';
  return normaliseText(
    `${label} ${control.getAttribute('aria-label') ?? ''} ${control.getAttribute('placeholder') ?? ''}`,
  );
}

function findSplitCode(visible: readonly Control[], { kindOf }: Scene): Control | undefined {
  const single = visible.filter((control) => maxLengthOf(control) === 1 && control.tagName === 'INPUT');
  return single.find((control) => {
    const boxes = single.filter(
      (other) =>
        other.form === control.form &&
        (other.parentElement === control.parentElement ||
          other.parentElement?.parentElement === control.parentElement?.parentElement),
    );
    return (
      boxes.length >= 4 &&
      boxes.length <= 8 &&
      boxes[0] === control &&
      !/^cc-/.test(kindOf(control) ?? '') &&
      !OTHER_NAMES.test(namesOf(control))
    );
  });
}

function isWorded(control: Control, visible: readonly Control[], scene: Scene): boolean {
  if (
    control.tagName !== 'INPUT' ||
    !/^(text|tel|number|password|)$/.test((control as HTMLInputElement).type)
  )
    return false;
  const names = namesOf(control);
  if (NOT_CODE_KINDS.test(scene.kindOf(control) ?? '') || OTHER_NAMES.test(names)) return false;
  const label = labelOf(control);
  if (OTHER_WORDS.test(label)) return false;
  const length = maxLengthOf(control);
  const isShort = length >= 4 && length <= 10;
  const isCodeLike =
    isShort ||
    CODE_NAMES.test(names) ||
    /\\d\{[4-8]/.test(control.getAttribute('pattern') ?? '') ||
    (control.getAttribute('inputmode') === 'numeric' && length === Infinity) ||
    says(label, OTP_PHRASES);
  if (!isCodeLike) return false;
  return standsWithFew(control, visible) && says(wordsAround(control, scene), OTP_PHRASES);
}

/** Tells whether the box around a control asks for one thing besides, at most. */
function standsWithFew(control: Control, visible: readonly Control[]): boolean {
  const box = boxOf(control);
  let count = 0;
  for (const other of visible) {
    if (/^(checkbox|radio|hidden)$/.test(other.type) || (box && !contains(box, other))) continue;
    if ((count += 1) > 2) return false;
  }
  return true;
}

const boxOf = (control: Element): Element | null =>
  closestOf(control, '[role="dialog"], dialog, form') ?? closestOf(control, 'section, main');

function wordsAround(control: Element, { words }: Scene): string {
  const box = boxOf(control);
  const own = box ? normaliseText(textOf(box, 1_500)) : '';
  return own.length > 40 ? own : words.slice(0, 2_000);
}

/**
 * A passkey is asked for in the browser's own window; the page only says so, and has no field. Beside a button that goes
 * on, only its heading says so: elsewhere a passkey is an offer.
 */
function findPasskey({ tree, words, nextAction }: Scene): Signal[] {
  const asksNothing = !tree.controls.some(isRendered) && words.length < 900;
  const headings = () =>
    queryAll(tree, 'h1, h2, [role="heading"]')
      .filter(isRendered)
      .map((heading) => normaliseText(textOf(heading, 200)))
      .join(' ');
  return asksNothing && says(nextAction === null ? words : headings(), PASSKEY_PHRASES)
    ? [{ name: 'otp_app:passkey', isVisible: true, detail: 'a passkey is asked for' }]
    : [];
}
