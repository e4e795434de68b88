import type { ControlFinding } from '../../messaging/contracts/page-reading.ts';
import { attributeOf, closestOf } from '../dom/own-members.ts';
import { capText, textOf } from '../dom/text.ts';
import { rectOf } from '../dom/visibility.ts';
import type { ElementRefs } from '../element-refs.ts';

/** Gives what a control says: its text, value or accessible name. */
export function captionOf(control: Element): string {
  const value = control.tagName === 'INPUT' ? (control as HTMLInputElement).value : '';
  const text = value || textOf(control, 160);
  return capText(text || (attributeOf(control, 'aria-label') ?? attributeOf(control, 'title') ?? ''), 160);
}

/** Tells whether a control can be pressed now. */
export function isEnabled(control: Element): boolean {
  if ((control as HTMLButtonElement).disabled || closestOf(control, 'fieldset:disabled, [inert]'))
    return false;
  return attributeOf(control, 'aria-disabled') !== 'true';
}

/** Gives the form that a control sends. */
export function formOf(control: Element): HTMLFormElement | null {
  return ('form' in control ? (control as HTMLButtonElement).form : null) ?? closestOf(control, 'form');
}

/** Says what a control is made of and where it leads. Amounts are left out: they are compared as money, not as text. */
export function fingerprintOf(control: Element): string {
  const form = formOf(control);
  const words = captionOf(control)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return [
    control.tagName,
    control.id,
    attributeOf(control, 'name') ?? '',
    attributeOf(control, 'type') ?? '',
    words.slice(0, 120),
    (
      attributeOf(control, 'formaction') ??
      (form && attributeOf(form, 'action')) ??
      attributeOf(control, 'href') ??
      ''
    ).slice(0, 200),
    (attributeOf(control, 'formmethod') ?? (form && attributeOf(form, 'method')) ?? '').toLowerCase(),
  ]
    .join('|')
    .slice(0, 600);
}

/** Describes a control for the reading. */
export function describeControl(control: Element, refs: ElementRefs): ControlFinding {
  return {
    ref: refs.refOf(control),
    label: captionOf(control),
    fingerprint: fingerprintOf(control),
    isEnabled: isEnabled(control),
    rect: rectOf(control),
  };
}
