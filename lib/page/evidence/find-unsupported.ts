import {
  attributeOf,
  baseUriOf,
  closestOf,
  parentElementOf,
  textContentOf,
  titleOf,
} from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { isRendered, rectOf } from '../dom/visibility.ts';
import { rememberCheck } from './check-memory.ts';
import { queryAll, type Scene, type Signal } from './signal.ts';

const WALLETS =
  'iframe[src*="paypal.com/smart/buttons"], iframe[name^="__zoid__paypal_buttons"], [data-funding-source], .paypal-buttons, #paypal-button-container, #paypal-button, apple-pay-button, [class*="apple-pay-button" i], .gpay-button, .gpay-card-info-container, [class*="google-pay" i], shop-pay-wallet-button, shop-pay-button, [class*="shopify-payment-button" i], #AmazonPayButton, [class*="amazonpay-button" i], klarna-express-button, iframe[src*="pay.google.com"], iframe[title*="paypal" i], iframe[title*="google pay" i], iframe[title*="apple pay" i], [aria-label*="paypal" i], [aria-label*="google pay" i], [aria-label*="apple pay" i]';
const WALLET_CAPTION =
  /^(pay|buy|check ?out|continue|proceed|zahlen|bezahlen|weiter|mit|payer|pagar|paga|betaal)?\W{0,3}(now )?(with|mit|avec|con|com|met|by|via)? ?(paypal|apple pay|google pay|g pay|amazon pay|shop pay|klarna|afterpay|clearpay|affirm|venmo|alipay|wechat pay|samsung pay|twint|satispay|mobilepay|swish|vipps|mb way|bizum|paysafecard)\b/;
const BANK_CAPTION =
  /\b(ideal|sofort|giropay|bancontact|przelewy24|p24|blik|trustly|eps|multibanco|online ?banking|pay by bank|bank transfer|open banking|uberweisung|virement|transferencia bancaria|bonifico|net ?banking|upi|fpx|pix|boleto|interac)\b/;
const CARD_WORDS =
  /(credit|debit|bank|payment) ?card|pay (by|with) card|card (number|details|payment)|kreditkarte|debitkarte|kartenzahlung|carte (de credit|bancaire|de paiement)|tarjeta|carta di (credito|debito)|cartao|creditcard|betaalkaart|karta (platnicza|kredytowa)|karta\b|クレジットカード|カード番号|信用卡|银行卡|신용 ?카드|카드 ?결제|банковск.{0,4} карт|картой|kredi karti|بطاقة/;
const PAYMENT_WORDS =
  /payment|pay\b|checkout|zahlung|bezahl|kasse|paiement|payer|pago|pagar|pagamento|pagare|betaling|betalen|platnosc|zaplac|支払|決済|付款|支付|결제|оплат|odeme|الدفع|betalning|kassa|betaling/;
const QR_WORDS =
  /scan|qr|escanea|scanne|scansiona|skanuj|スキャン|扫码|扫一扫|掃描|스캔|отсканируйте|tarat|امسح|wechat|alipay|pix\b|promptpay|upi\b|swish|twint|paynow|zelle/;
const CHECKOUT_FRAMES =
  /klarna-checkout|kco-?(iframe|wrapper)|\/kcoc?\/|klarna\.com\/(kco|checkout)|svea-checkout|qliro|dintero|avarda|walley|collector-checkout|netsaxept|checkout-iframe|paysoncontainer/i;
const FIELD_TITLE =
  /(card|credit|debit).{0,20}(number|field|input)|^(cvv|cvc|csc|security code|expir)|kartennummer|prufziffer|gultig bis|numero de (carte|tarjeta)|numero (de la )?carta|numero do cartao|kaartnummer|numer karty|カード番号|有効期限|卡号|카드 ?번호|номер карты|kart numarasi/;

/** How long the other ways of paying get to appear. */
const LOADS_WITHIN_MS = 3_000;

/** Finds ways of paying that no card can be typed into. Whether they are the only way is judged with all frames. */
export function findUnsupported(scene: Scene): Signal[] {
  const { document, words } = scene;
  const place = `${document.location?.pathname ?? ''} ${normaliseText(titleOf(document))} ${words.slice(0, 2_000)}`;
  if (!PAYMENT_WORDS.test(place)) return [];
  const found = [
    ...findCardFrames(scene),
    ...findKeypad(scene),
    ...findCheckoutFrame(scene),
    ...(CARD_WORDS.test(words) ? [] : [...findQr(scene), ...findOtherMeans(scene)]),
  ].slice(0, 12);
  const { shownForMs } = rememberCheck(document, 'unsupported', {
    isAsking: found.length > 0,
    isAnswered: false,
  });
  // Provider frames load late: what is the only way now may be one of several in a moment.
  return found.map((signal) => ({ ...signal, isVisible: shownForMs >= LOADS_WITHIN_MS }));
}

