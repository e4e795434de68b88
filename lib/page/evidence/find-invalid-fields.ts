import { capText, textOf } from '../dom/text.ts';
import { isRendered } from '../dom/visibility.ts';
import type { Scene, Signal } from './signal.ts';

/** Finds fields that the page itself marks as wrong, by name; never what is in them. */
export function findInvalidFields({ tree }: Scene): Signal[] {
  return tree.controls
    .filter((control) => control.getAttribute('aria-invalid') === 'true' && isRendered(control))
    .slice(0, 10)
    .map((control) => ({
      name: 'invalid_field',
      isVisible: true,
      detail: capText(
        (control.labels?.[0] ? textOf(control.labels[0], 80) : '') ||
          (control.getAttribute('aria-label') ?? control.name) ||
          'a field',
        80,
      ),
    }));
}
