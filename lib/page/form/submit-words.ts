const LETTER = '[a-zа-џґα-ω]';

/** Matches whole words in scripts that part them. All patterns here are for normalised captions. */
const words = (source: string): RegExp => new RegExp(`(?<!${LETTER})(?:${source})(?!${LETTER})`);

/** Ends what may stand before a caption's own order: nothing that is read, or an "and". */
const AND = new RegExp(
  `^[^\\u0600-\\ud7ff${LETTER.slice(1)}*$|[&+,] ?$|(?<!${LETTER})(?:and|und|et|y|e|en|och|og|i|ve|и|та) $`,
);

/** Tells whether a caption says it where it begins or after an "and": that is what pressing does. */
function orders(caption: string, what: RegExp): boolean {
  const found = what.exec(caption);
  return found !== null && AND.test(caption.slice(0, found.index));
}

const SENDS =
  'complete|confirm|submit|finish|finali[sz]e|send|place|process|authori[sz]e|make|valider|confirmer|finaliser|passer|realizar|confirmar|finalizar|completar|efec?tuar|tramitar|concluir|fechar|conferma|completa|effettua|invia|plaats|potwierdzam?|zloz|odeslat|dokoncit|potvrdit|slutfor|bekrafta|genomfor|skicka|fullfor|bekreft|gennemfor|bekraeft|vahvista|оформить|подтвердить|сделать|оформити';
const OF_YOURS = "(?:(?:your|my|the|this|an?|ma|la|votre|mon|le|el|mi|tu|o|il|de|din|ditt) |l')?";
const PURCHASE =
  'order|purchase|payment|booking|reservation|donation|commande|paiement|achat|pedido|pago|compra|reserva|ordine|acquisto|pagamento|prenotazione|buchung|reservierung|boeking|reservering|rezerwacj[ei]|bestelling|zamowienie|zakup|objednavku|platbu|nakup|(?:kop|kjop|kob)(?:et)?|(?:betalning|bestallning|bestilling|betaling)(?:en)?|ordren?|tilaus|maksu|заказ|замовлення';
/** What makes "pay" or "payment" part of another thing's name. */
const OF_ANOTHER_THING =
  '(?! (?:details?|methods?|options?|info|information|history|status|summary|confirmation|cancell?ation|form|number|links?)\\b)';

const STRONG = words(
  `(?:pay|(?:${SENDS}) ${OF_YOURS}(?:${PURCHASE}|checkout))(?!${LETTER})${OF_ANOTHER_THING}|(?:zahlungs|kosten)pflichtig${LETTER}*|verbindlich bestellen|jetzt (?:bestellen|buchen)|(?<!zum )(?:be)?zahlen|(?:bestellung|kauf|zahlung|buchung|reservierung) (?:abschicken|absenden|abschliessen|aufgeben|bestatigen)|payer|regler|ob[bl][a-z]+ d[ei] pa[a-z]+|pagar|pagare|paga|betaal|(?<!naar )betalen|bestelling (?:plaatsen|afronden)|zaplac|zamawiam|kupuje|(?:^|i )place(?=[\\W\\d]*$)|betala?|zaplatit|povinnost[a-z]* platby|maksa|оплатить|заплатить|оплатити|сплатити|odeme(?:yi)? (?:yap|tamamla)|alisverisi tamamla|siparisi? (?:ver|onayla|tamamla)|bayar(?! (?:nanti|di))|(?:kirim|proses|konfirmasi|selesaikan) (?:pembayaran|pesanan)|buat pesanan|(?:plaseaza|plasati|trimite|finalizeaza|finalizare|confirma) (?:comanda|plata)|plateste(?! (?:la|ramburs))|ολοκληρωση (?:αγορας|παραγγελιας|πληρωμης)|πληρωμη τωρα|(?:meg)?rendeles (?:leadasa|elkuldese)|megrendelem|(?:xac nhan )?dat hang|hoan tat thanh toan|(?:simdi|hemen) ode|подтвердить заказ|підтвердити замовлення|(?:потвърди|завърши) поръчка(?:та)?|potvrdi (?:kupovinu|placanje|narudzbu)|oddaj narocilo|(?:lagg|placera|placer|afgiv) (?:en )?(?:order|ordre|bestilling)|legg inn bestilling|tee tilaus|plati(?:ti|te)?|(?:posalji|predajte|kreirajte) (?:porudzbinu|narudzbu)|placaj|(?:pateikti|sukurti) uzsakyma|moketi|maksat|veikt pasutijumu|(?:vormista|esita) tellimus|platit|(?:^|i )ode|плати(?:ти)?|направи поръчка|(?:зробити|розмістити) замовлення|разместить заказ|аплаціць|разм[еяі]сціць (?:замову|заказ)|καντε παραγγελια|greida|ganga fra (?:pontun|kaupum)|(?:fer|crea|realitza) (?:la )?comanda|membayar|tempatkan pesanan|креирајте наруџбину|төлбөр (?:хийх|төлөх)|захиалга (?:хийх|өгөх)|hacer (?:el )?pedido|(?:fazer|faca) (?:o |a )?(?:pedido|encomenda)|finalizar (?:a )?encomenda|plasare comanda|bestellung ausfuhren`,
);
/** "Confirm $50": what is sent is that sum. */
const SENDS_SUM = new RegExp(`^(?:${SENDS}) (?:(?:rs|[a-z]{3})\\.? ?)?\\p{Sc}? ?\\d[\\d.,]*\\W*$`, 'u');
const WEAK = words(
  '^buy|buy (?:it |this )?now|^donate|(?:donate|subscribe|book|reserve|rent|order|purchase) now|^(?:book|reserve|reservar|reserver|prenota|buchen|boeken|rezerwuj)(?=[\\W\\d]*$)|start (?:my |your )?(?:subscription|membership|trial)|^(?:order|purchase)(?=[\\W\\d]*$)|jetzt kaufen|^(?:kaufen|bestellen|commander|acheter|comprar|acquista|objednat|bestill)|comprar ahora|ordina (?:ora|adesso)|kup teraz|купить|kop nu|kjop na|kob nu|satin al|^(?:bestalla?|tilaa|megrendel|naruci(?:te)?|naroci|uzsakyti|pasutit|telli|ordina|замовити|заказать|поръчай|porosit|panta|pesan)(?=[\\W\\d]*$)',
);

