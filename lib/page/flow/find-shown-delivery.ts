import { labelTextOf } from '../dom/nearby-text.ts';
import { queryIn } from '../dom/own-members.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { holdsNoText, textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import { parentOf, type PageTree } from '../dom/walk.ts';
import { valueDigest } from '../form/value-key.ts';

/** What opens an address to which an order goes: a heading or the words right before it. */
const DELIVERS_TO =
  /^(?:your |ihre |votre |tu |su |il tuo |uw )?(?:(?:shipping|delivery|ship-to|billing|recipient)(?:'s)? (?:address|details|information|location)|(?:liefer|versand|rechnungs)(?:adresse|anschrift)|adresse (?:de (?:livraison|facturation)|d'expedition)|(?:direccion|datos) de (?:envio|entrega|facturacion)|indirizzo di (?:spedizione|consegna|fatturazione)|endereco de (?:entrega|envio|cobranca)|(?:bezorg|aflever|verzend|factuur)adres|adres (?:dostawy|wysylki|do wysylki)|(?:dorucovaci|dodaci|fakturacni) adresa|szallitasi cim|adresa de (?:livrare|facturare)|(?:leverans|leverings|faktura)adresse?|toimitusosoite|διευθυνση (?:αποστολης|παραδοσης)|адреса? доставки|teslimat adresi|عنوان (?:التوصيل|الشحن|التسليم)|כתובת (?:ל?משלוח)|お?届け先|配送先|送付先|收[货貨](?:地址|信息|人)|配送地址|배송지|배송 ?주소|ที่อยู่(?:ใน)?(?:การ)?จัดส่ง|dia chi (?:giao|nhan) hang|alamat pengiriman|(?:ship(?:s|ped|ping)?|deliver(?:s|ed|ing|y)?|send|dispatch(?:ed)?) to|(?:liefern|lieferung|versand) (?:an|nach)|(?:livrer|livraison|envoyer) (?:a|chez)|(?:enviar|entregar|envio|entrega) (?:a|en|em|para)|(?:spedire|spedizione|consegna) a|(?:bezorgen|verzenden) (?:op|naar|bij))(?![\p{L}])/u;

/** What a clock changes from one look to the next, and no address holds. */
const FLEETING =
  /\d{1,2}:\d\d|\d+ ?(?:h|hrs?|hours?|min(?:ute)?s?|sec(?:ond)?s?|days?|std|stunden|tagen?|heures?|jours?|horas?|dias?|ore|giorni|uur|dagen)\b/;

const FIELDS =
  'input:not([type="hidden" i], [type="radio" i], [type="checkbox" i], [type="button" i], [type="submit" i]), select, textarea';
const LONGEST_HEAD = 160;
const LONGEST_BOX = 400;
const NEAREST_BOXES = 4;
const MOST_FOUND = 4;
const MOST_HEADS = 50;

/** What a radio button is named by which one of several saved addresses is chosen. */
const OF_ADDRESS =
  /addr|ship|deliver|adres|liefer|livraison|envio|entrega|consegna|spedizione|bezorg|dostaw/i;

/**
 * Gives a digest of where a page says in words that the order goes, and of the saved address that is chosen; `null` where
 * it says nothing of it. What is asked for in fields is told by the fields.
 */
export function findShownDelivery(tree: PageTree): string | null {
  const said = [...shownAddresses(tree), ...chosenAddresses(tree)];
  return said.length > 0 ? valueDigest('street-address', said.join('\n')) : null;
}

function shownAddresses({ roots }: PageTree): string[] {
  const boxes = new Map<Element, string>();
  let heads = 0;
  for (const { text, box: head } of textsIn(roots)) {
    if (boxes.size >= MOST_FOUND || heads >= MOST_HEADS) break;
    if (text.length < 3 || text.length > LONGEST_HEAD || holdsNoText(head)) continue;
    const [opening] = DELIVERS_TO.exec(normaliseText(text)) ?? [];
    if (!opening || !isRendered(head)) continue;
    heads += 1;
    const found = boxOf(head, opening.length);
    if (found) boxes.set(found.box, found.text);
  }
  return [...boxes.values()];
}

/** Gives the nearest box around a head that holds an address besides; none that holds fields to type it into. */
function boxOf(head: Element, headLength: number): { box: Element; text: string } | null {
  let box: Element | null = head;
  for (let depth = 0; box && depth < NEAREST_BOXES; depth += 1, box = parentOf(box)) {
    const whole = textOf(box, LONGEST_BOX + 1);
    if (whole.length > LONGEST_BOX || box.tagName === 'BODY' || queryIn(box, FIELDS)) return null;
    if (whole.length < headLength + 4) continue;
    const lines = [...textsIn([box])].filter((line) => !holdsNoText(line.box));
    const lasting = lines.filter(({ text }) => !FLEETING.test(normaliseText(text)));
    return { box, text: lasting.map(({ text }) => text).join('\n') };
  }
  return null;
}

function chosenAddresses(tree: PageTree): string[] {
  return tree.controls
    .filter((control) => control.type === 'radio' && (control as HTMLInputElement).checked)
    .filter(({ name, id }) => OF_ADDRESS.test(`${name} ${id}`))
    .slice(0, MOST_FOUND)
    .map((control) => labelTextOf(control, tree));
}
