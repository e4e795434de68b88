import { bodyOf, documentOf, queryAllIn, titleOf, viewOf } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { parentOf } from '../dom/walk.ts';
import { setKind, type CardGroup } from './card-group.ts';
import { captionOf } from './control-finding.ts';
import { allWordsOf, readSectionWords, type ControlWords } from './control-words.ts';
import { isCardKind, type FieldKind } from './field-kind.ts';
import type { Opinion } from './judge-words.ts';

const LONGEST_FRAME = 400;

/** More fields for a card's number than a checkout has are looked at no further. */
const MOST_NUMBERS = 20;

/** A number alone under such a heading is a gift, member or library card's. */
const STORED_VALUE =
  /gift|balance|loyalty|member|reward|library|bibliote|bucherei|student|access card|\bic card|rfid|zutritt|voucher|guthaben|geschenk|cadeau|regalo|solde|saldo|presente|残高|ポイント|余额|礼品|잔액/;

/** Without a number or a security code on the page, dates and names are no card fields. */
export function dropLoneCards(group: CardGroup): void {
  const cards = [...group.opinions.keys()].filter((index) => isCardKind(group.opinions[index]!.kind));
  if (cards.length === 0) return;
  const evidence = gatherEvidence(group, cards);
  for (const index of cards) judgeLone(group.words[index]!, group.opinions[index]!, evidence);
}

/** What the card fields of a page say together. */
interface Evidence {
  readonly isOfOneKind: boolean;
  readonly isDeclared: boolean;
  readonly hasNumber: boolean;
  readonly hasDate: boolean;
  /** The code is said outright, and not by its place beside something that ends. */
  readonly hasSureCode: boolean;
  readonly hasPassword: boolean;
  /** Stands in a provider's frame for one field. */
  readonly isHosted: boolean;
}

function gatherEvidence(group: CardGroup, cards: readonly number[]): Evidence {
  const { words, opinions } = group;
  const among = (test: (opinion: Opinion) => boolean): boolean =>
    cards.some((index) => test(opinions[index]!));
  const kinds = new Set(cards.map((index) => opinions[index]!.kind));
  const isDeclared = among((opinion) => opinion.isDeclared);
  const hasName = kinds.has('cc-name') || kinds.has('cc-given-name');
  const hasCode = among(({ kind, strength }) => kind === 'cc-csc' && strength >= 2);
  const hasDate = kinds.has('cc-exp') || kinds.has('cc-exp-year') || kinds.has('cc-exp-month');
  const hasCompany = hasDate || hasName || kinds.has('cc-csc');
  // "Number" and "valid until" stand on every paper.
  const isOnlyDated = hasDate && !hasName && !kinds.has('cc-csc') && !kinds.has('cc-type');
  const isOther = !isDeclared && !hasCode && speaksOfOtherCards(words[0]!);
  const isNumber = ({ strength, signals }: Opinion, index: number): boolean => {
    const own = words[index]!;
    if (hasCompany) return strength >= 3 || (strength === 2 && (!isOnlyDated || saysPayment(own, true)));
    if (strength < 3) return false;
    return signals.includes('split') || saysPayment(own, isReadAt(signals)) || isOfOrder(group, index);
  };
  const numbers = cards.filter((index) => opinions[index]!.kind === 'cc-number').slice(0, MOST_NUMBERS);
  const hasNumber = !isOther && numbers.some((index) => isNumber(opinions[index]!, index));
  const hasOthers = opinions.some(({ kind, strength }) => kind === 'other' && strength >= 3);
  return {
    isOfOneKind: kinds.size === 1,
    isDeclared,
    hasNumber,
    hasDate,
    hasSureCode: among(({ kind, strength }) => kind === 'cc-csc' && strength >= 3),
    hasPassword: opinions.some(({ kind }) => kind === 'current-password' || kind === 'new-password'),
    isHosted: !hasOthers && words.length <= 3 && isFrameOfOneField(words[0]!),
  };
}

const PERSON_OF: ReadonlyMap<FieldKind, FieldKind> = new Map([
  ['cc-name', 'name'],
  ['cc-given-name', 'given-name'],
  ['cc-family-name', 'family-name'],
]);