/** Scripts without spaces between words: by a caption's end or a verb's form, for other nouns begin like these. */
const STRONG_SIGNS =
  /(注文|購入|支払い?|決済)を?(確定|する|完了する)|支払う|^お?支払い?$|(立即|确认|確認|提交)(支付|付款|订单|訂單|购买|購買)|(支付|付款|结账|結帳|下单)[^一-龥]*$|(결제|구매|주문)하기|(^|[ \d원])결제$|(إتمام|تأكيد) (الطلب|الدفع|الشراء)|ادفع|ثبت سفارش|تکمیل خرید|^(ชำระเงิน|สั่งซื้อ|ยืนยัน(การ)?(ชำระเงิน|สั่งซื้อ))|(भुगतान|पेमेंट|ऑर्डर) (पूरा )?कर|(בצע|אשר) (תשלום|הזמנה|רכישה)|^שלם(?![א-ת])|^الدفع( الآن)?$|^ご?注文$|送出(訂單|订单)|ثبت نهایی|注文の確定|注文を送信|下[訂订][單单]?$|^落單$|שליחת הזמנה|انجام سفارش|سفارش دهید|نهایی کردن خرید|^پرداخت$|^دفع$|تقديم الطلب|आदेश दें|অর্ডার (করুন|স্থাপন)|পেমেন্ট কর|შეკვეთის განთავსება|បញ្ជាទិញ|^ชำระ$/;

/** Never pays, unless the caption itself orders to. */
const NEVER_PAYS = words(
  'apply|search|back|zuruck|retour|volver|indietro|terug|return|edit|change|remove|delete|cancel|abbrechen|annuler|annulla|log ?in|sign ?(?:in|up)|anmelden|register|newsletter|continue (?:shopping|reading)|weiter einkaufen|achats|comprando|winkelen|zakupy|lo shopping|handla|add (?:to|an?|another|gift|new)|view|show|(?:^|order |more )details|help|terms|close|skip|resend|copy|print|why|what is|how|learn|calculate|estimate|update|choose|select|track|save (?:card|address|for)|use (?:this|a different|another)|scan|without accepting',
);
const NEVER_SIGNS = /取消|変更|变更|취소|변경/;

