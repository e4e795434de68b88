import { foldText } from '../../kernel/fold-text.ts';

/** Phrases as shops write them, by language; folded once, matched as parts of folded text. */
const fold = (lists: readonly (readonly string[])[]): readonly string[] => lists.flat().map(foldText);

export const says = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrase));

export const CONFIRMED = fold([
  ['thank you for your order', 'thanks for your order', 'thank you for your purchase', 'thanks for your purchase', 'thank you for shopping', 'your order has been received', 'your order has been placed', 'your order is confirmed', 'your order was placed', 'order confirmed', 'order placed', 'order received', 'order complete', 'your order number is', 'we received your order', 'we have received your order', 'we\'ve received your order', 'payment successful', 'payment received', 'your order has been processed successfully', 'booking confirmed', 'your booking is confirmed', 'purchase complete', 'order confirmation'],
  ['vielen dank für ihre bestellung', 'vielen dank für deine bestellung', 'danke für ihre bestellung', 'danke für deine bestellung', 'vielen dank für ihren einkauf', 'vielen dank für deinen einkauf', 'ihre bestellung wurde erfolgreich', 'deine bestellung wurde erfolgreich', 'bestellung ist eingegangen', 'ihre bestellung ist bei uns', 'bestellbestätigung', 'bestellung bestätigt', 'zahlung erfolgreich'],
  ['merci pour votre commande', 'merci de votre commande', 'merci pour votre achat', 'votre commande a été traitée', 'votre commande est confirmée', 'votre commande a bien été', 'commande confirmée', 'confirmation de commande', 'paiement réussi', 'paiement accepté'],
  ['gracias por tu compra', 'gracias por su compra', 'gracias por tu pedido', 'gracias por su pedido', 'tu pedido ha sido', 'su pedido ha sido', 'hemos recibido tu pedido', 'hemos recibido su pedido', 'pedido confirmado', 'pago realizado', 'compra realizada', 'confirmación del pedido', 'confirmación de pedido'],
  ['grazie per il tuo ordine', 'grazie per l\'ordine', 'grazie per il tuo acquisto', 'grazie per l\'acquisto', 'grazie per aver acquistato', 'il tuo ordine è stato', 'ordine confermato', 'conferma dell\'ordine', 'conferma ordine', 'pagamento riuscito', 'abbiamo ricevuto il tuo ordine'],
  ['obrigado pela sua compra', 'obrigado pelo seu pedido', 'obrigada pela sua compra', 'obrigado pela sua encomenda', 'obrigado por comprar', 'o seu pedido foi', 'seu pedido foi', 'pedido confirmado', 'encomenda confirmada', 'pagamento bem-sucedido', 'pagamento aprovado', 'recebemos o seu pedido', 'recebemos seu pedido'],
  ['bedankt voor je bestelling', 'bedankt voor uw bestelling', 'hartelijk dank voor je bestelling', 'hartelijk dank voor uw bestelling', 'bedankt voor je aankoop', 'je bestelling is', 'uw bestelling is', 'bestelling bevestigd', 'bestelling geplaatst', 'betaling geslaagd'],
  ['dziękujemy za zamówienie', 'dziękujemy za złożenie zamówienia', 'dziękujemy za zakup', 'twoje zamówienie zostało', 'zamówienie zostało złożone', 'zamówienie zostało przyjęte', 'potwierdzenie zamówienia', 'płatność zakończona sukcesem'],
  ['ご注文ありがとうございま', 'ご注文をありがとうございま', 'ご購入ありがとうございま', 'お買い上げありがとうございま', '注文が完了しました', '注文完了', 'ご注文が確定しました', 'ご注文を承りました', '決済が完了しました'],
  ['感谢您的订购', '感谢您的购买', '感谢您的订单', '您的订单已', '订单已提交', '订单提交成功', '支付成功', '下单成功', '付款成功', '感謝您的訂購', '感謝您的購買', '訂單已成立'],
  ['주문이 완료되었습니다', '주문이 완료', '주문해 주셔서 감사합니다', '주문이 접수', '결제가 완료', '결제 성공', '구매해 주셔서 감사'],
  ['спасибо за покупку', 'спасибо за заказ', 'спасибо за ваш заказ', 'ваш заказ был успешно', 'ваш заказ принят', 'ваш заказ оформлен', 'заказ оформлен', 'заказ принят', 'заказ успешно', 'платеж успешно', 'оплата прошла успешно'],
  ['alışverişiniz için teşekkür', 'siparişiniz alındı', 'siparişiniz alınmıştır', 'siparişiniz başarıyla', 'siparişiniz için teşekkür', 'sipariş onaylandı', 'ödeme başarılı'],
  ['شكرا لطلبك', 'شكرا لك على طلبك', 'شكرا على طلبك', 'شكرا لشرائك', 'تمت معالجة طلبك', 'تم تأكيد طلبك', 'تم استلام طلبك', 'تم الطلب بنجاح', 'نجح الدفع', 'تم الدفع بنجاح'],
  ['tack för din beställning', 'tack för din order', 'tack för ditt köp', 'tak for din ordre', 'tak for din bestilling', 'takk for din bestilling', 'takk for bestillingen', 'takk for kjøpet', 'kiitos tilauksestasi', 'děkujeme za objednávku', 'ďakujeme za objednávku', 'köszönjük a rendelés', 'vă mulțumim pentru comandă', 'ευχαριστούμε για την παραγγελία', 'terima kasih atas pesanan', 'cảm ơn bạn đã đặt hàng', 'תודה על הזמנתך'],
]); // prettier-ignore