function judgeLone(words: ControlWords, opinion: Opinion, evidence: Evidence): void {
  const { hasNumber, hasDate, hasSureCode, hasPassword, isDeclared, isHosted } = evidence;
  if (opinion.isDeclared) {
    const isBare = evidence.isOfOneKind && /^cc-(exp-|type)/.test(opinion.kind!) && !saysAnything(words);
    if (isBare) setKind(opinion, null, 'lone', 0);
    return;
  }
  if (hasNumber || (hasSureCode && hasDate) || (isDeclared && opinion.strength >= 2)) return;
  if (
    isHosted &&
    !hasPassword &&
    opinion.kind !== 'cc-type' &&
    opinion.strength >= 3 &&
    saysCard(words, opinion.kind!)
  )
    return;
  if (opinion.kind === 'cc-csc' && opinion.strength >= 3 && isOfSavedCard(words)) return;
  if (hasPassword && opinion.kind === 'cc-number') {
    setKind(opinion, 'username', 'lone');
    return;
  }
  // Whose name stands on a card that nobody pays with is still a person.
  const isPerson = opinion.kind !== 'cc-name' || opinion.strength >= 3 || wasName(opinion);
  const person = isPerson ? PERSON_OF.get(opinion.kind!) : undefined;
  if (person) {
    setKind(opinion, person, 'lone');
    return;
  }
  const isCode = opinion.kind === 'cc-csc' && /code/.test(allWordsOf(words));
  setKind(opinion, isCode ? 'one-time-code' : null, 'lone', isCode ? 2 : 0);
}

/** Was somebody's name by its own words, and the holder's only by the fields beside it. */
const wasName = ({ signals }: Opinion): boolean => signals.length > 1 && signals.at(-1) === 'near:card';

/** Cards and papers with a number and a date that nobody pays with. */
const OTHER_PAPERS =
  /licen[cs]e|passport|insurance|patient|medic(al|are|aid)|health|permit|transport|transit|parking|fuhrerschein|reisepass|ausweis|versicher|permis|passeport|assurance|pasaporte|licencia|seguro|abono|patente|passaporto|assicurazion|carteira|rijbewijs|paspoort|verzekering|prawo jazdy|paszport|免許|パスポート|保険|护照|驾照|保险|开卡|办卡|開卡|辦卡|여권|면허|보험|паспорт|водительск|страхов|pasaport|ehliyet|sigorta|رخصة|جواز|تأمين|\bbao hiem|bhyt|can cuoc|\bcccd\b|giay phep|asuransi|bpjs|ubezpiecz|pojist|biztosit|asigurar|vakuutus|forsikring|forsakring|ביטוח|ประกัน|बीमा/;

/** A page whose title and headings name another card or paper, and nothing of paying. */
function speaksOfOtherCards(words: ControlWords): boolean {
  const says = readHeadings(words);
  return (OTHER_PAPERS.test(says) || STORED_VALUE.test(says)) && !PAYMENT.test(says);
}

/** Gives the title and the first headings of a page. */
function readHeadings({ control: { ownerDocument } }: ControlWords): string {
  const headings = [...queryAllIn(ownerDocument, 'h1, h2, legend')].slice(0, 6);
  return normaliseText(
    [titleOf(ownerDocument), ...headings.map(({ textContent }) => textContent)].join(' ').slice(0, 400),
  );
}

/** A card number of which only the end is shown. */
const MASKED =
  /(visa|master ?card|maestro|amex|american express|discover|diners|jcb|card|karte|carte|tarjeta|carta|cartao|kaart|karta|kort|カード|카드|卡|карт\S*|بطاقة)\W.{0,30}?(\d{4}\b|[x*•·∙●.]{2,} ?\d{2,4}\b)/;
const LONGEST_BOX = 400;
const NEAREST_BOXES = 4;

/** Tells whether a box asks for the printed code right where the end of a saved card's number stands. */
function isOfSavedCard(words: ControlWords): boolean {
  // Banks show the card, too, where they ask for a code that they sent: only the printed one has these names.
  if (!/cv[vcn]|\bcsc\b/.test(allWordsOf(words))) return false;
  const { control } = words;
  let box = parentOf(control);
  for (let depth = 0; box && depth < NEAREST_BOXES; depth += 1, box = parentOf(box)) {
    const text = textOf(box, LONGEST_BOX + 1);
    if (text.length > LONGEST_BOX || box.tagName === 'BODY') return false;
    if (MASKED.test(normaliseText(text))) return true;
  }
  return false;
}

/** What one number alone is asked for where nobody pays: to sign in, to find or to lock something. */
const LOOKS_UP =
  /log ?-?in\b|sign ?-?in\b|anmeld|einlogg|connexion|iniciar sesion|accedi|inloggen|zaloguj|giris|вход|ログイン|登录|登入|로그인|search|\bfind\b|look ?up|validate|suche|sperren|prufen|recherche|buscar|\bcerca|zoek|szukaj|検索|搜索|查询|查詢|검색|조회|поиск|найти|arama|sorgula|\bcari\b|tim kiem|בדיק|بحث/;

