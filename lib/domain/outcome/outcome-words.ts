import { foldText } from '../../kernel/fold-text.ts';

/** Phrases as shops write them, by language; folded once, matched as parts of folded text. */
const fold = (lists: readonly (readonly string[])[]): readonly string[] => lists.flat().map(foldText);

export const says = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrase));

/** Thanks for an order right behind one another, in the languages that say it in this order; English also what was done to it. */
const THANKS =
  '(?:thank(?:s| you)|dank[es]?|merci|gracias|grazie|obrigad[oa]|bedankt|dziekujemy|dekujeme|dakujeme|tack|takk?|kiitos|koszonjuk|multumim|спасибо|дякуємо|благодарим|ευχαριστουμε|hvala|terima kasih|cam on|תודה|gracies|aitah|taname?|aciu|dekojame|paldies|dekuji|tesekkurler|faleminderit|multumesc|дякую|благодаря|дзякуй|شكرا(?: لك)?|با تشکر|ありがとうございます|감사합니다|[谢謝]{2}[您你]?|धन्यवाद|ধন্যবাদ|ขอบคุณ|ευχαριστω)';
const CONFIRMED_PATTERNS = [
  new RegExp(
    `(?<![a-z])${THANKS}(?: [^ .!?,]{1,7}){0,4} ?(?:(?:order|purchas|shopping|payment|booking|reservation|donati|buying|bestell|einkauf|buchung|commande|achat|pedido|compra|ordin|acquist|pagamento|encomenda|aankoop|zamowieni|zakup|objednavk|nakup|bestalln|kop(?![a-z])|kjop|ordre|bestilling|handel|tilau|rendel|vasarl|comand|narudzb|narocil|pesanan|dat hang)|заказ|покупк|замовлення|поръчк|παραγγελ|αγορα|הזמנ)`,
  ),
  /(?<!(?:once|when|after|until|unless|if|before|soon as)[a-z ]{0,16})(?:order|purchase|payment|booking|reservation|donation|transaction)(?: (?:is|was|has been|now|successfully)){0,3} (?:confirmed|placed|received|completed?(?! [a-z])|successful|approved|accepted|submitted)/,
];
/** A page that thanks and says no more: "Thank you, Ada!" */
const BARE_THANKS = new RegExp(`^(?:vielen |hartelijk )?${THANKS}(?:[ ,]{1,2}[^ ,]{1,20})?[!. ]*$`);

