import { closestOf, contains, queryIn, textContentOf, titleOf } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { findOneTimeCode } from './find-one-time-code.ts';
import { AGE_PHRASES, GUEST_PHRASES, LOGIN_PHRASES, namesLogin, says } from './sign-in-words.ts';
import { DIALOGS, queryAll, type Scene, type Signal } from './signal.ts';

const SOCIAL =
  /((sign|log) ?in|continue|anmelden|weiter|continuer|connecter|continuar|continua|accedi|entrar|doorgaan|ログイン|登录|로그인|войти).{0,12}(google|apple|facebook|amazon|microsoft|line|wechat|kakao|naver)|(google|apple|facebook|amazon|line|wechat|kakao|naver).{0,8}(anmelden|ログイン|登录|로그인|войти)/i;
const GATES = `${DIALOGS}, [class*="age" i][class*="gate" i], [class*="age-verif" i], [class*="ageverif" i], [id*="age-gate" i], [id*="agegate" i], [id*="age-verif" i]`;

/** Finds what asks who somebody is: one-time codes, passkeys, log-in walls, age gates, passwords. */
export function findSignIn(scene: Scene): Signal[] {
  return [...findOneTimeCode(scene), ...findLogin(scene), ...findAgeGate(scene)];
}

function findLogin({ document, tree, kindOf, words, hasSubmit, nextAction }: Scene): Signal[] {
  const visible = tree.controls.filter(
    (control) => isRendered(control) && !closestOf(control, 'header, nav, aside, footer'),
  );
  const has = (pattern: RegExp): boolean => visible.some((control) => pattern.test(kindOf(control) ?? ''));
  const hasPassword =
    has(/^current-password$/) ||
    (!has(/^new-password$/) &&
      visible.some(
        (control) => (control as HTMLInputElement).type === 'password' && !control.hasAttribute('readonly'),
      ));
  const signals: Signal[] = hasPassword
    ? [{ name: 'password_field', isVisible: true, detail: 'a password field is shown' }]
    : [];
  const isCheckout = has(/^(cc-|street-address|address-|postal-code|country)/) || hasSubmit;
  // A guest's own password is new; a path that is offered is taken first.
  const isGuest = says(words, GUEST_PHRASES) || has(/^new-password$/);
  const isIdentifierAlone = !hasPassword && has(/^(email|username|tel)/) && visible.length <= 3;
  const socials = queryAll(tree, 'button, a, [role="button"]').filter(
    (button) => SOCIAL.test(textContentOf(button) ?? '') && isRendered(button),
  ).length;
  const isWorded = says(words, LOGIN_PHRASES);
  const isNamed = (): boolean => {
    const headings = queryAll(tree, 'h1').filter(isRendered);
    const names = [
      document.location?.pathname,
      titleOf(document),
      ...headings.map((heading) => textOf(heading)),
    ];
    return namesLogin(normaliseText(names.join(' ')));
  };
  const isPasswordPage = hasPassword && visible.length <= 3 && words.length < 1_500 && nextAction === null;
  if (
    !isCheckout &&
    !isGuest &&
    // A field for an address alone is a step of many checkouts, which offer to log in beside it.
    ((isWorded && (hasPassword || ((isIdentifierAlone || socials >= 2) && isNamed()))) || isPasswordPage)
  ) {
    signals.unshift({
      name: 'login_form',
      isVisible: true,
      detail: 'the shop wants an account; no guest path is shown',
    });
  }
  return signals;
}

/** Kinds of fields by which no age is told: a page with one of them has other business. */
const NO_AGE =
  /^(cc-|email|tel|name|given|family|street|address|postal|coupon|quantity|search|user)|password/;

/** A shop may also state the age that it wants; a gate can be answered, and there is no other business in it. */
function findAgeGate(scene: Scene): Signal[] {
  const { document, tree, words, kindOf, nextAction, hasSubmit, hasPaymentFrames } = scene;
  const tellsAge = (control: Control): boolean =>
    control.type === 'checkbox' ? !hasSubmit : !NO_AGE.test(kindOf(control) ?? '');
  const asks = (text: string, within: (element: Element) => boolean): boolean => {
    if (!says(text, AGE_PHRASES)) return false;
    const controls = tree.controls.filter((control) => within(control) && isRendered(control));
    const hasOnlyAnswers =
      !(nextAction && within(nextAction)) &&
      tree.buttons.some((button) => within(button) && isRendered(button));
    return controls.every(tellsAge) && (controls.length > 0 || /[?؟]/.test(text) || hasOnlyAnswers);
  };
  const box = queryAll(tree, GATES).find(
    (gate) =>
      asks(normaliseText(textOf(gate, 600)), (element) => contains(gate, element)) && isRendered(gate),
  );
  const isWholePage =
    !hasSubmit &&
    !hasPaymentFrames &&
    words.length < 600 &&
    asks(words, (element) => !closestOf(element, 'header, nav, footer')) &&
    tree.controls.filter(isRendered).length <= 3 &&
    tree.buttons.filter(isRendered).length <= 6 &&
    queryIn(document, 'article') === null;
  return box || isWholePage ? [{ name: 'age_gate', isVisible: true, detail: 'asks for the age' }] : [];
}
