import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import type { Control } from '../dom/walk.ts';
import { valueDigest } from '../form/value-key.ts';
import { restoreAutocomplete } from './declared-autocomplete.ts';
import { emptyText } from './type-text.ts';

/** Remembers which elements hold values of ours, never the values: of them digests at most. */
export interface FilledFields {
  note(element: HTMLElement, token: AutocompleteToken): void;
  list(): { element: HTMLElement; token: AutocompleteToken }[];
  /** Takes what the filled fields hold by now, their masks included, as what they shall hold from here on. */
  remember(): void;
  /** Tells whether a field holds what one of its kind was filled with; true where none of its kind was. */
  isKept(element: HTMLElement, token: AutocompleteToken): boolean;
  /** Empties every field that was filled and restores what was changed about it. Gives how many were emptied. */
  clear(): number;
}

interface Filled {
  readonly token: AutocompleteToken;
  readonly selectedIndex: number;
}

/** Creates the memory of one document. */
export function createFilledFields(): FilledFields {
  const filled = new Map<HTMLElement, Filled>();
  // By kind and not by element: a page may draw a filled field anew, and copy its value.
  const digests = new Map<AutocompleteToken, Set<string>>();
  return {
    note(element, token) {
      if (filled.has(element)) return;
      filled.set(element, {
        token,
        selectedIndex: element.tagName === 'SELECT' ? (element as HTMLSelectElement).selectedIndex : -1,
      });
    },
    list: () =>
      [...filled]
        .filter(([element]) => element.isConnected)
        .map(([element, { token }]) => ({ element, token })),
    remember() {
      digests.clear();
      for (const [element, { token }] of filled) {
        if (!element.isConnected || !hasValue(element)) continue;
        digests.set(token, (digests.get(token) ?? new Set()).add(valueDigest(token, element.value)));
      }
    },
    isKept(element, token) {
      const known = digests.get(token);
      return !known || !hasValue(element) || known.has(valueDigest(token, element.value));
    },
    clear() {
      let cleared = 0;
      for (const [element, { selectedIndex }] of filled) {
        if (element.isConnected && empty(element, selectedIndex)) cleared += 1;
        restoreAutocomplete(element);
      }
      filled.clear();
      digests.clear();
      return cleared;
    },
  };
}

const hasValue = (element: HTMLElement): element is Control => 'value' in element;

function empty(element: HTMLElement, selectedIndex: number): boolean {
  if (element.tagName === 'SELECT') {
    const select = element as HTMLSelectElement;
    select.selectedIndex = selectedIndex;
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  if (element.tagName !== 'INPUT' && element.tagName !== 'TEXTAREA') return false;
  emptyText(element as HTMLInputElement);
  return true;
}
