import type { FieldFinding } from '../../messaging/contracts/page-reading.ts';
import { isCovered } from '../dom/coverage.ts';
import { labelTextOf, neighbourTextOf } from '../dom/nearby-text.ts';
import { attributeOf, closestOf } from '../dom/own-members.ts';
import { capText, normaliseText, wordsOfIdentifier } from '../dom/text.ts';
import type { Steps } from '../dom/slices.ts';
import { rectOf, whyNotRendered } from '../dom/visibility.ts';
import type { PageTree } from '../dom/walk.ts';
import type { ElementRefs } from '../element-refs.ts';
import type { Classified } from './classify-controls.ts';
import { allWordsOf, readSectionWords } from './control-words.ts';
import { isCardKind, isToken } from './field-kind.ts';
import { matchWords } from './matchers/match-words.ts';
import { valueDigest } from './value-key.ts';

const HONEYPOT =
  /honey ?pot|\bhp\b|bot ?(field|trap|check)|leave (this )?(field )?(blank|empty)|do not fill|don't fill|if you are human|nicht ausfullen|ne pas remplir|no rellenar|\bwebsite url\b|spam/;

/** How many fields are described between two pauses: each asks for its place and what lies over it. */
const FIELDS_PER_STEP = 20;

/** Describes every classified control for the reading, decoys included. */
export function* findFields(
  classified: readonly Classified[],
  tree: PageTree,
  refs: ElementRefs,
): Steps<FieldFinding[]> {
  const findings: FieldFinding[] = [];
  for (const own of classified) {
    findings.push(describeField(own, refs));
    if (findings.length % FIELDS_PER_STEP === 0) yield;
  }
  markDoubles(findings, classified);
  return [...findings, ...describeListboxes(tree, refs)]
    .filter(({ token, decoy, section }) => token !== null || decoy === null || section !== 'other')
    .slice(0, 300);
}

function describeField(
  { control, words, kind, confidence, signals }: Classified,
  refs: ElementRefs,
): FieldFinding {
  const token = isToken(kind) ? kind : null;
  return {
    ref: refs.refOf(control),
    token,
    section: sectionOf(kind, words),
    confidence,
    signals: [...(token === null && kind ? [`kind:${kind}`] : []), ...signals]
      .map((signal) => signal.slice(0, 80))
      .slice(0, 12),
    control: control.tagName === 'SELECT' ? 'select' : 'text',
    label: capText(words.shownLabel),
    required: control.required || control.getAttribute('aria-required') === 'true',
    isFilled: control.value.trim() !== '',
    holds: token === null || isCardKind(token) ? null : valueDigest(token, control.value),
    decoy: token === null ? null : decoyOf(control, words),
    rect: rectOf(control),
  };
}

function decoyOf(control: Classified['control'], words: Classified['words']): FieldFinding['decoy'] {
  const all = [
    words.label,
    words.placeholder,
    words.title,
    ...words.identifiers,
    wordsOfIdentifier(words.className),
  ].join(' ');
  if (HONEYPOT.test(all)) return 'honeypot';
  const hidden = whyNotRendered(control);
  if (hidden) return hidden;
  if (closestOf(control, '[aria-hidden="true"], [inert]')) return 'honeypot';
  if (control.disabled || ('readOnly' in control && control.readOnly && control.value !== ''))
    return 'disabled';
  return isCovered(control) ? 'covered' : null;
}

/** Words for who is billed, and for where goods go. */
const BILLING =
  /bill(ing)?\b|invoice|rechnung|facturation|facturacion|fatturazione|faturamento|fa[ck]tuur|\bfaktur|\bfatura|szamlazas|facturare|請求|账单|帳單|发票|發票|청구|фактур|плательщик|платник|τιμολογ|فوترة|לחיוב|tagihan|hoa don/;
const SHIPPING =
  /\bship|shipping|deliver|liefer|livraison|envio|spedizione|entrega|bezorg|dostaw|wysylk|doruc|dodaci|dodacia|szallitas|livrare|leverans|levering|toimitus|配送|お届け|收[货貨件]|送[货貨]|배송|достав|αποστολ|παραδοσ|teslimat|توصيل|الشحن|משלוח|จัดส่ง|giao hang|nhan hang|pengiriman/;

/** A field's own words say whose it is, and where they are silent those around it. */
function sectionOf(kind: Classified['kind'], words: Classified['words']): FieldFinding['section'] {
  if (isCardKind(kind)) return 'card';
  if (words.hint?.section) return words.hint.section;
  if (kind === 'email') return 'contact';
  const own = allWordsOf(words);
  const around = BILLING.test(own) || SHIPPING.test(own) ? own : readSectionWords(words.control);
  if (BILLING.test(around)) return 'billing';
  if (SHIPPING.test(around)) return 'shipping';
  if (kind === 'tel' || kind === 'name') return 'contact';
  return isToken(kind) ? 'shipping' : 'other';
}

/** Two places for one card value, not boxes of one number: nobody knows which is real, so none is sure. */
function markDoubles(findings: FieldFinding[], classified: readonly Classified[]): void {
  for (const token of ['cc-number', 'cc-csc'] as const) {
    const shown = findings.filter((finding) => finding.token === token && finding.decoy === null);
    if (shown.length < 2 || shown.every(({ signals }) => signals.includes('split'))) continue;
    for (const finding of shown) {
      const index = findings.indexOf(finding);
      findings[index] = {
        ...finding,
        confidence: Math.min(0.3, classified[index]?.confidence ?? 0),
        signals: [...finding.signals.slice(0, 11), 'conflict:double'],
      };
    }
  }
}

function describeListboxes(tree: PageTree, refs: ElementRefs): FieldFinding[] {
  return tree.listboxes.slice(0, 40).flatMap((box): FieldFinding[] => {
    const label = labelTextOf(box, tree) || neighbourTextOf(box);
    const match = [normaliseText(label), wordsOfIdentifier(box.id)]
      .map((words) => matchWords(words, 'text', 'address'))
      .find(Boolean);
    if (!match || !isToken(match.kind) || match.strength < 3) return [];
    const decoy = whyNotRendered(box) ?? (isCovered(box) ? 'covered' : null);
    return [
      {
        ref: refs.refOf(box),
        token: match.kind,
        section: 'shipping',
        confidence: 0.7,
        signals: ['listbox'],
        control: 'listbox',
        label: capText(label),
        required: attributeOf(box, 'aria-required') === 'true',
        isFilled: false,
        holds: null,
        decoy,
        rect: rectOf(box),
      },
    ];
  });
}
