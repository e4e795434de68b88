import type { AmountFinding } from '../../messaging/contracts/page-reading.ts';

type AmountKind = AmountFinding['kind'];

/** Rows of a summary, by what they are called. Tried in this order on normalised words. */
const KINDS: readonly (readonly [AmountKind, RegExp])[] = [
  [
    'subtotal',
    /sub ?total|zwischensumme|sous[- ]total|subtotale|subtotaal|suma czesciowa|item(s)? total|items? \(|merchandise|warenwert|小計|小计|商品合計|商品金额|상품 ?금액|소계|промежуточн|стоимость товаров|ara toplam|المجموع الفرعي|valor dos produtos|total (produits|articles|productos|prodotti|produtos)|before tax|excl\.? ?(vat|tax)|ex\.? vat|(exkl|zzgl|ohne) ?\.? ?mwst|hors taxe|\bht\b|netto/,
  ],
  [
    'discount',
    /discount|saving|you saved?|rabatt|nachlass|ersparnis|remise|reduction|economi|descuento|ahorr|sconto|risparmi|desconto|korting|voordeel|rabat|znizka|割引|値引|优惠|折扣|할인|скидк|indirim|خصم|coupon|promo|voucher|gutschein|gift card|points|credit applied|store credit/,
  ],
  [
    'shipping',
    /shipping|delivery|postage|freight|versand|lieferung|porto|livraison|frais d'envoi|envio|entrega|gastos de|spedizione|consegna|frete|verzend|bezorg|wysylk|dostaw|送料|配送|运费|運費|배송|доставк|kargo|teslimat|الشحن|التوصيل|handling/,
  ],
  [
    'tax',
    /\btax(es)?\b|\bvat\b|\bgst\b|\bhst\b|\bpst\b|mwst|mehrwertsteuer|umsatzsteuer|\btva\b|\btaxe|\biva\b|impuesto|imposta|imposto|\bbtw\b|\bkdv\b|税|세금|부가세|ндс|налог|ضريبة|الضريبة|duties|zoll/,
  ],
  [
    'tip',
    /\btip\b|gratuity|trinkgeld|pourboire|propina|mancia|gorjeta|fooi|napiwek|チップ|小费|팁|чаевые|bahsis|إكرامية/,
  ],
  [
    'fee',
    /\bfees?\b|surcharge|gebuhr|aufschlag|\bfrais\b|supplement|cargo|comision|commissione|taxa|toeslag|oplata|prowizja|手数料|手续费|수수료|сбор|комисси|ucret|رسوم|deposit|pfand|insurance|protection|donation|spende/,
  ],
  [
    'total',
    /total|summe\b|gesamt|endbetrag|rechnungsbetrag|zu zahlen|zahlbetrag|montant (a payer|du)|a payer|net a payer|importe|a pagar|da pagare|totale|te betalen|totaal|do zaplaty|razem|suma\b|łącznie|lacznie|合計|総額|お支払い?金額|ご請求|总计|總計|合计|总额|实付|应付|应付|订单总额|합계|총 ?(결제|금액|액)|결제 ?(예정 ?)?금액|итог|всего|к оплате|сумма|toplam|odenecek|tutar|المجموع|الإجمالي|المبلغ|amount (due|payable|to pay)|(you|to) pay( today| now)?$|due (today|now)|balance due|att betala|summa\b|i alt|totalt|yhteensa|celkem|osszesen/,
  ],
];

/** How surely a name means what will be charged. */
const GRAND =
  /grand total|order total|total (to pay|due|payable|amount|price|cost)|amount (due|payable|to pay)|due (today|now)|balance due|total (a|da|do) (pagar|pagare|pago|pedido)|total (de la|de) (commande|compra)|total ttc|montant total|gesamt(betrag|summe|preis)|endbetrag|zu zahlen|zahlbetrag|rechnungsbetrag|net a payer|a payer|a pagar|da pagare|te betalen|do zaplaty|お支払い|ご請求|総額|实付|应付|订单总额|결제|к оплате|genel toplam|odenecek|الإجمالي|att betala|total incl|inkl|incl\.? (vat|tax)|ttc\b/;

const NO_TOTAL =
  /total (items?|quantity|qty|saved|savings?|discount|weight|articles?|units|reviews|votes|time|points|shipping|tax|vat|fees?)|(saved?|savings?|tax|vat|items?|discount|points|shipping) total|total (de )?(impuestos|descuentos|envio)|monthly total|(per|\/) ?(month|mo|year|unit|item|person|night)|previous total|old total|was total|estimated monthly|free (over|from|above|shipping)|over \W?\d/;

/** Tells which row of a summary some normalised words name. */
export function kindOfRow(words: string): { kind: AmountKind; isGrand: boolean } | null {
  if (!words || words.length > 90) return null;
  const isTotalWord = GRAND.test(words);
  if (isTotalWord && !NO_TOTAL.test(words) && !/sub ?total|zwischensumme|小計/.test(words))
    return { kind: 'total', isGrand: true };
  const found = KINDS.find(([, pattern]) => pattern.test(words));
  if (!found) return null;
  if (found[0] === 'total' && NO_TOTAL.test(words)) return null;
  return { kind: found[0], isGrand: false };
}
