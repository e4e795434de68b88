import type { ConsentFinding } from '../../messaging/contracts/page-reading.ts';
import { labelTextOf, neighbourTextOf } from '../dom/nearby-text.ts';
import { capText, normaliseText, textOf } from '../dom/text.ts';
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
    /terms|conditions|agree|accept|privacy|\bagb\b|bedingungen|datenschutz|widerruf|conditions generales|\bcgv\b|j'accepte|terminos|condiciones|acepto|termini|condizioni|accetto|termos|aceito|voorwaarden|akkoord|regulamin|akceptuj|同意|規約|条款|동의|약관|соглас|услови|kabul|sozlesme|أوافق|الشروط/,
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
        'checked' in control ? Boolean(control.checked) : control.getAttribute('aria-checked') === 'true';
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

const RECURRING =
  /renews? (automatically|every|at)|automatically renew|auto-?renew|billed (monthly|annually|yearly|weekly|every)|(charged|pay) (monthly|every month|each month|annually)|per month\b|\/ ?(month|mo)\b|after (your|the) (free )?trial|until you cancel|cancel any ?time|recurring (payment|charge|billing)|subscribe (&|and) save|deliver(ed)? every|verlangert sich|monatlich kundbar|jederzeit kundbar|pro monat|\/ ?monat|wiederkehrend|renouvell?e(ment)? automatique|sans engagement|par mois|se renueva|renovacion automatica|al mes\b|rinnov(o|a) automatic|al mese|renovacao automatica|por mes|automatisch verlengd|per maand|odnawia sie|miesiecznie|自動更新|毎月|自动续费|每月|자동 ?(갱신|결제)|매월|автоматически продл|ежемесячно|otomatik yenile|her ay|يتجدد تلقائيا|شهريا/;

/** Gives the sentence that says payments will recur, if one is shown. */
export function findRecurringWording(roots: readonly (Document | ShadowRoot)[]): string | null {
  for (const root of roots) {
    const top = root.nodeType === 9 ? (root as Document).body : root;
    if (!top) continue;
    const walker = top.ownerDocument!.createTreeWalker(top, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const box = node.parentElement;
      if (
        text.length < 5 ||
        text.length > 600 ||
        !box ||
        /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(box.nodeName)
      )
        continue;
      if (RECURRING.test(normaliseText(text)) && !box.closest('nav, footer') && isRendered(box))
        return capText(box.textContent ?? text);
    }
  }
  return null;
}