const say = (name: string, detail: string): Signal => ({ name, isVisible: true, detail });

/** Frames that call themselves card fields; whose they are is judged by their address. */
function findCardFrames({ tree }: Scene): Signal[] {
  return tree.frames
    .filter((frame) => FIELD_TITLE.test(normaliseText(frame.title)) && isRendered(frame))
    .slice(0, 4)
    .map((frame) => say('card_frame', originOf(frame)));
}

function originOf(frame: HTMLIFrameElement): string {
  try {
    return new URL(frame.src, baseUriOf(frame)).origin.slice(0, 300);
  } catch {
    return '';
  }
}

/** Digits to be pressed with the mouse: buttons in a group, or a picture of them. */
function findKeypad({ tree }: Scene): Signal[] {
  const digits = tree.buttons.filter(
    (button) => /^\d$/.test((textContentOf(button) ?? '').trim()) && isRendered(button),
  );
  const groups = new Map<Element | null, number>();
  for (const digit of digits) {
    const group =
      closestOf(digit, '[class*="key" i], [class*="pad" i], [role="group"]') ?? parentElementOf(digit);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const hasSecret = tree.controls.some(
    (control) =>
      (control.hasAttribute('readonly') || control.getAttribute('inputmode') === 'none') &&
      isRendered(control),
  );
  const isGroup = [...groups.values()].some((count) => count >= 9);
  const canvas = queryAll(tree, 'canvas').find(
    (element) =>
      /key(pad|board)|pin|pad\b|password|passcode/i.test(
        `${element.id} ${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')} ${parentElementOf(element)?.id} ${parentElementOf(element)?.className}`,
      ) && isRendered(element),
  );
  if (isGroup && (hasSecret || groups.size <= 2))
    return [say('unsupported:keypad', 'a keypad on the screen')];
  return canvas ? [say('unsupported:keypad', 'a keypad that is a picture')] : [];
}

/** A whole checkout in somebody else's frame. */
function findCheckoutFrame({ tree }: Scene): Signal[] {
  const frame = tree.frames.find(
    (candidate) =>
      CHECKOUT_FRAMES.test(
        `${candidate.src} ${candidate.name} ${candidate.id} ${candidate.parentElement?.id}`,
      ) &&
      rectOf(candidate).height >= 200 &&
      isRendered(candidate),
  );
  return frame ? [say('unsupported:checkout_frame', originOf(frame))] : [];
}

function findQr({ tree, words }: Scene): Signal[] {
  if (!QR_WORDS.test(words)) return [];
  const code = queryAll(tree, 'img, canvas, svg, [role="img"]').find((picture) => {
    const says = `${picture.id} ${attributeOf(picture, 'class')} ${attributeOf(picture, 'alt')} ${attributeOf(picture, 'src')} ${attributeOf(picture, 'aria-label')} ${parentElementOf(picture)?.id} ${parentElementOf(picture)?.className}`;
    const { width, height } = rectOf(picture);
    return /\bqr|qr[-_ ]?code|barcode/i.test(says) && width >= 80 && height >= 80 && isRendered(picture);
  });
  return code ? [say('unsupported:qr', 'a code to scan')] : [];
}

function findOtherMeans({ tree, nextAction, kindOf }: Scene): Signal[] {
  const isCaption = (pattern: RegExp) => (button: Element) =>
    pattern.test(normaliseText(textOf(button, 80) || (attributeOf(button, 'aria-label') ?? ''))) &&
    isRendered(button);
  const hasWallet = queryAll(tree, WALLETS).some(isRendered) || tree.buttons.some(isCaption(WALLET_CAPTION));
  const isPaying = nextAction === null || isCaption(WALLET_CAPTION)(nextAction);
  if (hasWallet && isPaying && !isCart(tree.controls.map(kindOf)))
    return [say('unsupported:wallet', 'wallet buttons only')];
  const methods = tree.controls.filter(
    (control) => (control as HTMLInputElement).type === 'radio' || control.tagName === 'SELECT',
  );
  const isBank = methods.filter((control) => {
    const label = control.labels?.[0] ? textOf(control.labels[0], 100) : '';
    return BANK_CAPTION.test(
      normaliseText(`${label} ${(control as HTMLInputElement).value} ${control.name} ${control.id}`),
    );
  }).length;
  const isLabelled = tree.buttons.some(isCaption(BANK_CAPTION));
  return isBank > 0 || isLabelled ? [say('unsupported:bank', 'the bank is paid by its own page')] : [];
}

/** Quantities and coupons belong to a cart, where a wallet's button is a short cut. */
const isCart = (kinds: readonly (string | null)[]): boolean => kinds.some((kind) => kind === 'quantity');
