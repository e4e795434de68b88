import { describe, expect, it } from 'vitest';
import { normaliseText } from '../dom/text.ts';
import { senseOf, type CaptionSense } from './submit-words.ts';

const CAPTIONS: Readonly<Record<CaptionSense, string>> = {
  pays: `Pay | Pay now | Pay $50.00 | Pay securely | Pay & register | Pay and print tickets | Place order | Place my order
    Complete order | Complete purchase | Confirm order | Confirm and pay | Submit payment | Make a payment | Review and pay
    Register and pay | Sign up and pay $50 | Accept terms and pay | Choose and pay | Continue and pay | Save card and pay
    Checkout and pay | Place an order | AUTHORIZE ₹4,297.00 | Confirm $50 | Complete checkout | Send order | Pay invoice 1042
    Confirm reservation | Complete my reservation | Confirmar reserva | Conferma la prenotazione | Reservierung bestätigen
    Zahlungspflichtig bestellen | Jetzt kostenpflichtig bestellen | Jetzt bezahlen | Bezahlen | Sofort bezahlen
    Zahlung abschließen | Bestellung aufgeben | Jetzt bestellen | AGB akzeptieren und bezahlen
    Payer | Payer 12,00 € | Valider et payer | Passer la commande | Confirmer ma commande | Valider le paiement
    Commande avec obligation de paiement | Pagar | Pagar ahora | Realizar pedido | Finalizar compra | Confirmar el pago
    Paga ora | Conferma l'ordine | Effettua pagamento | Finalizar pedido | Confirmar a compra
    Betalen | Bestelling plaatsen | Bestellen en betalen | Plaats bestelling | Zapłać | Kupuję i płacę | Płacę | Złóż zamówienie
    Betala | Bekräfta köp | Slutför köpet | Betal nå | Fullfør kjøp | Gennemfør betaling | Maksa | Vahvista tilaus
    Zaplatit | Odeslat objednávku | Objednávka s povinností platby | Оплатить | Оформить заказ | Сплатити
    Ödemeyi tamamla | Siparişi onayla | 注文を確定する | 支払う | お支払い | 立即支付 | 确认支付 ¥50 | 提交订单 | 50,000원 결제 | 결제하기
    주문하기 | تأكيد الطلب | ادفع الآن | Bayar | Kirim Pembayaran | Plasează comanda | Finalizare Comandă | Plătește
    Ολοκλήρωση αγοράς | ΠΛΗΡΩΜΗ ΤΩΡΑ | Rendelés leadása | Megrendelem | Xác nhận đặt hàng | Hoàn tất thanh toán | Şimdi öde
    Потвърди поръчката | Potvrdi kupovinu | ثبت سفارش | ชำระเงิน | ยืนยันการสั่งซื้อ | पेमेंट पूरा करें - ₹3,999
    ₹499 भुगतान करें | בצע תשלום | שלם עכשיו
    Lägg order | Placera order | Legg inn bestilling | Afgiv ordre | Tee tilaus | Platite | Platiti | Pošalji porudžbinu | Plačaj
    Pateikti užsakymą | Mokėti | Maksāt | Veikt pasūtījumu | Vormista tellimus | Zaplatiť | Плати | Направи поръчка
    Зробити замовлення | Разместить заказ | Аплаціць | Κάντε παραγγελία | Greiða | Fer comanda | Төлбөр төлөх
    Hacer pedido | Fazer encomenda | Finalizar a encomenda | Bestellung ausführen | 注文の確定 | 下訂單 | 下单 | שליחת הזמנה
    سفارش دهید | پرداخت | تقديم الطلب | आदेश दें | অর্ডার করুন | შეკვეთის განთავსება`,
  sells: `Buy now | Buy | Book | Book now | Reserve now | Rent now | Reservar | Buchen | Donate now | Donate | Donate $1 | Subscribe now | Start my trial | Order now | Purchase | Jetzt kaufen | Kaufen
    Acheter | Commander | Comprar ahora | Satın al | Купить | Beställ | Tilaa | Naruči | Užsakyti | Pasūtīt | Замовити | Заказать | Pay with credit card | Pay by card | Pay $50.00 by credit card
    Pagar con tarjeta de crédito | Mit Kreditkarte bezahlen`,
  leads_to: `Continue to shipping | Continue to payment | Continue to review | Proceed to checkout | Proceed to shipping details
    Review order | Review your order | Next: shipping details | Go to next step | Zur Kasse | Weiter zur Zahlung | Zur Zahlung
    Bestellung prüfen | Continuer vers la livraison | Passer à la caisse | Procéder au paiement | Proceder al pago
    Vai alla cassa | Prosegui al pagamento | Ga naar betalen | Weiter zum Bezahlen | Verder naar betaling | Przejdź do płatności | Do kasy
    Till kassan | Til kassen | Pokračovat k platbě | Ir para o pagamento | Перейти к оплате | ご購入手続きへ | レジに進む | 去结算 | 进行结账 | 前往付款
    確認画面へ進む | متابعة إلى الدفع | Siparişi Gözden Geçir | Ödemeye geç | TIẾN HÀNH THANH TOÁN | Spre plată
    Συνέχεια στην πληρωμή | Tovább a fizetéshez | A pénztárhoz | Към плащане | Nastavi na plaćanje | 결제 페이지로 이동
    ادامه به پرداخت | המשך לתשלום`,
  leads_on: `Continue | Next | Next → | Checkout | Secure checkout | Save and continue | Select delivery and continue
    Continue as guest | Continue without registration | Checkout as guest | Weiter | Continuer | Siguiente | Avanti | Verder
    Dalej | Fortsätt | Pokračovat | Далее | 次へ | 下一步 | 다음 | التالي
    Sepeti onayla | Tiếp tục | Pasul următor | Συνέχεια | Tovább | Продължи | Nastavi | Toliau | Siirry | Teruskan | المتابعة | ادامه | המשך
    ดำเนินการต่อ | ถัดไป | आगे बढ़ें
    Continuare | Folytatás | Halda áfram | Järgmine | Następny | Nächster | Nākamais | Tęsti | Prosseguir | Seguinte | Sonraki | Successivo
    Următorul | Kitas | Ďalšie | Далей | Працягнуць | Следващ | Следующий | استمر | القادم | अगला | পরবর্তী | ต่อไป | გაგრძელება | បន្ត`,
  neither: `Continua gli acquisti | Continuar a comprar | Continuar as compras | Continuă cumpărăturile | Fortsett å handle | Fortsæt indkøb
    Jatka ostoksia | Lanjutkan belanja | Nadaljuj z nakupom | Pokračovat v nákupu | Tiếp tục mua sắm | Συνέχεια αγορών | Продолжить покупки
    Продължи пазаруването | המשך לקנות | ادامه خرید | متابعة التسوق | 買い物を続ける | 继续购物 | 쇼핑 계속하기
    Apply | Edit | Cancel | Cancel order | Back to payment | Return to cart | View order | Order details | Details
    How to pay | Learn how to pay | Choose how to pay | Pay later | Pay in 4 payments of $12.50 | Pay with PayPal | Apple Pay
    Klarna | Cash on Delivery Pay when order arrives | Pay at the hotel | Pay on arrival | Per Lastschrift bezahlen | Pay by bank transfer | Pay by invoice | Später bezahlen | Payer en 3 fois | Continue shopping
    Continue to sign in | Weiter einkaufen | Continuer mes achats | Add a card | Save card | Log in | Sign in to pay
    Next: Place Order | Continue to place order | 取消支付 | 결제 취소 | 支付方式を変更`,
  unknown: `Place another order | Place a new order | Visit the marketplace | Replace item | Share your purchase | Rate your purchase
    Skriv ut orderbekräftelse | Se min bestilling | Mine bestillinger | 결제 내역 | 付款方式 | お支払い方法 | طريقة الدفع
    Payment methods | Payment details | Purchase history | Your order | Orders | Next slide | Gateway | Prepay | Write a review
    Paying | Doprava a platba | Credit | Proceed to pay | Submit | Confirm | Finish`,
};

describe('senseOf', () => {
  it.each(
    Object.entries(CAPTIONS).flatMap(([sense, captions]) =>
      captions.split(/[|\n]/).map((caption) => [caption.trim(), sense] as const),
    ),
  )('%s: %s', (caption, sense) => {
    expect(senseOf(normaliseText(caption))).toBe(sense);
  });
});