/** Leads to another's own flow: a wallet, a bank, instalments, an identity. */
export const WALLET = words(
  '(?:apple|google|amazon)(?: ?pay)?|(?:samsung|shop) ?pay|g ?pay|paypal|facebook|twitter|microsoft|linkedin|github|klarna|afterpay|clearpay|affirm|venmo|with link|link$|alipay|wechat(?: ?pay)?|(?:mit )?sofort$|giropay|ideal|bancontact|blik|twint|swish|vipps|mobilepay|revolut|cash app|sezzle|zip pay|bitcoin|crypto|pay (?:later|monthly|over time|(?:in|over) (?:\\d|three|four|instal))|(?:cash|pay(?:ment)?) (?:up)?on (?:delivery|arrival|collection|pick ?up)|pay (?:when|at the|in store)|contre remboursement|contra reembolso|contrassegno|another way|plus tard|en \\d fois|spater|in raten|(?:by|with|auf|par|per) (?:bank(?! card)|invoice|rechnung|lastschrift|vorkasse|nachnahme|virement|transfer|bonifico|cash|che(?:que|ck))',
);

/** Leads to a next step. */
const LEADS = words(
  'continue|proceed|next(?= step|:|\\W*$)|check ?out|go to (?:payment|shipping|delivery)|^review(?= )|to review|weiter|fortfahren|zu[rm] (?:kasse|zahlung|nachsten schritt)|(?:bestellung|angaben) (?:uber)?prufen|continuer|poursuivre|suivant|proceder|passer (?:a la caisse|au paiement)|continuar|siguiente|seguir|ir (?:a la caja|al pago|a pagar|para)|avanti|continua|prosegui|procedi|vai a(?:lla|l)|avancar|proximo|verder|volgende|doorgaan|ga naar|dalej|kontynuuj|przejdz|do kasy|fortsatt|fortsett|fortsaet|nasta|neste|naeste|vidare|videre|til(?:l kassan| kassen)|lanjut(?:kan)?|jatka|seuraava|pokracovat|dalsi|далее|продолжить|перейти|далі|продовжити|devam(?: et)?|ileri|gozden gecir|odemeye (?:gec|git)|(?:alisverisi|sepeti) onayla|tiep (?:tuc|theo)|tien hanh|mai departe|spre plata|pasul urmator|συνεχεια|συνεχιστε|επομενο|προχωρηστε|tovabb|(?:a )?penztarhoz|продължи|напред|към|nastavi|dalje|nadaljuj|naprej|s(?:lj|l)edeci|toliau|turpinat|edasi|siirry|berikutnya|selanjutnya|teruskan|continuare|folytatas|halda afram|hapi tjeter|jarraitu|jargmine|ilerle|ket tiep|nastavite|nastepn[ey]|nachste[rs]?|nakamais|pirmyn|prosseguir|prossimo|seguinte|sledeca|sljedeca|sonraki|fortsetzen|successivo|testi|pokracuj|urmatorul|weitermachen|inainte|kitas|kovetkezo|nasledujici|proxima|seguent|siradaki|dalsie|далей|дараагийн|працягнуць|наступний|следващ|следећа|следующ(?:ее|ий)|вперед|ymlaen',
);
const LEADS_SIGNS =
  /次へ|進む|続ける|手続きへ|レジへ|確認(画面)?へ|内容を?確認|下一步|继续|繼續|去结算|(?:进行|進行|去|前往)(?:结[账算]|結[帳算]|付款|支付)|다음|계속|로 이동|التالي|متابعة|ادامه|بعدی|המשך|(?<![א-ת])הבא(?![א-ת])|ดำเนินการต่อ|ถัดไป|आगे बढ़|जारी र[ाख]|続行|استمر|التالى|القادم|अगला|अर्को|পরবর্তী|চালিয়ে যান|এগিয়ে|ඊළඟ|ต่อไป|გაგრძელ|შემდეგი|បន្ត/;

/** Says where a next step leads. */
const TO = words(
  'to|review|(?:uber)?prufen|verifier|revisar|zu[rm]|vers|au|a la|al|alla|para|naar|do|k|ke|till?|к|до|към|gozden gecir|odemeye|tien hanh thanh toan|spre|στην?|στο|προς|(?:penztar|fizetes)h[oe]z|na',
);
const TO_SIGNS = /: ?\S|(?<!次)へ|に進|確認|去|进行|進行|前往|로 이동|إلى|به پرداخت|לתשלום|לקופה|ไปที่|ไปยัง/;

