import type { ConsentFinding } from '../../messaging/contracts/page-reading.ts';
import { labelTextOf, neighbourTextOf } from '../dom/nearby-text.ts';
import { attributeOf, closestOf, textContentOf } from '../dom/own-members.ts';
import { capText, normaliseText, textOf } from '../dom/text.ts';
import { textsIn } from '../dom/text-nodes.ts';
import { isRendered } from '../dom/visibility.ts';
import { parentOf, type Control, type PageTree } from '../dom/walk.ts';
import type { ElementRefs } from '../element-refs.ts';

const KINDS: readonly (readonly [ConsentFinding['kind'], RegExp])[] = [
  [
    'recurring',
    /renew|recurring|subscri(be|ption)(?!.*newsletter)|monthly|each month|every (month|week|year)|\babo\b|abonn|suscripcion|abbonamento|assinatura|subskrypcj|定期|订阅|구독|подписк|abonelik|اشتراك/,
  ],
  [
    'save_card',
    /(save|store|remember|keep).{0,30}(card|payment|details|information|info)|speichern|merken|(enregistrer|memoriser|sauvegarder)|guardar|salva(re)?\b|salvar|bewaren|zapisz|zapamietaj|保存|登録する|저장|сохранить|запомнить|kaydet|حفظ/,
  ],
  [
    'marketing',
    /newsletter|marketing|offers|promotion(s|al)|news\b|updates|e-?mail me|keep me|werbung|angebote|informiert|offres|actualite|ofertas|novedades|offerte|novita|aanbiedingen|nieuwsbrief|ofert|メルマガ|メールマガジン|お得|优惠信息|推广|마케팅|광고|рассылк|новост|kampanya|haber|العروض|النشرة/,
  ],
  [
    'terms',
    /terms|conditions|agree|accept|privacy|\bagb\b|bedingungen|datenschutz|widerruf|rucktritt|zur kenntnis|retractation|desistimiento|desistencia|\brecesso|herroep|odstapieni|conditions generales|\bcgv\b|j'accepte|terminos|condiciones|acepto|termini|condizioni|accetto|termos|aceito|voorwaarden|akkoord|regulamin|akceptuj|同意|規約|条款|동의|약관|соглас|услови|kabul|sozlesme|أوافق|الشروط/,
  ],
  [
    'add_on',
    /protect|insurance|warranty|donat|gift ?wrap|priority|add .{0,40}(for|to (my|your) order)|versicherung|garantie|spende|geschenkverpackung|assurance|don\b|seguro|garantia|donacion|assicurazione|garanzia|doacao|verzekering|ubezpiecz|保険|保証|寄付|보험|기부|страхов|sigorta|تأمين|\+ ?\p{Sc}|\p{Sc} ?\d/u,
  ],
];

/**
 * Finds what changes what is agreed to: tick boxes and switches, and a chosen radio button that subscribes. Boxes whose
 * words say nothing known count only while they are ticked.
 */
export function findConsents(tree: PageTree, refs: ElementRefs): ConsentFinding[] {
  return [...tree.controls.filter(isTickable), ...tree.toggles]
    .flatMap((control): ConsentFinding[] => {
      const label = labelTextOf(control, tree) || textOf(control, 300) || neighbourTextOf(control);
      const words = normaliseText(label);
      const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
      const isChecked =
        'checked' in control ? Boolean(control.checked) : attributeOf(control, 'aria-checked') === 'true';
      if (isRadio(control) && !(kind === 'recurring' && isChecked)) return [];
      if (kind === 'other' && !isChecked) return [];
      const box = parentOf(control);
      const isShown = isRendered(control) || (box !== null && isRendered(box));
      return isShown || isChecked
        ? [{ ref: refs.refOf(control), kind, label: capText(label), isChecked }]
        : [];
    })
    .slice(0, 30);
}

const isRadio = (control: Element): boolean => (control as HTMLInputElement).type === 'radio';

function isTickable(control: Control): boolean {
  return control.tagName === 'INPUT' && /^(checkbox|radio)$/.test((control as HTMLInputElement).type);
}

/** What only a contract says that goes on. */
const RECURRING =
  /renews? (automatically|every|at)|automatically renew|auto-?renew|billed (monthly|annually|yearly|weekly|every)|charged (monthly|every month|each month|annually)|after (your|the) (free )?trial|until you cancel|cancel any ?time(?! (before|until|up to|prior))|recurring (payment|charge|billing|total)|subscribe (&|and) save|deliver(ed|s)? every (\d|two|three|four|six|other|week\b|fortnight|month)|verlangert sich|monatlich kundbar|jederzeit kundbar|wiederkehrend|renouvell?e(ment)? automatique|(abonnement|mois).{0,30} sans engagement|sans engagement de duree|se renueva|renovacion automatica|rinnov(o|a) automatic|renovacao automatica|automatisch verlengd|odnawia sie|自動更新|自动续费|자동 ?(갱신|결제)|автоматически продл|otomatik yenile|يتجدد تلقائيا/;

/** A price by the month: of a contract, or of an instalment. */
const MONTHLY =
  /pay (monthly|every month|each month|annually)|per month\b|\/ ?(month|mo|monat|mois)\b|pro monat|par mois|\bal mes\b|al mese|por mes|per maand|miesiecznie|毎月|每月|매월|ежемесячно|\bher ay\b|شهريا/;
/** One purchase that is paid for in parts, and who lends the money for that. */
const INSTALMENT =
  /instal?lment|\b0 ?%|\bapr\b|\bfinan[cz](?!ial)|(interest|fee)[- ]free|zinsfrei|\braten|\b(a|in|\d) rate\b|rateizz|\bcuotas\b|a plazos|parcela|sans (frais(?! d)|interet)|en \d+ fois|termijnen|\braty\b|ratach|分割|分期|할부|рассрочк|частями|taksit|تقسيط|\baffirm|klarna|after-?pay|clear-?pay|sezzle|\boney|scalapay|shop-? ?pay|payment-terms|paypal.(message|credit)|pay later/;
const BLOCK = ':not(a, b, del, em, i, small, span, strong, sub, sup)';

/** Tells whether a text sets a price by the month that is no instalment, by its sentence and by whose box it is in. */
function isMonthly(words: string, box: Element): boolean {
  if (!MONTHLY.test(words)) return false;
  let names = '';
  let up: Element | null = box;
  for (let depth = 0; up && depth < 4; depth += 1, up = parentOf(up)) {
    names += `${up.nodeName} ${up.id} ${attributeOf(up, 'class')} `;
  }
  return (
    !INSTALMENT.test(names.toLowerCase()) &&
    normaliseText(textOf(closestOf(box, BLOCK) ?? box, Infinity))
      .split(/[.!?。] ?(?!\d)/)
      .some((sentence) => MONTHLY.test(sentence) && !INSTALMENT.test(sentence))
  );
}

/** Gives the sentence that says payments will recur, if one is shown. */
export function findRecurringWording(roots: readonly (Document | ShadowRoot)[]): string | null {
  for (const { text, box } of textsIn(roots)) {
    if (text.length < 5 || text.length > 600) continue;
    if (/^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(box.nodeName)) continue;
    const words = normaliseText(text);
    const goesOn = RECURRING.test(words) || isMonthly(words, box);
    if (goesOn && !closestOf(box, 'nav, footer') && isRendered(box))
      return capText(textContentOf(box) ?? text);
  }
  return null;
}