/**
 * A provider's frame holds one field and hardly a word more; a page about gift cards, or a log-in, asks for one of
 * those, and a form that stores what is typed keeps one.
 */
function isFrameOfOneField(words: ControlWords): boolean {
  const own = documentOf(words.control);
  const body = bodyOf(own);
  if (!body || textOf(body, LONGEST_FRAME + 1).length > LONGEST_FRAME) return false;
  if (SAVES.test(captionsIn(body))) return false;
  const says = normaliseText(`${titleOf(own).slice(0, 200)} ${textOf(body, LONGEST_FRAME)}`);
  return !STORED_VALUE.test(says) && !OTHER_PAPERS.test(says) && !LOOKS_UP.test(says);
}

/** Buttons that put a record into somebody's list. */
const SAVES =
  /\b(save|add|insert|store|update)\b|guardar|agregar|anadir|insertar|dar de alta|speichern|hinzufugen|enregistrer|ajouter|\bsalva|aggiungi|adicionar|opslaan|toevoegen|zapisz|\bdodaj|ulozit|pridat|mentes|сохранить|добавить|зберегти|додати|kaydet|\bekle|保存|添加|追加|저장|추가|simpan|tambah|\bluu\b|حفظ|إضافة|שמור|הוסף/;

const isReadAt = (signals: readonly string[]): boolean =>
  signals.some((signal) => signal === 'label' || signal === 'neighbour');

/** A number alone may be any card's: words around it have to speak of paying, or the page's headings if it `isCalled` one. */
function saysPayment(words: ControlWords, isCalled: boolean): boolean {
  const around = readSectionWords(words.control);
  if (STORED_VALUE.test(around)) return false;
  if (PAYMENT.test(`${allWordsOf(words)} ${around}`)) return true;
  const says = isCalled ? readHeadings(words) : '';
  return PAYING.test(says) && !STORED_VALUE.test(says) && !OTHER_PAPERS.test(says);
}

/** A label that says "Card number" in a form that takes the buyer's address, too, and ends in a button that pays. */
function isOfOrder({ words, opinions }: CardGroup, index: number): boolean {
  const { form } = words[index]!;
  const isBuyers = opinions.some(
    ({ kind }, at) =>
      words[at]!.form === form && /^(postal-code|street-address|address-line1)$/.test(kind ?? ''),
  );
  if (!isBuyers || !opinions[index]!.signals.includes('label')) return false;
  return form !== null && PAYING.test(captionsIn(form)) && !speaksOfOtherCards(words[index]!);
}

/** What the first buttons of a form or page say. */
function captionsIn(box: Element): string {
  const buttons = [...queryAllIn(box, 'button, input[type="submit"]')].slice(0, 6);
  return normaliseText(buttons.map(captionOf).join(' ')).trim();
}

/** What paying is called. */
const PAYING =
  /payment|\bpay\b|checkout|paiement|pago\b|pagamento|zahlung|支払|付款|결제|оплат|сплат|плащ|плаћ|odeme|الدفع|پرداخت|platb|platnosc|placanj|placil|\bplata\b|fizet|maksu|betal|apmok|apmaks|bayar|thanh toan|vasarl|megrendel|bestell|commande\b|zamowien|objednav|pedido\b|siparis|заказ|поръчка|注文|주문|订单|訂單|結帳|结算|ชำระ|תשלום|भुगतान|πληρωμ/;

const PAYMENT = new RegExp(
  `credit|debit|kredit|bank|visa|master ?card|bancaire|信用|クレジット|신용|кредит|банк|ائتمان|${PAYING.source}`,
);

/** One list that claims card data by its attribute and by nothing else is no card form. */
function saysAnything({ label, placeholder, identifiers, title }: ControlWords): boolean {
  return [label, placeholder, title, ...identifiers].some((text) => text !== '');
}

/** In a frame that holds one box, the box has to say by itself that it is a card's. */
function saysCard(words: ControlWords, kind: FieldKind): boolean {
  const all = allWordsOf(words);
  // In a page of its own "security code" is more often sent by text message than printed on a card.
  if (kind === 'cc-csc' && isFramed(words) && /security ?code|verification value/.test(all)) return true;
  if (kind === 'cc-csc') return /cv[vcn]|\bcsc\b|card|carte|tarjeta|karte|カード|카드/.test(all);
  if (kind.startsWith('cc-exp')) return /exp|mm|card|ablauf|有効|venc|scad|caduc|validade/.test(all);
  return /card|carte|tarjeta|cartao|carta|karte|kart|holder|カード|카드|卡/.test(all);
}

function isFramed({ control }: ControlWords): boolean {
  const view = viewOf(control);
  return view !== null && view.parent !== view;
}
