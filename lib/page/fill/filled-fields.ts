import type { AutocompleteToken } from '../../messaging/contracts/page-reading.ts';
import { restoreAutocomplete } from './declared-autocomplete.ts';
import { emptyText } from './type-text.ts';

/** Remembers which elements hold values of ours, never the values. */
export interface FilledFields {
  note(element: HTMLElement, token: AutocompleteToken): void;
  list(): { element: HTMLElement; token: AutocompleteToken }[];
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
    clear() {
      let cleared = 0;
      for (const [element, { selectedIndex }] of filled) {
        if (element.isConnected && empty(element, selectedIndex)) cleared += 1;
        restoreAutocomplete(element);
      }
      filled.clear();
      return cleared;
    },
  };
}

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
