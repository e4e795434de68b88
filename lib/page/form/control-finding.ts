import type { ControlFinding } from '../../messaging/contracts/page-reading.ts';
import { attributeOf } from '../dom/own-members.ts';
import { capText, textOf } from '../dom/text.ts';
import { rectOf } from '../dom/visibility.ts';
import type { ElementRefs } from '../element-refs.ts';

/** Gives what a control says: its text, value or accessible name. */
export function captionOf(control: Element): string {
  const value = control.tagName === 'INPUT' ? (control as HTMLInputElement).value : '';
  const text = value || textOf(control, 160);
  return capText(text || (control.getAttribute('aria-label') ?? control.getAttribute('title') ?? ''), 160);
}

/** Tells whether a control can be pressed now. */
export function isEnabled(control: Element): boolean {
  if ((control as HTMLButtonElement).disabled || control.closest('fieldset:disabled, [inert]')) return false;
  return control.getAttribute('aria-disabled') !== 'true';
}

/** Gives the form that a control sends. */
export function formOf(control: Element): HTMLFormElement | null {
  return ('form' in control ? (control as HTMLButtonElement).form : null) ?? control.closest('form');
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
    control.getAttribute('name') ?? '',
    control.getAttribute('type') ?? '',
    words.slice(0, 120),
    (
      control.getAttribute('formaction') ??
      (form && attributeOf(form, 'action')) ??
      control.getAttribute('href') ??
      ''
    ).slice(0, 200),
    (control.getAttribute('formmethod') ?? (form && attributeOf(form, 'method')) ?? '').toLowerCase(),
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