const CONFIRMED = fold([
  ['your order number is', 'received your order', 'received your payment', 'got your order', 'order has been processed successfully', 'order has been successfully placed'],
  ['ihre bestellung wurde erfolgreich', 'deine bestellung wurde erfolgreich', 'bestellung ist eingegangen', 'bestellung ist bei uns', 'bestellung bestätigt', 'bestellung erhalten', 'bestellung erfolgreich', 'buchung bestätigt', 'zahlung erfolgreich', 'zahlung war erfolgreich'],
  ['votre commande a été', 'votre commande est confirmée', 'votre commande a bien été', 'commande confirmée', 'commande reçue', 'commande validée', 'commande enregistrée', 'réservation confirmée', 'paiement réussi', 'paiement accepté'],
  ['tu pedido ha sido', 'su pedido ha sido', 'hemos recibido tu pedido', 'hemos recibido su pedido', 'pedido confirmado', 'pedido está confirmado', 'pedido recibido', 'reserva confirmada', 'pago realizado', 'pago aceptado', 'pago aprobado', 'compra realizada'],
  ['il tuo ordine è stato', 'ordine è confermato', 'ordine confermato', 'ordine ricevuto', 'prenotazione confermata', 'pagamento riuscito', 'pagamento effettuato', 'abbiamo ricevuto il tuo ordine'],
  ['o seu pedido foi', 'seu pedido foi', 'sua encomenda foi', 'pedido recebido', 'pedido realizado', 'encomenda confirmada', 'encomenda recebida', 'pagamento bem-sucedido', 'pagamento aprovado', 'pagamento confirmado', 'recebemos o seu pedido', 'recebemos seu pedido'],
  ['je bestelling is', 'uw bestelling is', 'bestelling bevestigd', 'bestelling ontvangen', 'bestelling geplaatst', 'betaling geslaagd', 'betaling ontvangen'],
  ['dziękujemy za złożenie zamówienia', 'twoje zamówienie zostało', 'zamówienie zostało złożone', 'zamówienie zostało przyjęte', 'zamówienie otrzymane', 'zamówienie przyjęte', 'zamówienie potwierdzone', 'płatność zakończona sukcesem'],
  ['ご注文ありがとうございま', 'ご注文をありがとうございま', 'ご注文いただきありがとうございま', 'ご購入ありがとうございま', 'お買い上げありがとうございま', '注文が完了', '注文完了', '注文が確定', 'ご注文を承りました', '注文を受け付けました', '決済が完了', '購入が完了'],
  ['感谢您的订购', '感谢您的购买', '感谢您的订单', '感謝您的訂購', '感謝您的購買', '您的订单已', '订单已提交', '订单提交成功', '支付成功', '下单成功', '付款成功', '下單成功', '訂單已成立', '訂單成立'],
  ['주문이 완료', '주문완료', '주문 완료', '주문해 주셔서 감사', '주문이 접수', '결제가 완료', '결제 완료', '결제 성공', '구매해 주셔서 감사'],
  ['ваш заказ был успешно', 'ваш заказ принят', 'ваш заказ оформлен', 'заказ оформлен', 'заказ принят', 'заказ получен', 'заказ подтвержден', 'заказ успешно', 'платеж успешно', 'оплата прошла успешно'],
  ['alışverişiniz için teşekkür', 'siparişiniz alındı', 'siparişiniz alınmıştır', 'siparişiniz başarıyla', 'siparişiniz onaylandı', 'siparişiniz tamamlandı', 'siparişiniz için teşekkür', 'sipariş alındı', 'sipariş onaylandı', 'ödeme başarılı'],
  ['شكرا لطلبك', 'شكرا لك على طلبك', 'شكرا على طلبك', 'شكرا لشرائك', 'تمت معالجة طلبك', 'تم تأكيد طلبك', 'تم استلام طلبك', 'تم الطلب بنجاح', 'نجح الدفع', 'تم الدفع بنجاح'],
  ['objednávka byla přijata', 'objednávka bola prijatá', 'beställningen är bekräftad', 'tilaus vastaanotettu', 'ההזמנה התקבלה', 'đặt hàng thành công', 'pesanan berhasil', 'ขอบคุณสำหรับการสั่งซื้อ'],
  ['поръчката ви е приета', 'поръчката е приета', 'успешно направихте поръчка', 'благодаря ви за поръчката', 'заказ быў паспяхова', 'успешно оформили заказ'],
  ['comanda s\'ha processat', 'gràcies per la teva comanda', 'gràcies per la seva comanda', 'comanda realitzada'],
  ['objednávka byla úspěšně', 'objednávku jste úspěšně', 'objednávka byla odeslána', 'objednávka bola úspešne', 'objednávka bola spracovaná', 'zrealizovali objednávku'],
  ['din ordre er blevet', 'din ordre er modtaget', 'ordren er modtaget', 'din ordre har blitt', 'bestillingen er mottatt', 'ordren er mottatt', 'din order har tagits emot', 'din beställning lyckades', 'beställningen är mottagen'],
  ['tellimus edastatud', 'tellimus on vastu võetud', 'täname tellimuse eest', 'tilauksenne käsitelty', 'tilauksesi on vastaanotettu'],
  ['سفارش شما با موفقیت', 'سفارش شما به طور موفقیت', 'سفارش با موفقیت ثبت', 'از سفارش شما سپاس', 'تشکر از سفارش', 'تشکر از خرید', 'تم تقديم الطلب بنجاح'],
  ['pemesanan anda telah berhasil', 'berhasil menempatkan pesanan', 'đơn đặt hàng của bạn đã được xử lý'],
  ['pasūtījums ir apstrādāts', 'pasūtījums ir pieņemts', 'paldies par pasūtījumu', 'užsakymas sėkmingai', 'sėkmingai užsisakėte', 'užsakymas priimtas', 'ačiū už užsakymą', 'dėkojame už užsakymą'],
  ['comanda a fost procesată', 'comanda a fost plasată', 'plasat cu succes o comandă', 'comandă plasată cu succes'],
  ['naročilo je bilo uspešno', 'naročilo je oddano', 'uspješno ste izvršili narudžbu', 'zahvaljujemo na vašoj narudžbi', 'narudžba je zaprimljena', 'uspešno ste poručili', 'porudžbina je primljena', 'faleminderit për porosinë'],
  ['η παραγγελία σας ολοκληρώθηκε', 'η παραγγελία σας καταχωρήθηκε', 'rendelésed sikeresen', 'rendelését megkaptuk', 'sikeres rendelés', 'sent inn pöntun', 'takk fyrir pöntunina'],
  ['замовлення було успішно', 'замовлення успішно', 'успішно розмістили замовлення', 'захиалга хийсэнд баярлалаа'],
  ['訂單已被接收', '訂單已經處理完成', '感谢您的下单', '已成功订购', '订单已成功', 'ご注文いただき、ありがとう', '注文が正常に完了'],
  ['অর্ডারের জন্য ধন্যবাদ', 'সফলভাবে অর্ডার', 'आदेश के लिए धन्यवाद', 'ऑर्डर के लिए धन्यवाद', 'आदेश सफलतापूर्वक', 'ऑर्डर सफलतापूर्वक', 'ทำรายการสั่งซื้อสำเร็จ', 'สั่งซื้อสำเร็จ'],
  ['bestelling werd geplaatst', 'bestelling succesvol', 'złożyłeś zamówienie', 'zamówienie złożone', 'pedido inserido com sucesso', 'pedido se ha procesado', 'realizado correctamente un pedido', 'ordine effettuato con successo', 'commande passée avec succès', 'erfolgreich eine bestellung', 'ההזמנה בוצעה', 'תודה על ההזמנה', 'başarıyla sipariş', 'bizi tercih ettiğiniz için teşekkür'],
]); // prettier-ignore

