import { foldText } from '../../kernel/fold-text.ts';
import { attributeOf, closestOf, queryAllIn, queryIn } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import { visibleTextOf } from '../dom/visible-text.ts';
import { captionOf } from '../form/control-finding.ts';
import { says } from './sign-in-words.ts';
import { DIALOGS, queryAll, type Scene, type Signal } from './signal.ts';

const CHALLENGE_SOURCE =
  /js\.stripe\.com\/v3\/three-ds-2-challenge|\/(acs|3ds2?|threeds|3dsecure|mdpayacs|pareq|creq)\b.*(challenge|auth|creq|pareq)|hooks\.stripe\.com\/(redirect\/authenticate|3d_secure)|3ds2?[-.][a-z0-9.-]*ckotech|centinelapi[a-z]*\.cardinalcommerce\.com\/.*(stepup|cruise\/step)/i;
const CHALLENGE_NAME =
  /^(threeDSIframe|threeDSChallengeIframe|Cardinal-CCA-IFrame|cko-3ds2-iframe|stripe-challenge-frame|challengeFrame|challenge-?iframe|checkoutChallengeIFrame|3ds2?-?(challenge|iframe|frame)|acs-?(frame|iframe)|step-?up-?iframe)$/i;
const CHALLENGE_BOX =
  '#Cardinal-Modal, [class*="threeds2__challenge"], [class*="3ds-challenge" i], [id*="3ds-challenge" i], [class*="threeds-challenge" i], [id*="threeds-challenge" i], [class*="three-d-secure" i]';
const FINGERPRINT =
  /three-ds-2-fingerprint|threeDSMethod|3ds-?method|Cardinal-collector|deviceDataCollection|ddc/i;

const SCHEME_WORDS =
  /verified by visa|visa secure|mastercard (identity check|securecode|id check)|american express safekey|\bsafekey\b|3-?d ?-?secure|protectbuy|j\/secure|本人認証サービス|strong customer authentication|starke kundenauthentifizierung|authentification forte|autenticacion reforzada|autenticazione forte|\btroy\b/;
/** The bank wants to be answered elsewhere: in its app, on a phone. */
const APP_PHRASES = [
  'open your banking app', 'open your bank app', 'open your bank\'s app', 'open your mobile banking', 'approve in your app', 'approve this payment in your', 'approve the payment in your', 'approve this purchase in your', 'confirm this payment in your', 'confirm the payment in your', 'confirm in your banking app', 'in your banking app', 'notification to your phone', 'sent a notification to your', 'push notification to', 'using your bank\'s app', 'waiting for your bank', 'confirm with your bank',
  'öffnen sie ihre banking-app', 'öffne deine banking-app', 'in ihrer app freigeben', 'in der app freigeben', 'in ihrer banking-app', 'in deiner banking-app', 'pushtan', 'photo-tan', 'freigabe in ihrer app', 'app ihrer bank',
  'ouvrez votre application bancaire', 'validez dans votre application', 'dans votre application bancaire', 'application mobile de votre banque', 'application de votre banque',
  'abra la aplicación de su banco', 'abre la app de tu banco', 'en la app de tu banco', 'en la aplicación de su banco', 'app de su banco',
  'apri l\'app della tua banca', 'nell\'app della tua banca', 'app della banca',
  'abra a sua aplicação bancária', 'abra o aplicativo do seu banco', 'no app do seu banco', 'app do banco',
  'open uw bankapp', 'open je bankieren app', 'in je bankapp', 'in uw bankapp', 'bankieren-app',
  'otwórz aplikację bankową', 'w aplikacji bankowej', 'aplikacji mobilnej banku', 'w aplikacji swojego banku',
  'バンキングアプリを開', '銀行アプリ', 'アプリで承認', 'アプリで認証',
  '打开您的银行应用', '银行应用', '手机银行', '銀行app',
  '뱅킹 앱을 열', '은행 앱', '앱에서 승인',
  'откройте приложение банка', 'в приложении банка', 'мобильном приложении банка',
  'bankacılık uygulamanız', 'banka uygulamanız', 'mobil bankacılık',
  'افتح تطبيقك البنكي', 'تطبيق البنك', 'تطبيقك المصرفي',
  'öppna din bankapp', 'åpne bankappen', 'åbn din bankapp', 'bankid', 'mitid', 'avaa pankkisovellus',
].map(foldText); // prettier-ignore
const BANK_ASKS =
  /authenticate (your|this) (payment|purchase|transaction|card)|(confirm|verify|approve) (your|this) (payment|purchase|transaction) with your (bank|card)|enter the (code|password|passcode).{0,60}(bank|card)|your (card issuer|bank) (needs|wants|requires|has sent)|purchase authentication|payment (authentication|verification)|bestatigen sie [^.!?]{0,50}(zahlung|kauf|transaktion)\b|zahlung (freigeben|bestatigen)|authentifi(er|ez).{0,20}(paiement|achat)|confirmez votre (paiement|achat)|autentica(r|cion).{0,20}(pago|compra)|confirme (su|el) (pago|compra)|autenticazione.{0,20}(pagamento|acquisto)|conferma (il )?(pagamento|acquisto)|autentica(r|cao).{0,20}(pagamento|compra)|(bevestig|verifieer).{0,20}(betaling|aankoop)|(potwierdz|uwierzytelni).{0,20}(platnosc|transakcj|zakup)|(подтвердите|подтверждение) (оплат|платеж|покупк|операци)|odemenizi (onaylayin|dogrulayin)|本人認証|支付验证|交易验证|결제 인증|본인 ?인증|تأكيد عملية الدفع/;
