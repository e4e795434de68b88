import type { PageEvidence } from '../../messaging/contracts/page-reading.ts';
import { capText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';
import { queryAll } from './signal.ts';

const HEADLINES = 'h1, h2, h3, [role="heading"], legend';
const ALERTS =
  '[role="alert"], [role="alertdialog"], [role="status"], [aria-live="assertive"], [aria-live="polite"], [class*="error" i], [class*="alert" i], [class*="notice" i], [class*="warning" i], [class*="decline" i], [class*="message--" i], [class*="failure" i]';

const ORDER_WORDS =
  /(?:order|confirmation|booking|reservation|reference|purchase|transaction|receipt)\s*(?:number|no\.?|nr\.?|id|ref(?:erence)?|code|#|№)?|bestell(?:ung|nummer|-?nr\.?)|auftrags?(?:nummer|-?nr\.?)?|commande|num[eé]ro de (?:commande|confirmation)|pedido|n[uú]mero de (?:pedido|orden|confirmaci[oó]n)|ordine|numero (?:d'|dell')?ordine|bestel(?:ling|nummer)|ordernummer|zam[oó]wieni[ea]|注文番号|ご注文番号|受注番号|订单号|订单编号|訂單編號|주문 ?번호|(?:номер )?заказа?|sipari[sş](?: no| numaras[ıi])?|رقم الطلب|best[aä]llning|bestilling|tilausnumero/i;
const REFERENCE =
  /(?:[:：#№]|\s|^)\s*([A-Z]{0,6}[-_/]?(?=[A-Z0-9_/-]*\d)[A-Z0-9](?:[A-Z0-9_/-]{2,38}[A-Z0-9]))(?![\w@])/g;

/** Gives headings as shown, in reading order. */
export function findHeadlines(tree: PageTree): string[] {
  return textsOf(queryAll(tree, HEADLINES), 30);
}

/** Gives texts of alerts and live regions that are shown and say something. */
export function findAlerts(tree: PageTree): string[] {
  const boxes = queryAll(tree, ALERTS).filter(
    (box) => !box.matches('input, select, textarea, label, form, body, html, main'),
  );
  return textsOf(boxes, 20);
}

function textsOf(elements: readonly Element[], most: number): string[] {
  const texts: string[] = [];
  for (const element of elements.slice(0, 400)) {
    if (texts.length >= most) break;
    const text = capText(textOf(element, 400));
    if (text.length > 1 && !texts.includes(text) && isRendered(element)) texts.push(text);
  }
  return texts;
}

/** Finds order references together with the words beside them. */
export function findOrderReferences(
  tree: PageTree,
  structured: readonly string[],
): PageEvidence['orderReferences'] {
  const found = new Map<string, string>(
    structured.map((reference) => [reference.slice(0, 64), 'schema.org order number']),
  );
  for (const root of tree.roots) {
    const top = root.nodeType === 9 ? (root as Document).body : root;
    if (!top) continue;
    const walker = top.ownerDocument!.createTreeWalker(top, 4);
    for (let node = walker.nextNode(); node && found.size < 5; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (text.length > 400 || !ORDER_WORDS.test(text)) continue;
      const box = node.parentElement;
      if (
        !box ||
        /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA)$/.test(box.nodeName) ||
        box.closest('nav, footer, button, label')
      )
        continue;
      const hit = readReference(box);
      if (hit && isRendered(box)) found.set(hit.reference, hit.context);
    }
  }
  return [...found].slice(0, 5).map(([reference, context]) => ({ reference, context }));
}

function readReference(box: Element): { reference: string; context: string } | null {
  const candidates = [box, box.nextElementSibling, box.parentElement, box.parentElement?.nextElementSibling];
  const label = textOf(box, 200);
  for (const candidate of candidates) {
    if (!candidate) continue;
    const text = textOf(candidate, 301);
    if (text.length > 300) continue;
    const words = ORDER_WORDS.exec(text);
    const rest = words ? text.slice(words.index + words[0].length) : text;
    for (const [, reference] of rest.matchAll(REFERENCE)) {
      if (reference && isReference(reference))
        return {
          reference: reference.slice(0, 64),
          context: capText(text.includes(label) ? text : `${label} ${text}`),
        };
    }
  }
  return null;
}

/** A date, a year, a price or a telephone number is none. */
function isReference(text: string): boolean {
  if (text.length < 4 || (text.match(/\d/g) ?? []).length < 2) return false;
  if (/^(19|20)\d{2}$/.test(text) || /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(text)) return false;
  return !/^\d{1,3}$/.test(text);
}