/** What a page of confirmation is called: and the page before it, and the e-mail that it promises. */
export const CONFIRMATION_TITLES = fold([
  ['order confirmation', 'bestellbestätigung', 'confirmation de commande', 'confirmación del pedido', 'confirmación de pedido', 'conferma dell\'ordine', 'conferma ordine', 'potwierdzenie zamówienia'],
]); // prettier-ignore

/** Folds what a page says, as it stands and with its numbers left out: "your order #1042 is confirmed". */
export function foldSaying(text: string): string {
  const folded = foldText(text);
  return `${folded}\n${folded.replace(/ ?[^ ]*\d[^ ]*(?= |$)/g, '')}`;
}

/** Tells whether folded text says that an order was placed. */
export const saysConfirmed = (text: string): boolean =>
  says(text, CONFIRMED) || CONFIRMED_PATTERNS.some((pattern) => pattern.test(text));

/** Tells whether a folded headline does nothing but thank. */
export const isBareThanks = (headline: string): boolean => BARE_THANKS.test(headline);

export const DECLINED = fold([
  ['payment refused', 'payment failed', 'payment declined', 'payment was declined', 'payment has been declined', 'card was declined', 'card has been declined', 'card declined', 'card was refused', 'card was rejected', 'transaction declined', 'transaction was declined', 'transaction failed', 'transaction has been declined', 'insufficient funds', 'card has expired', 'unable to process your payment', 'could not process your payment', 'couldn\'t process your payment', 'payment could not be', 'payment couldn\'t be', 'payment was not successful', 'payment was unsuccessful', 'payment unsuccessful', 'payment not completed', 'unable to authenticate your payment', 'do not honor', 'declined by your bank', 'declined by the bank', 'your bank declined', 'card issuer declined', 'try a different card', 'use a different card', 'authentication failed', 'card does not support', 'security code is incorrect', 'error processing your payment', 'problem processing your payment', 'not authorised', 'not authorized', 'declined your transaction', 'order cannot be processed', 'order could not be', 'order was cancelled', 'order was canceled', 'order has been cancelled', 'order has been canceled', 'order cancelled', 'order canceled', 'payment cancelled', 'payment canceled', 'payment was cancelled', 'payment was canceled'],
  ['bestellung wurde storniert', 'commande a été annulée', 'commande annulée', 'refusé votre transaction', 'pedido ha sido cancelado', 'pedido cancelado', 'declinado tu transacción', 'ordine è stato annullato', 'ordine annullato', 'rifiutato la transazione', 'pedido foi cancelado', 'bestelling is geannuleerd', 'zamówienie zostało anulowane', '订单已取消', '订单已关闭', '注文はキャンセル', '주문이 취소', 'заказ отменен', 'siparişiniz iptal', 'تم إلغاء طلبك'],
  ['zahlvorgang verweigert', 'zahlung fehlgeschlagen', 'zahlung ist fehlgeschlagen', 'karte wurde abgelehnt', 'karte abgelehnt', 'zahlung abgelehnt', 'zahlung wurde abgelehnt', 'unzureichende deckung', 'nicht ausreichend gedeckt', 'bezahlung konnte nicht', 'zahlung konnte nicht', 'transaktion abgelehnt', 'transaktion wurde abgelehnt', 'karte ist abgelaufen', 'von ihrer bank abgelehnt'],
  ['paiement refusé', 'paiement a été refusé', 'échec du paiement', 'le paiement a échoué', 'paiement échoué', 'carte a été refusée', 'carte refusée', 'fonds insuffisants', 'provision insuffisante', 'le paiement ne peut être effectué', 'paiement n\'a pas', 'transaction refusée', 'carte a expiré', 'carte est expirée', 'solde insuffisant'],
  ['pago rechazado', 'pago fallido', 'pago ha fallado', 'pago ha sido rechazado', 'pago fue rechazado', 'pago denegado', 'tarjeta ha sido rechazada', 'tarjeta fue rechazada', 'tarjeta rechazada', 'tarjeta denegada', 'fondos insuficientes', 'saldo insuficiente', 'el pago no pudo', 'no se pudo procesar el pago', 'no hemos podido procesar', 'operación denegada', 'transacción rechazada', 'tarjeta ha caducado', 'tarjeta caducada', 'tarjeta vencida'],
  ['pagamento respinto', 'pagamento rifiutato', 'pagamento non riuscito', 'pagamento fallito', 'carta è stata rifiutata', 'carta rifiutata', 'fondi insufficienti', 'pagamento non è stato', 'pagamento non è andato', 'transazione rifiutata', 'transazione negata', 'carta scaduta', 'carta è scaduta'],
  ['pagamento recusado', 'pagamento foi recusado', 'falha no pagamento', 'pagamento falhou', 'pagamento negado', 'cartão foi recusado', 'cartão recusado', 'saldo insuficiente', 'pagamento não foi', 'não foi possível processar', 'transação negada', 'transação recusada', 'cartão expirado', 'cartão vencido'],
  ['betaling geweigerd', 'betaling is geweigerd', 'betaling is niet geslaagd', 'betaling niet geslaagd', 'betaling mislukt', 'betaling is mislukt', 'kaart is geweigerd', 'kaart geweigerd', 'onvoldoende saldo', 'de betaling kan niet', 'betaling kon niet', 'kaart is verlopen'],
  ['płatność została odrzucona', 'płatność odrzucona', 'płatność nie powiodła się', 'płatność nieudana', 'karta została odrzucona', 'karta odrzucona', 'niewystarczające środki', 'brak środków', 'nie udało się przetworzyć płatności', 'transakcja odrzucona', 'transakcja została odrzucona', 'karta wygasła', 'karta straciła ważność'],
  ['取引が承認されませんでした', '支払できませんでした', 'お支払いできませんでした', 'お支払いに失敗', '支払いに失敗', '決済が失敗', '決済に失敗', '決済できませんでした', '決済エラー', 'カードが拒否', 'カードをご利用いただけません', 'ご利用になれません', '残高不足', '限度額', '有効期限が切れ'],
  ['支付被拒', '支付失败', '付款失败', '交易失败', '交易被拒', '银行卡被拒', '卡被拒绝', '余额不足', '无法处理支付', '卡已过期', '付款失敗', '交易失敗', '餘額不足'],
  ['결제 거부', '결제가 거부', '결제 실패', '결제에 실패', '결제가 실패', '결제 중에 문제', '카드가 거절', '카드 승인이 거절', '승인이 거절', '승인 거절', '한도 초과', '잔액 부족', '잔액이 부족', '유효기간이 만료'],
  ['оплата отклонена', 'платеж отклонен', 'платеж не прошел', 'сбой оплаты', 'ошибка оплаты', 'оплата не прошла', 'карта отклонена', 'недостаточно средств', 'невозможно произвести платёж', 'не удалось провести платёж', 'не удалось обработать платёж', 'операция отклонена', 'банк отклонил', 'срок действия карты истек'],
  ['ödeme gerçekleştirilemedi', 'ödemeniz gerçekleştirilemedi', 'ödeme reddedildi', 'ödemeniz reddedildi', 'ödeme başarısız', 'kartınız reddedildi', 'kart reddedildi', 'yetersiz bakiye', 'bakiye yetersiz', 'ödeme oluşturulamadı', 'işlem reddedildi', 'kartınızın süresi'],
  ['تم رفض الدفع', 'فشل الدفع', 'فشلت عملية الدفع', 'تعذرت معالجة الدفع', 'تعذر إتمام الدفع', 'تم رفض البطاقة', 'رفضت البطاقة', 'رصيد غير كاف', 'الرصيد غير كاف', 'انتهت صلاحية البطاقة'],
  ['betalningen misslyckades', 'betalningen nekades', 'kortet nekades', 'betalingen blev afvist', 'kortet blev afvist', 'betalingen ble avvist', 'kortet ble avvist', 'maksu epäonnistui', 'platba se nezdařila', 'platba byla zamítnuta', 'karta byla zamítnuta', 'sikertelen fizetés', 'plata a eșuat', 'η πληρωμή απέτυχε', 'thanh toán không thành công', 'pembayaran gagal', 'pembayaran ditolak', 'התשלום נדחה'],
  ['плащането е неуспешно', 'плащането е отказано', 'картата е отхвърлена', 'оплата не вдалася', 'платіж відхилено', 'платіж не пройшов'],
  ['pagament ha fallat', 'pagament rebutjat', 'plată eșuată', 'plată refuzată', 'plata a eșuat', 'plata a fost refuzată'],
  ['platba selhala', 'platba zamítnuta', 'platba byla zamítnuta', 'karta byla zamítnuta', 'platba zlyhala', 'platba bola zamietnutá'],
  ['betaling fejlede', 'betaling afvist', 'betalingen mislykkedes', 'betaling feilet', 'betaling avvist', 'betalingen mislyktes', 'betalning misslyckades', 'betalning avvisad', 'betalningen avvisades'],
  ['πληρωμή απορρίφθηκε', 'πληρωμή απέτυχε', 'fizetés elutasítva', 'fizetés sikertelen', 'sikertelen fizetés', 'greiðsla mistókst', 'greiðslu hafnað'],
  ['makse nurjus', 'maksest keelduti', 'makse ebaõnnestus', 'maksu hylätty', 'maksu hylättiin', 'mokėjimas nepavyko', 'mokėjimas atmestas', 'maksājums neizdevās', 'maksājums ir atteikts'],
  ['plaćanje nije uspjelo', 'plaćanje nije uspelo', 'plaćanje odbijeno', 'plačilo ni uspelo', 'plačilo je bilo zavrnjeno'],
  ['付款遭拒', '付款被拒', 'thanh toán thất bại', 'thanh toán không thành công', 'pembayaran gagal', 'pembayaran ditolak', 'การชำระเงินล้มเหลว', 'ชำระเงินไม่สำเร็จ', 'پرداخت ناموفق', 'پرداخت انجام نشد', 'התשלום נדחה', 'התשלום נכשל', 'भुगतान विफल', 'भुगतान अस्वीकार'],
]); // prettier-ignore

