import type { AmountFinding } from '../../messaging/contracts/page-reading.ts';

type AmountKind = AmountFinding['kind'];

/** What a row of the summary names. Of totals, the higher rank says more surely what will be charged. */
export interface RowKind {
  readonly kind: AmountKind;
  readonly rank: number;
}

/** Tells sums from what they are made of. */
export const isOfTotals = (kind: AmountKind): boolean => kind === 'total' || kind === 'subtotal';

/** The rank of totals that say what is still to be paid. */
export const DUE_RANK = 3;

export const TAXES =
  'tax(?:es?)?|vat|gst|hst|pst|mwst|ust|tva|iva|impuestos?|impost[aeio]s?|tasse|btw|kdv|moms|mva|dph|ddv|pdv|afa|alv|igv|ppn';

/** Words for a tax that are short enough to stand in the name of goods: they name a row that holds nothing else. */
const BARE_TAXES = `^\\W*(?:(?:total[ei]?|sum|ukupno|jumlah) (?:i |de )?)?(?:adok?|afgift(?:er)?|belasting(?:en)?|dan|dane|dani|davek|davki|imposats?|kaibemaks|maksud?|mokes(?:tis|ciai|ciu)|nodok\\w*|pajak|podat(?:ek|ki|ku)|porezi?|skatt?(?:er|ur)?|treth|taksat?|taksave|tasas?|tassazione|thue|vergi(?:ler)?|verot?|zergak?)(?: (?:total[et]?|totaal|cel[kc]\\w*|skupaj|suma|lacznie|ogolem|kopa|toplami?|osszesen))?[\\W\\d]*$`;

/** Words behind which stands what an amount holds already, and words behind which stands what is yet to come. */
const WITH = `\\b(?:inc\\b|in[ck]l|einschl|enthalt|compr[ei]s|brutto|ttc\\b|dahil|inbegr|vc(?:etne)?\\b|bao gom|sau thue|termasuk|(?:with|mit|avec|con|com|med|cu|after|nach|apres|dopo|despues|po)\\b|(?:sa?|z) (?:${TAXES})\\b)|포함|с ндс|с пдв|включая|כולל|شامل|συμπ|με φπα`;
const WITHOUT = `\\b(?:e[xk]s?[ck]l|(?:e[xk][cks]?\\.? ?|before |plus )(?:${TAXES}|disc|ship|deliv)|(?:not?|non|nicht|nao|niet) (?:in[ck]|compr|enth|inb)|hors\\b|ht\\b|ohne|zzgl|without|sin\\b|senza|sem\\b|zonder|bez\\b|utan\\b|uden\\b|uten\\b|haric|truoc thue|chua thue)|netto|без |ללא |별도|χωρις`;

/** A sum that is named as being without its tax, and nothing else: no number stands between the words. */
const IS_NET = new RegExp(
  `\\b(?:e[xk]s?[ck]l\\w*|ex|hors|ohne|without|before|sin|senza|sem|zonder|bez|utan|uden|uten|sans|fara)\\W{1,3}(?:${TAXES})\\b|\\b(?:${TAXES})\\W{1,3}(?:e[xk]s?[ck]l|esclus|haric)|\\bht\\b|\\bnetto?\\b|税[抜別别]|[不未]含税|未税|부가세 ?별도|без (?:ндс|пдв)|χωρις φπα`,
);

const IS_WITH = new RegExp(`${WITH}|含|税込`);
const IS_WITHOUT = new RegExp(`${WITHOUT}|[不未]含|未税|税[抜別别]`);

/** Signs of Chinese and Japanese stand before the word as well as behind it: only they themselves are taken away. */
const QUALIFIERS = new RegExp(
  `\\([^)]*(?:${WITHOUT}|${WITH}|含|税[込抜別别])[^)]*\\)?|[不未]?含税?|未税|税[込抜別别][みき]?|(?:\\b(?:${TAXES})\\b\\W{1,3})?(?:${WITHOUT}|${WITH}).*`,
  'g',
);

