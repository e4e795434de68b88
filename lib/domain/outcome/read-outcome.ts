import { foldText } from '../../kernel/fold-text.ts';
import {
  CART_EMPTY,
  CONFIRMATION_TITLES,
  DECLINED,
  DECLINE_REASONS,
  OUT_OF_STOCK,
  PRICE_CHANGED,
  PROCESSING,
  foldSaying,
  isBareThanks,
  says,
  saysConfirmed,
  type DeclineReason,
} from './outcome-words.ts';

/** What a page shows that may tell how a payment ended: claims, all of it. */
export interface OutcomeEvidence {
  readonly url: string;
  readonly title: string;
  readonly headlines: readonly string[];
  readonly alerts: readonly string[];
  /** Everything that the page shows in words, folded. */
  readonly words: string;
  readonly orderReferences: readonly { readonly reference: string; readonly context: string }[];
  /** A control that seems to pay is shown. */
  readonly hasPayControl: boolean;
  /** A field for a card is shown, in the page or in a frame. */
  readonly takesCard: boolean;
  /** Names of the fields that the page marks as wrong. */
  readonly invalidFields: readonly string[];
}

export type PageFinding =
  | { kind: 'confirmation'; reference: string | undefined; headline: string }
  | { kind: 'declined'; reason: DeclineReason; message: string }
  | { kind: 'processing'; message: string }
  | { kind: 'form_errors'; fields: readonly string[]; message: string }
  | { kind: 'cart_problem'; problem: 'out_of_stock' | 'price_changed' | 'cart_empty'; message: string }
  | { kind: 'none' };

const CONFIRMED_PATH =
  /order[-_]?received|thank[-_]?you|danke|merci|gracias|grazie|obrigad|onepage\/success|order[-_]?(confirm(ed|ation)?|complete|success|placed|summary\/success)|order\/(success|complete|confirm)|checkout[-_/](success|complete|done|finish)|checkout\/confirmation|payment[-_/]?success|commande\/confirmation|confirmation[-_]?commande|bestell(ung)?[-_]?(bestaetigung|abschluss|erfolg)|pedido[-_/]?(confirmado|realizado)|conferma[-_]?ordine|orders?\/[a-z0-9-]{6,}\/(confirmation|confirmed)|\/receipt\b/i;
const FAILED_PATH =
  /onepage\/failure|checkout\/(failure|failed|error|cancel)|payment[-_/]?(failed|failure|error|declined|refused|cancel)|\/declined\b|\/refused\b|order[-_]?failed/i;

/** A page of a shop's way to pay: there even small print that speaks of a refusal speaks of this payment. */
const SHOP_PATH = /pay|checkout|order|zahl|kasse|bestell|pago|pedido|paiement|commande|ordin/i;

const found = (texts: readonly string[], phrases: readonly string[]): string | undefined =>
  texts.find((text) => says(foldSaying(text), phrases));

/** A page this long is about something else and may mention anything. */
const MOST_WORDS_OF_A_NOTICE = 2_500;

/**
 * Reads from a page how a payment ended. A confirmation needs two of: an order reference, a sentence that says so, an
 * address that says so — and nothing left to pay with. A button that seems to pay is nothing against a headline that
 * says so beside a reference: receipts offer to buy again. A refusal is said in an alert or a headline, never in small
 * print; it comes before a confirmation, and so does a headline that asks to wait. `none` when the page says nothing
 * that can be relied on.
 */
export function readOutcome(evidence: OutcomeEvidence): PageFinding {
  const { url, title, headlines, alerts, words, hasPayControl, takesCard, orderReferences, invalidFields } =
    evidence;
  const canPay = hasPayControl || takesCard;
  const path = pathOf(url);
  const isNotice = words.length <= MOST_WORDS_OF_A_NOTICE;
  const refusal =
    found(alerts, DECLINED) ??
    found(headlines, DECLINED) ??
    (FAILED_PATH.test(path) || (isNotice && !canPay && SHOP_PATH.test(path))
      ? sentenceWith(words, DECLINED)
      : undefined);
  if (refusal !== undefined || FAILED_PATH.test(path)) {
    const message = refusal ?? alerts[0] ?? headlines[0] ?? title;
    return { kind: 'declined', reason: reasonOf(`${message} ${alerts.join(' ')}`), message };
  }

  const shown = [...headlines, ...alerts];
  const reference = orderReferences[0];
  const said = shown.find((text) => saysConfirmed(foldSaying(text)));
  const waiting = found([...alerts, ...headlines], PROCESSING);
  const headline =
    said ??
    found(shown, CONFIRMATION_TITLES) ??
    (reference && headlines.find((text) => isBareThanks(foldText(text))));
  const isSaid =
    headline !== undefined ||
    (isNotice && saysConfirmed(foldSaying(words))) ||
    saysConfirmed(foldSaying(title)) ||
    says(foldText(title), CONFIRMATION_TITLES);
  const marks = [isSaid, reference !== undefined, CONFIRMED_PATH.test(path)].filter(Boolean).length;
  const isPaid = !takesCard && (!hasPayControl || (said !== undefined && reference !== undefined));
  if (isPaid && marks >= 2 && (said !== undefined || waiting === undefined)) {
    return {
      kind: 'confirmation',
      reference: reference?.reference,
      headline: headline ?? headlines[0] ?? reference?.context ?? title,
    };
  }

  const problem = cartProblemOf(evidence, isNotice);
  if (problem) return problem;
  if (canPay && invalidFields.length > 0)
    return { kind: 'form_errors', fields: invalidFields, message: alerts[0] ?? '' };
  const message = waiting ?? (words.length < 600 ? sentenceWith(words, PROCESSING) : undefined);
  return canPay || message === undefined ? { kind: 'none' } : { kind: 'processing', message };
}

function cartProblemOf(
  { alerts, headlines, words, url }: OutcomeEvidence,
  isNotice: boolean,
): PageFinding | undefined {
  const notices = [...alerts, ...headlines];
  const isCart =
    /cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|carrinho|winkel|koszyk|sepet|korzina|checkout|kasse/i.test(
      pathOf(url),
    );
  const problems = [
    ['out_of_stock', OUT_OF_STOCK],
    ['price_changed', PRICE_CHANGED],
    ['cart_empty', CART_EMPTY],
  ] as const;
  for (const [problem, phrases] of problems) {
    const message =
      found(notices, phrases) ??
      (isCart && isNotice && problem === 'cart_empty' ? sentenceWith(words, phrases) : undefined);
    if (message !== undefined) return { kind: 'cart_problem', problem, message };
  }
  return undefined;
}

function reasonOf(text: string): DeclineReason {
  const folded = foldText(text);
  return DECLINE_REASONS.find(([, phrases]) => says(folded, phrases))?.[0] ?? 'generic';
}

/** Gives some words around the first phrase that a folded text holds. */
function sentenceWith(words: string, phrases: readonly string[]): string | undefined {
  const phrase = phrases.find((candidate) => words.includes(candidate));
  if (phrase === undefined) return undefined;
  const at = words.indexOf(phrase);
  return words.slice(Math.max(0, at - 40), at + phrase.length + 80).trim();
}

function pathOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).pathname}${new URL(url).search}` : '';
}