/** Why a card was declined, by what shops and banks say. */
export const DECLINE_REASONS: readonly (readonly [DeclineReason, readonly string[]])[] = [
  ['insufficient_funds', fold([['insufficient', 'not enough money', 'deckung', 'gedeckt', 'fonds insuffisants', 'provision insuffisante', 'solde insuffisant', 'fondos insuficientes', 'saldo insuficiente', 'fondi insufficienti', 'onvoldoende saldo', 'niewystarczające', 'brak środków', '残高不足', '限度額', '余额不足', '餘額不足', '잔액', '한도 초과', 'недостаточно средств', 'yetersiz', 'غير كاف', 'limit exceeded', 'credit limit']])],
  ['expired_card', fold([['has expired', 'card expired', 'expired card', 'abgelaufen', 'a expiré', 'est expirée', 'caducad', 'vencid', 'scaduta', 'expirado', 'verlopen', 'wygasła', 'straciła ważność', '有効期限が切れ', '已过期', '만료', 'истек', 'süresi dol', 'انتهت صلاحية']])],
  ['incorrect_cvc', fold([['security code is incorrect', 'security code was incorrect', 'incorrect cvc', 'incorrect security code', 'cvc is incorrect', 'cvv is incorrect', 'cvc check', 'cvv mismatch', 'prüfziffer', 'cryptogramme', 'codigo de seguridad incorrecto', 'セキュリティコード', '安全码错误', '安全码不正确']])],
  ['authentication_failed', fold([['authenticate your payment', 'authentication failed', '3d secure', '3-d secure', 'authentifizierung', 'authentification a échoué', 'autenticación', 'autenticazione', 'autenticação', '本人認証', '验证失败', '인증에 실패', 'аутентификац']])],
  ['do_not_retry', fold([['stolen', 'lost card', 'pick up card', 'pickup card', 'restricted card', 'fraud', 'suspected', 'blocked card', 'card is blocked', 'gesperrt', 'volée', 'robada', 'bloqueada', 'заблокирован', '被冻结']])],
  ['not_supported', fold([['not supported', 'does not support', 'not accepted', 'wird nicht unterstützt', 'wird nicht akzeptiert', 'non prise en charge', 'no es compatible', 'no se admite', 'non supportata', 'não é aceito', 'niet ondersteund', 'nieobsługiwan', 'ご利用いただけません', '不支持', '지원되지', 'не поддерживается', 'desteklenmiyor']])],
  ['processing_error', fold([['processing error', 'try again later', 'temporarily', 'technical', 'später erneut', 'plus tard', 'más tarde', 'più tardi', 'mais tarde', 'later opnieuw', 'spróbuj później', '後ほど', '稍后再试', '나중에 다시', 'позже', 'daha sonra']])],
]; // prettier-ignore