export const DECLINED = fold([
  ['payment refused', 'payment failed', 'payment declined', 'payment was declined', 'payment has been declined', 'card was declined', 'card has been declined', 'card declined', 'card was refused', 'card was rejected', 'transaction declined', 'transaction was declined', 'transaction failed', 'transaction has been declined', 'insufficient funds', 'card has expired', 'unable to process your payment', 'could not process your payment', 'couldn\'t process your payment', 'payment could not be', 'payment couldn\'t be', 'payment was not successful', 'payment was unsuccessful', 'payment unsuccessful', 'payment not completed', 'unable to authenticate your payment', 'do not honor', 'declined by your bank', 'declined by the bank', 'your bank declined', 'card issuer declined', 'try a different card', 'use a different card', 'authentication failed', 'card does not support', 'security code is incorrect', 'error processing your payment', 'problem processing your payment', 'not authorised', 'not authorized'],
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
]); // prettier-ignore

export const PRICE_CHANGED = fold([
  ['price has changed', 'prices have changed', 'price changed', 'prices have been updated', 'price has been updated', 'price was updated', 'total has changed', 'new price', 'price increased', 'price has increased'],
  ['preis hat sich geändert', 'preise haben sich geändert', 'preis wurde aktualisiert', 'le prix a changé', 'prix ont changé', 'prix a été mis à jour', 'el precio ha cambiado', 'precios han cambiado', 'il prezzo è cambiato', 'prezzi sono cambiati', 'o preço mudou', 'preços mudaram', 'preço foi alterado', 'prijs is gewijzigd', 'prijzen zijn gewijzigd', 'cena uległa zmianie', 'cena została zmieniona', '価格が変更', '价格已变动', '价格已更新', '价格发生变化', '가격이 변경', 'цена изменилась', 'цены изменились', 'fiyat değişti', 'fiyatı değişti', 'تغير السعر', 'priset har ändrats'],
]); // prettier-ignore

export const CART_EMPTY = fold([
  ['your cart is empty', 'your basket is empty', 'your bag is empty', 'shopping cart is empty', 'warenkorb ist leer', 'panier est vide', 'carrito está vacío', 'cesta está vacía', 'carrello è vuoto', 'carrinho está vazio', 'winkelwagen is leeg', 'winkelmand is leeg', 'koszyk jest pusty', 'カートは空', 'カートに商品がありません', '购物车是空的', '购物车为空', '장바구니가 비어', 'корзина пуста', 'sepetiniz boş', 'سلة التسوق فارغة', 'varukorgen är tom'],
]); // prettier-ignore