const MERCHANT =
  /merchant|handler|commercant|marchand|comercio|establecimiento|esercente|comerciante|estabelecimento|winkelier|webwinkel|sprzedawca|akceptant|加盟店|ご利用店舗|商户|商戶|가맹점|продавец|магазин|isyeri|التاجر|المتجر|butik/;
const MASKED_CARD =
  /[*x•·x#]{2,}[\s-]?\d{4}\b|(ending|endet|terminant|terminada|termina|final|eindig)\w* (in|with|auf|par|en|con|em|op)? ?\d{4}/;

/** Finds a bank's challenge: its frame in a page, or the bank's own document. The silent fingerprint is none. */
export function findThreeDs(scene: Scene): Signal[] {
  return [...readFrames(scene), ...readForms(scene), ...readDialogs(scene), ...readDocument(scene)];
}

function readFrames({ tree }: Scene): Signal[] {
  const targets = challengeTargets(tree.roots);
  return tree.frames.flatMap((frame) => {
    const names = [frame.name, frame.id].filter(Boolean);
    const says = `${frame.src} ${names.join(' ')}`;
    if (FINGERPRINT.test(says))
      return [{ name: '3ds_method', isVisible: false, detail: 'silent device check' }];
    const isOne =
      CHALLENGE_SOURCE.test(frame.src) ||
      names.some((name) => CHALLENGE_NAME.test(name) || targets.has(name)) ||
      closestOf(frame, CHALLENGE_BOX) !== null;
    if (!isOne) return [];
    const { width, height } = rectOf(frame);
    return [
      {
        name: '3ds_frame',
        isVisible: width >= 150 && height >= 150 && isRendered(frame),
        detail: names[0] ?? 'challenge frame',
      },
    ];
  });
}

/** Frames that a form with a challenge request posts into. */
function challengeTargets(roots: readonly (Document | ShadowRoot)[]): Set<string> {
  const forms = roots.flatMap((root) => [...queryAllIn<HTMLFormElement>(root, 'form')]);
  return new Set(
    forms
      .filter((form) => queryIn(form, '[name="creq" i], [name="PaReq" i]'))
      .map((form) => attributeOf(form, 'target') ?? '')
      .filter(Boolean),
  );
}

function readForms({ tree }: Scene): Signal[] {
  const request = queryAll(tree, 'form [name="PaReq" i], form [name="creq" i]').find((field) =>
    /^(|_self|_top|_parent)$/.test(attributeOf(closestOf(field, 'form')!, 'target') ?? ''),
  );
  return request ? [{ name: '3ds_redirect', isVisible: true, detail: 'sends the browser to the bank' }] : [];
}

const LONGEST_NOTICE = 1_000;

/**
 * A notice over the checkout that sends the buyer to the bank's app, as with decoupled authentication (EMV 3DS 2.2).
 * One that has fields asks for something itself.
 */
function readDialogs({ tree }: Scene): Signal[] {
  const isNotice = (dialog: Element): boolean =>
    isRendered(dialog) &&
    !queryIn(dialog, 'input:not([type="hidden"]), select, textarea') &&
    says(foldText(textOf(dialog, LONGEST_NOTICE)), APP_PHRASES);
  return queryAll(tree, DIALOGS).some(isNotice)
    ? [{ name: '3ds_page', isVisible: true, detail: 'the bank asks in its app' }]
    : [];
}

/** Kinds, or names where the kind is unknown, of fields that a bank's answer goes into; the others belong to a shop. */
const ANSWERS = /(?<!postal-)code|pass|otp|\bpin|tan\b|sms|answer|challenge|auth|bday/i;

/**
 * The bank's document, or a shop's page that waits for the bank's app. A shop's step to pay names schemes and banks,
 * too: where one can go on, a bank also shows the transaction or a field for its answer, or nothing but the way on.
 */
function readDocument(scene: Scene): Signal[] {
  const { document, tree, words, kindOf, nextAction, hasSubmit, hasPaymentFrames } = scene;
  if (hasPaymentFrames || words.length > 3_000 || queryIn(document, 'article')) return [];
  const visible = tree.controls.filter(isRendered);
  const hasCard = visible.some((control) => /^cc-(number|csc|exp)/.test(kindOf(control) ?? ''));
  if (hasCard) return [];
  const path = `${document.location?.hostname ?? ''}${document.location?.pathname ?? ''}`;
  const isBankPath = /(^|[./-])(acs|3ds2?|3dsecure|mdpayacs|threeds)\d*([./-]|$)|\/(pareq|creq)\b/i.test(
    path,
  );
  const mentions = SCHEME_WORDS.test(words) || says(words, APP_PHRASES) || BANK_ASKS.test(words);
  const said = mentions ? withoutChrome(scene) : words;
  const hasScheme = SCHEME_WORDS.test(said);
  const isInApp = says(said, APP_PHRASES);
  const asksBank = isInApp || BANK_ASKS.test(said);
  const inputs = visible.filter(
    (control) =>
      control.tagName === 'INPUT' && /^(text|tel|number|password|)$/.test((control as HTMLInputElement).type),
  );
  const hasAnswer = inputs.some((control) =>
    ANSWERS.test(kindOf(control) ?? `${control.type} ${control.name} ${control.id}`),
  );
  const isTransaction = MERCHANT.test(words) && MASKED_CARD.test(words);
  const isShort = words.length < 1_200;
  const isAnswerable = hasAnswer || isTransaction || (visible.length === 0 && !hasSubmit);
  const asksNow = asksBank && (nextAction === null || (isAnswerable && visible.length <= 2));
  const isShown =
    (isBankPath && (hasScheme || asksBank || inputs.length > 0)) ||
    (hasScheme && (asksNow || (hasAnswer && isTransaction))) ||
    (isTransaction && asksNow && hasAnswer && isShort) ||
    (isInApp && isShort && !hasOtherBusiness(visible.length, nextAction));
  return isShown ? [{ name: '3ds_page', isVisible: true, detail: 'the bank asks for confirmation' }] : [];
}

/** A page on which one can still shop or type much does not wait for a bank. */
const hasOtherBusiness = (visibleControls: number, nextAction: Element | null): boolean =>
  visibleControls > 2 || nextAction !== null;

/** Shops name the schemes in their footers, and "confirm payment" is what a button says. */
function withoutChrome({ tree, words, nextAction }: Scene): string {
  return [
    ...queryAll(tree, 'footer, [role="contentinfo"]').map((footer) => visibleTextOf([footer], 3_000)),
    nextAction ? captionOf(nextAction) : '',
  ].reduce((left, part) => left.replace(normaliseText(part), ' '), words);
}