export type DeclineReason =
  | 'insufficient_funds' | 'expired_card' | 'incorrect_cvc' | 'authentication_failed' | 'do_not_retry' | 'not_supported'
  | 'processing_error' | 'generic'; // prettier-ignore

export const PROCESSING = fold([
  ['processing your payment', 'processing your order', 'payment is being processed', 'order is being processed', 'payment is processing', 'preparing your order', 'do not close', 'don\'t close', 'do not refresh', 'don\'t refresh', 'do not leave this page', 'please wait while', 'this may take a', 'payment pending', 'payment is pending', 'confirming your payment'],
  ['zahlung wird verarbeitet', 'zahlung wird bearbeitet', 'bestellung wird verarbeitet', 'bestellung wird bearbeitet', 'bitte warten', 'bitte schließen sie', 'fenster nicht schließen', 'seite nicht schließen'],
  ['traitement de votre paiement', 'paiement en cours', 'commande en cours de traitement', 'veuillez patienter', 'ne fermez pas', 'merci de patienter'],
  ['procesando su pago', 'procesando tu pago', 'procesando el pago', 'procesando tu pedido', 'espere por favor', 'no cierre', 'no cierres', 'por favor, espera'],
  ['elaborazione del pagamento', 'pagamento in corso', 'attendere prego', 'attendere', 'non chiudere'],
  ['processando o seu pagamento', 'processando seu pagamento', 'a processar o pagamento', 'pagamento em processamento', 'aguarde', 'não feche'],
  ['betaling wordt verwerkt', 'bestelling wordt verwerkt', 'even geduld', 'sluit dit venster niet'],
  ['przetwarzanie płatności', 'płatność jest przetwarzana', 'proszę czekać', 'nie zamykaj'],
  ['処理中', 'しばらくお待ちください', '画面を閉じないで'],
  ['正在处理', '处理中', '请稍候', '请勿关闭', '請稍候'],
  ['처리 중', '처리중', '잠시만 기다려', '창을 닫지'],
  ['обрабатывается', 'обработка платежа', 'подождите', 'не закрывайте'],
  ['işleniyor', 'lütfen bekleyin', 'kapatmayın'],
  ['جاري معالجة', 'قيد المعالجة', 'يرجى الانتظار', 'لا تغلق'],
]); // prettier-ignore