/** To go on buying other things: away from the checkout. */
const ON_SHOPPING = new RegExp(
  `${words(`shopping|acquisti|compr(?:as|ar|ant|ando)|cumparaturi?(?:le)?|indkob|handle|ostoksia|ostlemist|belanja|nakup[eo]m|nakupovan[a-z]+|nakupova[a-z]+|nakupu|nakupe|kupovinu|shoppen|iepirk[a-z]+|mua (?:hang|sam)|αγορ(?:ων|ες)|покупки|пазарув[а-я]+`).source}|לקנות|קנייה|ادامه خرید|التسوق|खरीदारी|ショッピング|買い物|[購购]物|쇼핑`,
);

/** A next step whose caption could as well mean that money moves. */
const MAY_PAY = words(`${SENDS}|${PURCHASE}`);

/** Ends a form, and does not say what becomes of it. */
const ENDS = new RegExp(
  `^(?:${SENDS}|absenden|senden|bestatigen|(?:be|ver)stuur|enviar|aceptar|wyslij|trimite|gonder|onayla|kuld(?:es)?|elkuld|proses|kirim|konfirmasi|potvrdi|xac nhan|отправить|надіслати|підтвердити)(?!${LETTER})|^check ?out(?=[\\W\\d]*$)|^(提交|送出|确定|確定|送信|확인|확정|제출|ส่ง|ยืนยัน|שליחה|שלח|אשר|إرسال|تأكيد)`,
);

/** Leads to paying or to a checkout, and to no look at the order before. */
const TO_PAYMENT = words(
  'payment|pay|checkout|zahlung|bezahlen|kasse|paiement|caisse|pago|pagamento|cassa|betaling|betalen|platnosci|platbe|kassan?|оплате',
);

/** Tells whether a caption ends a form without saying what becomes of it: "Submit", "Confirm". */
export const endsForm = (caption: string): boolean => ENDS.test(caption);

/** Tells whether a caption leads to paying: where the card is asked for already, there is nowhere else to lead. */
export const leadsToPayment = (caption: string): boolean => TO_PAYMENT.test(caption);

/** "By card", or "by another card", in the languages of shops: as often the name of a choice as what pays. */
export const CARD =
  /(credit|debit|bank|payment|by|with|via|new|another|different|add)( a)? ?card|credit (\/|or) debit|credit\/debit|^cards?$|(kredit|debit)karte|kartenzahlung|(neue|andere) karte|carte (de credit|bancaire|bleue)|(nouvelle|autre) carte|tarjeta|carta di (credito|debito)|nuova carta|cartao|creditcard|betaalkaart|karta (kredytowa|platnicza)|クレジットカード|信用卡|银行卡|신용카드|банковск(ая|ой) карт|kredi kart|بطاقة (ائتمان|بنكية)|kreditkort|betalkort|kort$/;

/**
 * What a caption says: that pressing pays; that something is sold or chosen, as offers beside a checkout do, too; that
 * it leads to a step it names, or just on; that it does neither; or nothing known.
 */
export type CaptionSense = 'pays' | 'sells' | 'leads_to' | 'leads_on' | 'neither' | 'unknown';

/** Gives what a normalised caption says. A verb of paying counts beside other words where the caption orders it. */
export function senseOf(caption: string): CaptionSense {
  if (WALLET.test(caption)) return 'neither';
  const never = NEVER_PAYS.test(caption) || NEVER_SIGNS.test(caption);
  const leads = LEADS.test(caption) || LEADS_SIGNS.test(caption);
  const says = (what: RegExp) => (never || leads ? orders(caption, what) : what.test(caption));
  if (says(STRONG) || says(STRONG_SIGNS) || says(SENDS_SUM)) return CARD.test(caption) ? 'sells' : 'pays';
  if (says(WEAK)) return 'sells';
  if (never && (caption.search(LEADS) <= 0 || !orders(caption, LEADS))) return 'neither';
  if (!leads) return 'unknown';
  if (ON_SHOPPING.test(caption)) return 'neither';
  // "Next: Place order" leads to where one pays; "Proceed to pay" is what some shops write on Pay itself.
  if (STRONG.test(caption)) return /\bto pay\b/.test(caption) ? 'unknown' : 'neither';
  if (TO.test(caption) || TO_SIGNS.test(caption)) return 'leads_to';
  return MAY_PAY.test(caption) ? 'unknown' : 'leads_on';
}
