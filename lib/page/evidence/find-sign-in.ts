import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { Control } from '../dom/walk.ts';
import { maxLengthOf } from '../form/structure.ts';
import { queryAll, type Scene, type Signal } from './signal.ts';

const OTP_WORDS =
  /one[- ]time|verification code|security code we|enter the code|\d-digit code|(six|6)-?digit|resend (the )?code|authentication code|authenticator|two-factor|texted you|sent you a code|einmal(code|passwort|iger code)|bestatigungscode|verifizierungscode|sicherheitscode|code erneut|\btan\b|smstan|code (de verification|a usage unique|de confirmation)|codigo de verificac|codigo (que|de un solo)|codice (di verifica|otp|temporaneo)|verificatiecode|eenmalige|kod weryfikacyjny|kod sms|認証コード|確認コード|ワンタイム|验证码|驗證碼|动态码|인증 ?번호|인증 ?코드|код (из|подтверждения)|одноразов|dogrulama kodu|tek kullanimlik|رمز التحقق|رمز لمرة/;
const APP_WORDS =
  /authenticator|authentifizierungs-app|authentication app|application d'authentification|app de autenticacion|app di autenticazione|認証アプリ|身份验证器|인증 ?앱|приложени[ея]-?аутентификатор/;
const MAIL_WORDS = /(e-?mail|correo|courriel|メール|邮箱|이메일|почт).{0,60}|[\w*•]+@[\w*•.]+/;
const PHONE_WORDS =
  /sms|text(ed)?|phone|mobil|telefon|handy|téléphone|telefono|電話|手机|휴대|телефон|[•*x]{2,}\s?\d{2,4}/;

const LOGIN_WORDS =
  /(sign|log) ?in (to|before|and) (continue|check ?out|proceed)|please (sign|log) ?in|must be (signed|logged) in|(sign|log) ?in to your account|login required|forgot(ten)? (your )?password|returning customer|existing customer|bitte melden|melde dich an|anmelden,? um|passwort vergessen|connectez-vous|identifiez-vous|mot de passe oublie|inicia(r)? sesion|olvidaste (tu|la) contrasena|accedi (al|per)|password dimenticata|faca login|entre na sua conta|esqueceu|log in om|wachtwoord vergeten|zaloguj sie|ログイン(して|が必要|してください)|パスワードをお忘れ|请登录|請登入|忘记密码|로그인(이 필요|하세요| 후)|비밀번호 찾기|войдите|забыли пароль|giris yap|sifremi unuttum|تسجيل الدخول|نسيت كلمة/;
const GUEST_WORDS =
  /as (a )?guest|guest checkout|without (an account|registering|signing)|als gast|gastbestellung|ohne (registrierung|konto|anmeldung)|en tant qu'invite|sans (creer|compte)|como invitado|sin registr|come ospite|senza registra|como (visitante|convidado)|als gast|jako gosc|bez rejestracji|ゲスト|会員登録(せず|なし)|访客|游客|訪客|비회원|как гость|без регистрации|misafir|uye olmadan|كضيف|زائر/;
const AGE_WORDS =
  /are you (over|at least|of legal)|(over|at least) (18|21)( years)?|verify your age|legal drinking age|bist du (uber|mindestens)|volljahrig|mindestens 18|avez-vous (plus de )?18|mayor de (edad|18)|maggiorenne|maior de 18|18 jaar of ouder|18 lat|20歳以上|年满18|성인 ?인증|мне (есть|исполнилось) 18|18 yasindan/;

const NOT_OTP = /cc-|coupon|loyalty|postal|tel|quantity|bday|bank|captcha|search/;

/** Finds what asks who somebody is: one-time codes, log-in walls, age gates, passwords. */
export function findSignIn(scene: Scene): Signal[] {
  return [...readOneTimeCode(scene), ...readPasskey(scene), ...readLogin(scene), ...readAgeGate(scene)];
}