export const OUT_OF_STOCK = fold([
  ['out of stock', 'sold out', 'no longer available', 'not available anymore', 'currently unavailable', 'was removed because', 'not enough stock', 'insufficient stock', 'exceeds available', 'only 0 left', 'is unavailable'],
  ['ausverkauft', 'nicht auf lager', 'nicht mehr verfügbar', 'nicht mehr lieferbar', 'nicht vorrätig', 'rupture de stock', 'plus disponible', 'n\'est plus en stock', 'épuisé', 'sin stock', 'fuera de stock', 'agotado', 'agotó', 'no disponible', 'esaurito', 'non disponibile', 'non più disponibile', 'esgotado', 'esgotou', 'indisponível', 'niet op voorraad', 'uitverkocht', 'niet meer beschikbaar', 'brak w magazynie', 'wyprzedany', 'niedostępny'],
  ['在庫切れ', '品切れ', '売り切れ', '在庫がありません', '缺货', '没有库存', '售罄', '无货', '품절', '재고 없음', '재고가 부족', 'нет в наличии', 'распродан', 'закончился', 'stokta yok', 'stokta kalmadığı', 'tükendi', 'غير متوفر', 'نفد من المخزون', 'نفدت الكمية', 'slut i lager', 'udsolgt', 'utsolgt', 'loppuunmyyty', 'vyprodáno'],
  ['не е в наличност', 'изчерпан', 'немає в наявності', 'немає на складі', 'немає на залишку', 'недостатньо товару', 'нет на складе', 'няма ў наяўнасці', 'нема на лагеру'],
  ['sense estoc', 'není skladem', 'nie je na sklade', 'vyprodán', 'vypredan', 'ikke på lager', 'ikke nok på lager', 'otillräckligt lager', 'ej i lager', 'slutsåld', 'nicht genügend auf lager'],
  ['stock insuficiente', 'stock disponible insuffisant', 'insuficiente stock', 'sin existencias', 'fuera de inventario', 'scorte insufficienti', 'sem estoque', 'fora de estoque', 'estoque insuficiente', 'stoc epuizat', 'pe stoc', 'stoc insuficient'],
  ['laost lõppenud', 'otsas', 'loppu varastosta', 'nincs készleten', 'nincs raktáron', 'elfogyott', 'stok habis', 'stok tidak cukup', 'nėra sandėlyje', 'išparduot', 'izpārdot', 'nav krājumā', 'nav noliktavā', 'onvoldoende voorraad', 'geen voorraad', 'geen stock', 'zbyt mały stan', 'brak w magazynie'],
  ['ni na zalogi', 'razprodan', 'nema na skladištu', 'nema na zalihama', 'nema na lageru', 'rasprodan', 'εξαντλημέν', 'εξαντλήθηκε', 'uppselt', 'אזל מהמלאי', 'אין במלאי', 'ناموجود', 'สินค้าหมด', 'hết hàng', 'không đủ hàng', '库存不足', '庫存不足', '缺貨', '已售完', '在庫が十分では'],
]); // prettier-ignore

