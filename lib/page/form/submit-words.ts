/** Says that pressing it pays. On normalised captions. */
export const PAY =
  /\bpay\b|place (your |my |the )?order|(complete|confirm|submit|finish|finali[sz]e|send) (your |my |the )?(order|purchase|payment|checkout|booking|donation)|buy now|purchase\b|^order now|^order$|^buy$|checkout and pay|(^|\b)donate|subscribe now|start (my )?(subscription|membership|trial)|book now|authori[sz]e payment|make (a )?payment|submit payment|process payment|zahlungspflichtig|kostenpflichtig|jetzt (kaufen|bestellen|bezahlen|zahlen|buchen)|(bestellung|kauf|zahlung) (abschicken|absenden|abschliessen|aufgeben|bestatigen)|^(be)?zahlen|^kaufen|^bestellen|\bpayer\b|regler|passer (la )?commande|(valider|confirmer|finaliser) (ma |la |votre |mon |le |et )?(commande|paiement|achat|payer)|commander( et payer)?$|acheter|\bpagar\b|realizar (el )?(pedido|pago|compra)|(confirmar|finalizar|completar|efectuar|tramitar) (el |la |mi )?(pedido|pago|compra)|comprar( ahora)?$|\bpaga\b|pagare|(conferma|completa|effettua|invia) (l'|il )?(ordine|acquisto|pagamento)|acquista|ordina (ora|adesso)|(finalizar|concluir|confirmar|fechar|efetuar) (o |a )?(pedido|compra|pagamento)|\bbetaal|betalen|afrekenen en|bestelling (plaatsen|afronden)|plaats bestelling|zaplac|place|zamawiam|kupuje|kup teraz|zloz zamowienie|(注文|購入|支払い?|決済)を?(確定|する|完了)|注文する|購入する|支払う|お支払い|(立即|确认|確認|提交)(支付|付款|订单|訂單|购买|購買)|去支付|付款|支付|结账|結帳|下单|결제|구매하기|주문하기|оплатить|заплатить|(оформить|подтвердить|сделать) заказ|купить|odeme(yi)? (yap|tamamla)|siparis(i)? (ver|onayla|tamamla)|satin al|(ادفع|الدفع|إتمام|تأكيد) ?(الآن|الطلب|الدفع|الشراء)?|ادفع|betala|kop nu|slutfor|bekraft|gennemfor|fullfor|bestill|bayar|maksa|vahvista|zaplatit|objednat|platba/;

/** Never pays, whatever else it says. */
export const NEVER_PAYS =
  /\bapply\b|einlosen|appliquer|aplicar|applica\b|toepassen|zastosuj|適用|使用する|应用|적용|применить|uygula|تطبيق|\bsearch\b|\bback\b|zuruck|retour\b|volver|indietro|terug|return to|edit|change|andern|modifier|editar|modifica|remove|delete|cancel|abbrechen|annuler|annulla|log ?in|sign ?(in|up)|anmelden|register|connexion|iniciar sesion|accedi|subscribe to|newsletter|continue shopping|keep shopping|weiter einkaufen|add (to|a|an|another|gift|new)|in den warenkorb|ajouter|anadir|view|show|details|\bhelp|learn more|terms|privacy|policy|close|skip|resend|send code|upload|download|copy|print|compare|wishlist|size|why|what is|how (to|do)|pay ?later|learn|calculate|estimate|update (cart|basket|total)|choose|select|paypal credit|track|save (card|address|for)|use (this|a different|another)|scan|accept (all )?cookies|accept all|got it|decline|reject/;

/** Leads to another wallet's own flow. */
export const WALLET =
  /apple ?pay|google ?pay|g ?pay\b|paypal|amazon ?pay|shop ?pay|klarna|afterpay|clearpay|affirm|venmo|with link|\blink\b$|alipay|wechat|sofort|giropay|ideal\b|bancontact|blik|twint|swish|vipps|mobilepay|samsung pay|revolut|cash app|sezzle|zip pay|bitcoin|crypto/;

/** Leads to a next step and pays nothing. */
export const PROCEED =
  /continue|next\b|proceed|go to|weiter|fortfahren|zur kasse|continuer|suivant|continuar|siguiente|avanti|continua|prosegui|avancar|proximo|verder|volgende|dalej|przejdz|次へ|進む|続ける|下一步|继续|繼續|다음|계속|далее|продолжить|devam|ileri|التالي|متابعة|fortsatt|naste|vidare|fortsaet|lanjut|jatka|pokracovat|^submit$|^ok$|save and|checkout|review( your)? order/;

/** A next step whose caption could as well mean that money moves. */
export const MAY_PAY =
  /pay|order|buy|purchase|confirm|complete|finish|submit|zahl|kauf|bestell|pag|compra|commande|pedido|支払|注文|付款|결제|주문|оплат|заказ|odeme|siparis|دفع|طلب/;