function readOneTimeCode(scene: Scene): Signal[] {
  const { tree, kindOf } = scene;
  const visible = tree.controls.filter(isRendered);
  const named = visible.find((control) => kindOf(control) === 'one-time-code');
  const box = named ?? findSplitCode(visible, scene) ?? findWordedCode(visible, scene);
  if (!box) return [];
  const around = wordsAround(box, scene);
  const name = APP_WORDS.test(around)
    ? 'otp_app'
    : PHONE_WORDS.test(around)
      ? 'otp_sms'
      : MAIL_WORDS.test(around)
        ? 'otp_email'
        : 'otp_field';
  return [{ name, isVisible: true, detail: 'a code is asked for' }];
}

function findSplitCode(visible: readonly Control[], { kindOf }: Scene): Control | undefined {
  return visible.find((control) => {
    const boxes = visible.filter(
      (other) =>
        maxLengthOf(other) === 1 &&
        other.form === control.form &&
        other.parentElement?.parentElement === control.parentElement?.parentElement,
    );
    return (
      boxes.length >= 4 && boxes.length <= 8 && boxes[0] === control && !/^cc-/.test(kindOf(control) ?? '')
    );
  });
}

function findWordedCode(visible: readonly Control[], scene: Scene): Control | undefined {
  if (visible.length > 4 || !OTP_WORDS.test(scene.words)) return undefined;
  return visible.find((control) => {
    const kind = scene.kindOf(control);
    const length = maxLengthOf(control);
    const isText =
      control.tagName === 'INPUT' && /^(text|tel|number|password)$/.test((control as HTMLInputElement).type);
    const isCodeLike =
      (length >= 4 && length <= 8) ||
      /code|otp|token|pin|tan|2fa|mfa/i.test(`${control.name} ${control.id}`) ||
      /\d\{[4-8]\}/.test(control.getAttribute('pattern') ?? '');
    return isText && isCodeLike && !NOT_OTP.test(kind ?? '') && OTP_WORDS.test(wordsAround(control, scene));
  });
}

function wordsAround(control: Element, { words }: Scene): string {
  const box = control.closest('form, [role="dialog"], dialog, section, main');
  const own = box ? normaliseText(textOf(box, 1_500)) : '';
  return own.length > 40 ? own : words.slice(0, 2_000);
}

function readPasskey({ tree, words }: Scene): Signal[] {
  if (tree.controls.some(isRendered) || words.length > 900) return [];
  const asks = /(use|continue with|verify with) (a |your )?(passkey|security key|fingerprint|face)/.test(
    words,
  );
  return asks ? [{ name: 'otp_app:passkey', isVisible: true, detail: 'a passkey is asked for' }] : [];
}

function readLogin({ tree, kindOf, words, hasSubmit }: Scene): Signal[] {
  const visible = tree.controls.filter(
    (control) => isRendered(control) && !control.closest('header, nav, aside, footer'),
  );
  const has = (pattern: RegExp): boolean => visible.some((control) => pattern.test(kindOf(control) ?? ''));
  const password = has(/^current-password$/);
  const signals: Signal[] = password
    ? [{ name: 'password_field', isVisible: true, detail: 'a password field is shown' }]
    : [];
  const isCheckout = has(/^(cc-|street-address|address-|postal-code|country)/) || hasSubmit;
  const isGuest = GUEST_WORDS.test(words) || has(/^new-password$/);
  const identifierOnly = !password && has(/^(email|username)$/) && visible.length <= 3;
  const socials = queryAll(tree, 'button, a').filter(
    (button) =>
      /(sign|log) ?in with|continue with (google|apple|facebook)/i.test(button.textContent ?? '') &&
      isRendered(button),
  ).length;
  const isWorded = LOGIN_WORDS.test(words);
  if (!isCheckout && !isGuest && isWorded && (password || identifierOnly || socials >= 2)) {
    signals.unshift({
      name: 'login_form',
      isVisible: true,
      detail: 'the shop wants an account; no guest path is shown',
    });
  }
  return signals;
}

function readAgeGate({ tree }: Scene): Signal[] {
  const boxes = queryAll(
    tree,
    'dialog[open], [role="dialog"], [class*="age" i][class*="gate" i], [class*="age-verif" i], [id*="age-gate" i], [id*="agegate" i]',
  );
  const shown = boxes.find((box) => AGE_WORDS.test(normaliseText(textOf(box, 600))) && isRendered(box));
  return shown ? [{ name: 'age_gate', isVisible: true, detail: 'asks for the age' }] : [];
}
