import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import type { ControlWords } from '../dom/label-text.ts';
import { MATCHERS, NOT_OURS } from './matchers.ts';

export interface Classification {
  readonly token: AutocompleteToken | null;
  readonly confidence: number;
  readonly signals: string[];
}

export type FillableControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const KNOWN_TOKENS: ReadonlySet<string> = new Set([...MATCHERS.map(({ token }) => token), 'street-address', 'one-time-code', 'organization', 'cc-type', 'cc-given-name', 'cc-family-name', 'country-name', 'tel-national']); // prettier-ignore

const NONE: Classification = { token: null, confidence: 0, signals: [] };

/** The token that the page itself declares (HTML `autocomplete`), without section and contact prefixes. */
function declaredToken(control: FillableControl): AutocompleteToken | undefined {
  const words = (control.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
  const last = words.filter((word) => word !== 'webauthn').at(-1);
  return last !== undefined && KNOWN_TOKENS.has(last) ? (last as AutocompleteToken) : undefined;
}

/** Text-like input types; everything else (buttons, ticks, files) is no field to type into. */
const TYPEABLE = new Set(['text', 'tel', 'email', 'number', 'password', 'search', 'url', 'month', '']);

/** Tells whether a control could hold one of our values at all. */
export function isFillable(control: Element): control is FillableControl {
  if (control.localName === 'select' || control.localName === 'textarea') return true;
  return control.localName === 'input' && TYPEABLE.has((control.getAttribute('type') ?? '').toLowerCase());
}

/** A card value is never typed into a search box, a text area or anything that holds fewer digits than it has. */
function isImpossible(token: AutocompleteToken, control: FillableControl): boolean {
  if (!token.startsWith('cc-')) return false;
  if (control.localName === 'textarea') return true;
  const type = control.getAttribute('type');
  if (type === 'search' || type === 'email' || type === 'url') return true;
  const maximum = Number(control.getAttribute('maxlength') ?? '-1');
  return token === 'cc-number' && maximum >= 0 && maximum < 12 && maximum !== 4;
}

/**
 * Classifies a control by ordered strategies: what it declares, its attributes, its words. A declared card token that
 * the visible label contradicts is no card field (a "Coupon" with `autocomplete=cc-number` is a trap).
 */
export function classifyField(control: FillableControl, words: ControlWords): Classification {
  const visible = [words.label, words.placeholder, words.neighbour].filter(Boolean).join(' | ');
  const isForeign =
    NOT_OURS.test(`${words.label} ${words.placeholder}`) || (NOT_OURS.test(words.attributes) && !visible);
  const declared = declaredToken(control);
  if (declared) {
    if (isForeign && declared.startsWith('cc-'))
      return { token: null, confidence: 0, signals: ['autocomplete', 'label:contradicts'] };
    if (isImpossible(declared, control)) return NONE;
    return { token: declared, confidence: 0.98, signals: ['autocomplete'] };
  }
  if (isForeign || control.getAttribute('role') === 'searchbox') return NONE;
  if (control.getAttribute('type') === 'email') return { token: 'email', confidence: 0.9, signals: ['type'] };
  const byWords = MATCHERS.find(({ words: pattern }) => visible !== '' && pattern.test(visible));
  const byAttributes = MATCHERS.find(({ attributes }) => attributes.test(words.attributes));
  const token = byAttributes?.token ?? byWords?.token;
  if (!token || isImpossible(token, control)) {
    return control.getAttribute('type') === 'tel' && !token
      ? { token: 'tel', confidence: 0.5, signals: ['type'] }
      : NONE;
  }
  const signals = [...(byAttributes ? ['name'] : []), ...(byWords ? ['words'] : [])];
  const agree = byAttributes && byWords && byAttributes.token === byWords.token;
  return { token, confidence: agree ? 0.95 : byAttributes ? 0.8 : 0.75, signals };
}
