import { rectOf } from '../dom/visibility.ts';

/**
 * Presses as a pointer does: drop-downs of component libraries open on `pointerdown` or `mousedown`, not on `click`.
 * Only for controls that choose; Pay is pressed elsewhere, once.
 */
export function pressPointer(element: HTMLElement): void {
  const { x, y, width, height } = rectOf(element);
  const at = { clientX: x + width / 2, clientY: y + height / 2 };
  const base = { ...at, bubbles: true, composed: true, cancelable: true, button: 0 };
  const down = { ...base, buttons: 1, detail: 1 };
  const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...down, ...pointer }));
  if (element.dispatchEvent(new MouseEvent('mousedown', down))) element.focus?.({ preventScroll: true });
  element.dispatchEvent(new PointerEvent('pointerup', { ...base, ...pointer }));
  element.dispatchEvent(new MouseEvent('mouseup', { ...base, detail: 1 }));
  element.click();
}