/** Totals of which a summary may also state parts, and those that say what is still to be paid. */
const GRAND = 'gesamt(?:betrag|summe)|endbetrag|rechnungsbetrag|ご請求|総額|订单总额|الإجمالي';
const DUE =
  'amount (?:due|payable|to pay)|due (?:today|now)|zu zahlen|zahlbetrag|montant du|a payer|a pagar|da pagare|te betalen|do zaplaty|お?支払い?金?額|实付|应付|결제 ?(?:예정 ?)?금액|к оплате|до сплати|за плащане|odenecek|a betal[ae]|maksettava|(?:k|na) uhrad|za plac|fizetendo|de plata|moketi|לתשלום';
const IS_GRAND = new RegExp(`${GRAND}|grand|order|final|commande|pedido|compra|genel`);
const IS_DUE = new RegExp(`${DUE}|total (?:due|payable)|(?:you|to) pay`);

/** Rows of a summary, by what they are called. Tried in this order on normalised words. */
const KINDS: readonly (readonly [AmountKind, RegExp])[] = [
  [
    'subtotal',
    /sub[- ]?total|zwischensumme|sous[- ]total|subtotaal|suma czesciowa|delsum|va[lh][ie]summa|me[dz]+iso?u?c|meduzb|међузб|is-gyfanswm|azpitotal|nentotal|შუალედ|υποσυνολ|μερικο|проміжн|междинн|סכום ביניים|ยอดรวมย่อย|item(s)? total|items? \(|merchandise|warenwert|小計|小计|商品合計|商品金额|상품 ?금액|소계|промежуточн|стоимость товаров|ara toplam|المجموع الفرعي|valor dos produtos|tota(?:l|le|li|is) (?:(?:des?|dos?|dei|di|dels?) )?(?:produ[ck]?[ti]\w*|prodotti|article\w*|artigos?|articul\w*|articol\w*|itens?|elementos|oggetti)\b|delna vsota|reszosszeg|tam tinh|vmesni|под[иы]тог|попередн\S* підсум|прамежк|סיכום ביניים|סה.{0,2}כ ביניים|סכום חלקי|جمع جز|उप-?(कु|कू|यो)|উপ(মোট|সমষ্টি)|সাবটোটাল|សរុបរង|小記|alt toplam|starpsumma|tarpine suma|suma czastkowa|totale parziale|부분 합계|millisumma|(?:итого по|стоимость) товар|товаров всего|(?:قيمة|سعر|مجموع) المنتجات|ราคาสินค้า|zwischentotal|^(?:shopping )?(?:cart|basket|bag|warenkorb|panier|carrito|cesta|carrello|carrinho|winkelwagen|koszyk|kosik|kosar|cos|sepet|varukorg|handlekurv|ostoskori|корзина|кошик|購物車|购物车|カート|장바구니) ?(?:total ?)?[:：]$|urun(?:ler(?:in)?)? toplam|tuotteet yhteensa|tetelek|termekek ara|vare(?:r )?total|ukupno (?:artikala|proizvoda)|συνολο (?:προιοντων|αντικειμενων)|общо артикули|商品(?:总计|總計|金額合計)|[项項]目[总總]|品項|아이템 합계|truoc thue/,
  ],
  [
    'discount',
    /discount|saving|you saved?|rabatt|nachlass|ersparnis|remise|reduction|economi|descuento|ahorr|sconto|risparmi|desconto|korting|voordeel|rabat|znizka|sleva|zlava|popust|знижк|отстъпк|割引|値引|优惠|折扣|할인|скидк|indirim|خصم|הנחה|coupon|promo|voucher|gutschein|gift card|points|credit applied|store credit|afslatt|gostyngiad|deskontu|попуст|alennu|allahind|soodust|\batlaid|descompt|diskon|giam gia|khuyen mai|kedvezmen|engedmen|nuolaid|zlavy?\b|\bslev|\breducer|\bupust|\bscont[io]\b|\bskonto|popus|\bkampanj|\baktion|зніжк|хөнгөл|промо|\bzbritj|εκπτωσ|προσφορ|הנח(?:ה|ות|ת)|خصوم|تخفیف|छ[ूु]ट|डिस्काउंट|ছাড়|ডিসকাউন্ট|වට්ට|ส่วนลด|โปรโม|ფასდაკ|បញ្ចុះ|促[销銷]|優惠|プロモ|프로모/,
  ],
  [
    'shipping',
    /(?:shipping|delivery)(?! (?:address|details|info))|(?:lieferung|livraison)(?! adresse)|postage|freight|versand|\bporto(?:kosten)?(?= ?(?:$|[(:&+,]|und |og ))|frais d'envoi|envio|entrega|gastos de|spedizione|consegna|frete|verzend|bezorg|levering|fra[gk]t|wysylk|dostaw|doprav|postovn|szallit|livrare|送料|配送|运费|運費|배송|доставк|kargo|teslimat|الشحن|التوصيل|משלוח|handling|pengirim|ongk(?:os|ir)|\bbidalket|przesylk|isporuk|\bpre?prav[auy]\b|dostav|cludiant|enviament|lliurament|dergesa|dergim|^dodani\b|^dodavka\b|dorucen|^expedi(?:ere|cao|tion)(?: (?:si|et|e) .*)?$|forsendelse|giao hang|^kuljetus\b|leverans|leverera|nakliye|\bcou?rier\b|\bcurier\b|\bkurier|\bkuryr|\bfutar|postnin|posiljanj|pristatym|saatmi|sendingar|\btarne|piegad|toimitus|^(?:total |taxa de )?transport(?: total)?[\W\d]*$|van chuyen|versendet|αποστολ|μεταφορικ|παραδοσ|дастаўк|хүргэлт|тээвэр|испорук|^(?:هزینه )?ارسال|تسليم|حمل و ?نقل|^حمل$|(?:^|رسوم |تكلفة |مصاريف )شحن|توصيل|تحویل|वितरण|शिपिंग|डिली?वरी|डेलिभर|ডেলিভারি|শিপিং|প্রেরণ|จัดส่ง|ค่าส่ง|მიტან|მიწოდ|ដឹកជញ្ជូន|寄送|运输|運送|[郵邮][費费]|배달/,
  ],
  [
    'tax',
    new RegExp(
      `\\b(?:${TAXES})\\b|mwst|steuer|税|세금|부가세|ндс|пдв|налог|ضريبة|duties|zoll|${BARE_TAXES}|φορο[ςι]|φορων|данъ[кц]|татвар|падат[ак]|подат(?:о?к|к)|порез|מסים|^מס$|מע.?מ|ضرائب|مالیات|(?:^| )कर(?: |$)|কর$|බද|ภาษี|გადასახად|ពន្ធ|稅`,
    ),
  ],
  [
    'tip',
    /\btip\b|gratuity|trinkgeld|pourboire|propina|mancia|gorjeta|fooi|napiwek|チップ|小费|팁|чаевые|bahsis|إكرامية/,
  ],
  [
    'fee',
    /\bfees?\b|surcharge|gift ?wrap|packaging|gebuhr|aufschlag|\bfrais\b|supplement|cargo|comision|commissione|taxa|toeslag|oplata|prowizja|手数料|手续费|수수료|сбор|комисси|ucret|رسوم|deposit|pfand|insurance|protection|donation|spende|\bavgift|\bgebyr/,
  ],
  [
    'total',
    new RegExp(
      `total|gesamt|importe|summ[ea]\\b|totaal|razem|suma\\b|lacznie|laczna (?:kwota|cena|wartosc|suma)|合計|总计|總計|合计|总额|합계|총 ?(?:결제|금?액)|итог|всего|всього|разом|сумма|общо|toplam|tutar|المجموع|المبلغ|(?:you|to) pay(?: today| now)?$|balance due|i alt|yhteensa|celk[eo]|spolu\\b|ukupno|skupaj|osszesen|is viso|kokku|συνολ|סה.{0,2}כ|tong (?:cong|tien|thanh toan)|thanh tien|ยอดรวม|ทั้งสิ้น|jumlah|vegosszeg|загальн\\S* (?:сум|варт|цін|підсум)|усього|усяго|обща(?:я)? (?:сума|сумма|цена|стоимость|стойност)|цялостна|тотал|\\bkopa\\b|kopej|samtals|heildar|(?:^|: )tong(?: so| don hang| gia)?\\b|\\bskupn[aio]\\b|znesek narocila|総計|總[計金價共額]|金[額额][統统][計计]|总[价共金]|共计|סך הכל|סכום כולל|מחיר כולל|(?:^|ال| )[إا]جمال[يى]|مجموع|جمع کل|(?:^| )کل(?: |$)|قیمت کل|कुल|মোট|එකතු|මුළු|(?:^|ยอด|ราคา|ผล)รวม|(?:^|รวม|ซื้อ|ยอด|ราคา)ทั้งหมด|სულ|ჯამ|សរុប|cyfanswm|guztira|(?:ukupan|ukupna|konacan|konacna) |iznos (?:porudzbine|narudzbe|za)|koguhind|kogumaks|kogusumma|ordresum|wartosc zamow|calkowit|\\bviso\\b|агулам|нийт|укупно|підсумок|ընդհանուր|총(?= ?주문|$)|${DUE}|${GRAND}`,
    ),
  ],
];

/** Totals of something else than this order's money, of another day, and offers that begin at some total. */
const NO_TOTAL =
  /total (items?|quantity|qty|weight|units)|(per|\/) ?(month|mo|year|unit|item|person|night)|monthly|\b(?:per|pro|par|al|por|om|pr\.?|w|za) (?:maand|monat|mois|mes|mese|maned|manaden?|miesiacu?|mesic|kuukausi)\b|maandelijks|monatlich|mensuel|mensual|mensile|mensal\b|miesiecz|mesicn|\baylik|\bhavi\b|ежемесяч|щомісяч|毎月|每月|매월|(previous|old|original|was|without) total|\b(if|when|once|exceed\w*|over|above|under|below|wenn|ab|uber|si|min(im|d)\w*|later|on arrival|at (the )?(property|hotel|counter)|vor ort|sur place)\b|anzahl|menge\b|\bantall?\b|so luong|quantidade|cantidad|количество|[个個点點件]数|수량|以上|이상|满/;

/** What begins like a total that is another's, and a bare "amount". */
const OF_ANOTHER_DAY =
  /^(?:total|totaal|totale|gesamt|summe|suma|celkem|razem|toplam|итого|合計|合计)\b|^(?:amount|payable|montant|betrag|bedrag|importe|importo|kwota|belopp|belob)\W*$|^payable\b/;

/** Where something is sent, or what is told of it, is no price of sending it. */
const OF_NO_CHARGE =
  /address|adress|indirizzo|direcci|enderec|\badres|informa[tcsz]|住所|地址|주소|адрес|διευθυν|عنوان|آدرس|כתובת|ที่อยู่|dia chi|alamat/;

/** Takes away words that only say which taxes or charges an amount holds. */
export function withoutQualifiers(words: string): string {
  return words.replace(QUALIFIERS, ' ');
}

/** Tells whether words say that taxes or charges are yet to be added. */
export function isBeforeCharges(words: string): boolean {
  return IS_WITHOUT.test(words);
}

/** Tells whether words name a sum without its tax. */
export function isNetOfTax(words: string): boolean {
  return IS_NET.test(words);
}

/** Tells which row of a summary some normalised words name. */
export function kindOfRow(words: string): RowKind | null {
  if (!words || words.length > 90) return null;
  const bare = withoutQualifiers(words);
  const isBare = /\p{L}/u.test(bare);
  // `Excl. VAT` names a sum, `plus VAT` the tax itself.
  if (!isBare && isBeforeCharges(words) && !/^(zzgl|plus)/.test(words)) return { kind: 'subtotal', rank: 0 };
  const name = isBare ? bare : words;
  const [head = ''] = name.split(/[(（]/);
  // `合計（割引後）` is a total, whatever was taken off before.
  const found = KINDS.find(([kind, pattern]) => pattern.test(kind === 'discount' ? head : name));
  if (!found) return null;
  const [kind, pattern] = found;
  if (kind === 'shipping' && OF_NO_CHARGE.test(name)) return null;
  if (kind !== 'total') return { kind, rank: 0 };
  if (NO_TOTAL.test(name) || isProse(name, pattern)) return null;
  if (isBeforeCharges(words)) return { kind: 'subtotal', rank: 0 };
  return { kind, rank: IS_DUE.test(name) ? DUE_RANK : IS_GRAND.test(name) || IS_WITH.test(words) ? 2 : 1 };
}

/** Tells whether words name a sum of some kind, also one that is not this order's, and no goods. */
export function isNameOfSum(words: string): boolean {
  return kindOfRow(words) !== null || OF_ANOTHER_DAY.test(words);
}

/** A row is called by its total; a sentence only comes to speak of one. */
function isProse(words: string, total: RegExp): boolean {
  const count = (text: string): number => text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return count(words.slice(0, words.search(total))) > 2 || count(words) > 8;
}