export const PRICE_CHANGED = fold([
  ['price has changed', 'prices have changed', 'price changed', 'prices have been updated', 'price has been updated', 'price was updated', 'total has changed', 'new price', 'price increased', 'price has increased'],
  ['preis hat sich geändert', 'preise haben sich geändert', 'preis wurde aktualisiert', 'le prix a changé', 'prix ont changé', 'prix a été mis à jour', 'el precio ha cambiado', 'precios han cambiado', 'il prezzo è cambiato', 'prezzi sono cambiati', 'o preço mudou', 'preços mudaram', 'preço foi alterado', 'prijs is gewijzigd', 'prijzen zijn gewijzigd', 'cena uległa zmianie', 'cena została zmieniona', '価格が変更', '价格已变动', '价格已更新', '价格发生变化', '가격이 변경', 'цена изменилась', 'цены изменились', 'fiyat değişti', 'fiyatı değişti', 'تغير السعر', 'priset har ändrats'],
]); // prettier-ignore

export const CART_EMPTY = fold([
  ['your cart is empty', 'your basket is empty', 'your bag is empty', 'shopping cart is empty', 'warenkorb ist leer', 'panier est vide', 'carrito está vacío', 'cesta está vacía', 'carrello è vuoto', 'carrinho está vazio', 'winkelwagen is leeg', 'winkelmand is leeg', 'koszyk jest pusty', 'カートは空', 'カートに商品がありません', '购物车是空的', '购物车为空', '장바구니가 비어', 'корзина пуста', 'sepetiniz boş', 'سلة التسوق فارغة', 'varukorgen är tom'],
  ['кошница е празна', 'кошик порожній', 'кошик пустий', 'кошык пусты', 'корпа је празна', 'cistella està buida', 'košík je prázdn', 'indkøbskurv er tom', 'kurv er tom', 'handlekurven er tom', 'handlevognen er tom', 'varukorg är tom', 'varukorgen är tom'],
  ['ostukorv on tühi', 'ostoskorisi on tyhjä', 'korisi on tyhjä', 'grozs ir tukšs', 'krepšelis tuščias', 'krepšelis yra tuščias', 'cesta está vazia', 'carrinho de compras está vazio', 'coșul este gol', 'coșul tău este gol', 'coșul dvs. este gol', 'coș de cumpărături gol', 'košarica je prazna', 'korpa je prazna', 'karta jote është bosh', 'orga hutsik'],
  ['καλάθι είναι άδειο', 'καλάθι σας είναι άδειο', 'kosár üres', 'kosarad üres', 'kosara üres', 'keranjang anda kosong', 'keranjang belanja anda kosong', 'giỏ hàng của bạn trống', 'giỏ hàng rỗng', 'giỏ hàng trống', 'סל הקניות ריק', 'העגלה שלך ריקה', 'עגלת הקניות שלך ריקה', 'سبد خرید شما خالی', 'سلة التسوق فارغة', 'سلة التسوق الخاصة بك فارغة'],
  ['カートに商品はありません', 'カートには何もありません', '購物車是空的', '購物車沒有商品', '장바구니가 비었', 'ตะกร้าคุณว่างเปล่า', 'ไม่มีสินค้าในรถเข็น', 'कार्ट खाली', 'কার্ট খালি', 'კალათა ცარიელია', 'сагс хоосон'],
]); // prettier-ignore
