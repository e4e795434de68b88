import type { CartProblem } from '../../messaging/contracts/page-reading.ts';
import { closestOf } from '../dom/own-members.ts';
import { capText, normaliseText, textOf } from '../dom/text.ts';
import { holdsNoText, textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';

/** What shops say of a cart that cannot be bought as it stands; on normalised text, tried in this order. */
const PROBLEMS: readonly (readonly [CartProblem['kind'], RegExp])[] = [
  [
    'empty',
    /(cart|basket|bag) (is|looks) (currently |still )?empty|(no (items|products)|nothing|not .{0,20}any(thing)?) (is |are )?(yet )?(in|to) (your |the |my )?(shopping )?(cart|basket|bag)\b|(cart|basket|bag) (has|contains) no|warenkorb ist (noch |derzeit |momentan |aktuell )?leer|keine artikel im warenkorb|panier est (actuellement |encore )?vide|carrito (de compras? )?(esta )?(actualmente )?vacio|carrello (e|risulta) (attualmente )?vuoto|(carrinho|sacola)( de compras)? (esta|encontra-se) vazi|winkel(wagen|mand) is (nog |momenteel )?leeg|koszyk jest pusty|カートは空|カートに商品(は|が)(入って)?(い)?(ません|ありません)|购物车(是|为)?空|購物車(是|為)?空|장바구니가 비어|корзина пуста|sepetiniz bos|سلة التسوق فارغة|varukorgen ar tom|kurven er tom|ostoskori on tyhja|kosik je prazdny/,
  ],
  [
    'out_of_stock',
    /(out of|not in|no longer in) stock|sold out|(no longer|not|currently un) ?available|unavailable|ausverkauft|nicht (mehr )?(auf lager|verfugbar|lieferbar)|vergriffen|en rupture( de stock)?|n'est plus disponible|indisponible|epuise|agotado|sin existencias|no (esta )?disponible|esaurito|non (piu )?disponibile|esgotado|indisponivel|uitverkocht|niet (meer )?(op voorraad|leverbaar|beschikbaar)|wyprzedan|brak w magazynie|niedostepn|在庫切れ|売り切れ|品切れ|缺货|售罄|已售完|無貨|품절|재고(가)? (없|부족)|нет в наличии|распродан|недоступ|stokta (yok|kalmadi)|tukendi|غير متوفر|نفد(ت)? (من )?المخزون|slutsald|udsolgt|utsolgt|loppu(unmyyty|nut)|vyprodan/,
  ],
  [
    'price_changed',
    /prices? (has|have|of .{1,60}) ?(been )?(changed|updated|increased|risen)|price (change|update)|preis(e)? .{0,50}(geandert|aktualisiert|erhoht)|prix .{0,50}(change|modifie|mis a jour|augmente)|precio .{0,50}(ha cambiado|han cambiado|actualizado|subido)|prezz[oi] .{0,50}(cambiat|aggiornat|aumentat)|preco .{0,50}(mudou|alterad|atualizad|aument)|prijs .{0,50}(gewijzigd|veranderd|aangepast)|cena .{0,50}(zmienila|ulegla|wzrosla)|価格が(変更|更新)|价格(已|有)?(变|调整|更新)|가격이 변경|цена .{0,50}(изменил|повыс)|fiyat.{0,50}degis|تغير(ت)? (ال)?سعر/,
  ],
  [
    'limited_quantity',
    /(only|just) \d+ (items? |units? |pieces? )?(left|available|remaining|in stock)|quantity .{0,40}(not available|reduced|adjusted|exceeds|updated)|(maximum|max\.?|at most) .{0,30}(per (customer|order)|allowed)|nur noch \d+|menge .{0,40}(angepasst|reduziert|nicht verfugbar)|plus que \d+|quantite .{0,40}(ajustee|limitee|disponible)|solo quedan \d+|cantidad .{0,40}(ajustad|disponible|maxima)|quantita .{0,40}(disponibile|modificata|massima)|残り ?\d+(点|個|袋|枚|本|冊|箱|セット)|在庫(が)?不足|仅剩|库存不足|수량(이)? (초과|부족)|осталось \d+|son \d+ (adet|urun)/,
  ],
  [
    'minimum_order',
    /minimum (order|purchase|basket|spend)|order (value )?must be at least|mindest(bestellwert|bestellmenge|umsatz)|(montant|commande) minimum|(pedido|compra|importe) minim|ordine minimo|pedido minimo|minimale (bestel|order)|minimalna (wartosc|kwota) zamowienia|最低(注文|購入)金額|最低(消费|订单)|최소 ?주문|минимальн.{0,12}(заказ|сумм)|minimum siparis|الحد الأدنى للطلب/,
  ],
  [
    'not_deliverable',
    /(can(not|'t| ?not)|do(es)? ?n.t|do not|does not|unable to|not) (be )?(ship|deliver)(ed|s)?\b.{0,30}\b(to|there)\b|no (shipping|delivery) (method|option|service)s? .{0,30}(available|found)|liefern? (leider )?nicht|nicht (nach|an) .{0,40}(geliefert|versendet)|keine versand(art|methode)|ne livr(e|ons) pas|livraison (est )?(impossible|indisponible)|no (realizamos )?env(iamos|ios) a|non (spediamo|consegniamo)|nao (entregamos|enviamos)|leveren niet|nie (wysylamy|dostarczamy)|配送(でき|不可|対象外)|お届けできません|无法(配送|送达)|不支持配送|배송(이)? 불가|не доставля|доставка .{0,20}(невозможна|недоступна)|teslimat yapilam|لا (يمكن|نقوم ب)(ال)?(شحن|توصيل)/,
  ],
  [
    'expired',
    /(cart|basket|bag|reservation|session|quote|offer) (has |is )?(expired|timed out)|no longer (reserved|held)|(warenkorb|reservierung|sitzung|angebot) .{0,20}abgelaufen|(panier|reservation|session|offre) .{0,12}expire|(carrito|reserva|sesion) .{0,15}(caducado|expirado|vencid)|(carrello|sessione|prenotazione) .{0,12}scadut|(carrinho|sessao|reserva) .{0,12}expir|(sessie|winkelwagen) is verlopen|sesja wygasla|有効期限が切れ|(已|会话)过期|세션이 만료|(сессия|бронь|резерв) .{0,12}истек|suresi doldu|انتهت (صلاحية|مهلة)/,
  ],
];

const LONGEST = 220;
const MOST_FOUND = 10;
/** What may be unavailable and is no goods. */
const OF_OTHERS = /\bcancell?ation|cash on delivery|\bcod\b|payment (method|option)|refund|\bupi\b/;
const ANY = new RegExp(PROBLEMS.map(([, { source }]) => source).join('|'));

/** Finds sentences that say why a cart cannot be bought as it stands. Choices that are sold out are no problem of the cart. */
export function findCartProblems({ roots }: PageTree): CartProblem[] {
  const found = new Map<Element, CartProblem>();
  for (const { text, box } of textsIn(roots)) {
    if (found.size >= MOST_FOUND) break;
    if (text.length < 4 || text.length > 400 || holdsNoText(box)) continue;
    const words = normaliseText(text);
    if (!ANY.test(words) || OF_OTHERS.test(words) || found.has(box) || isAside(box) || !isRendered(box))
      continue;
    const kind = PROBLEMS.find(([, pattern]) => pattern.test(words))![0];
    found.set(box, { kind, text: capText(textOf(box, LONGEST), LONGEST) });
  }
  return [...found.values()];
}

/** Menus, other goods, and what could be picked instead. */
function isAside(box: Element): boolean {
  return (
    closestOf(
      box,
      'nav, footer, button, label, select, [role="option"], [role="radio"], [class*="recommend" i], [class*="related" i], [class*="upsell" i]',
    ) !== null
  );
}
