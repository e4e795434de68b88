import { nextTask } from '../dom/next-task.ts';
import { viewOf } from '../dom/own-members.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Types a value as masked and framework-bound fields accept it: editing commands first, the native setter next, one
 * character at a time last. `isKept` says whether what the field shows now is the value.
 */
export async function typeText(
  control: TextControl,
  value: string,
  isKept: (shown: string) => boolean,
): Promise<void> {
  const focus = watchFocus(control);
  control.focus({ preventScroll: true });
  if (!focus.hasEntered()) announce(control, ['focus', 'focusin']);
  replaceAll(control, value);
  await nextTask();
  if (!isKept(control.value)) {
    setNatively(control, value);
    announceInput(control, value, 'insertFromPaste');
    await nextTask();
  }
  if (!isKept(control.value)) await typeByCharacter(control, value);
  control.dispatchEvent(new Event('change', { bubbles: true }));
  control.blur();
  if (!focus.hasLeft()) announce(control, ['blur', 'focusout']);
  focus.stop();
  await nextTask();
}

/** Empties a field so that the page notices. */
export function emptyText(control: TextControl): void {
  setNatively(control, '');
  announceInput(control, '', 'deleteContentBackward');
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

function replaceAll(control: TextControl, value: string): void {
  key(control, 'keydown');
  selectAll(control);
  if (!insertByCommand(control, value)) {
    setNatively(control, value);
    announceInput(control, value, 'insertText');
  }
  key(control, 'keyup');
}

async function typeByCharacter(control: TextControl, value: string): Promise<void> {
  setNatively(control, '');
  announceInput(control, '', 'deleteContentBackward');
  for (const character of value) {
    key(control, 'keydown', character);
    if (!insertByCommand(control, character)) {
      setNatively(control, control.value + character);
      announceInput(control, character, 'insertText');
    }
    key(control, 'keyup', character);
    await nextTask();
  }
}

function selectAll(control: TextControl): void {
  try {
    control.select();
  } catch {
    // Some input types refuse a selection; the command then replaces nothing and the setter does the work.
  }
}

function insertByCommand(control: TextControl, text: string): boolean {
  const { ownerDocument } = control;
  const root = control.getRootNode() as Document | ShadowRoot;
  if (typeof ownerDocument.execCommand !== 'function' || root.activeElement !== control) return false;
  return ownerDocument.execCommand('insertText', false, text);
}

/** Goes past setters that a framework put on the element itself. */
function setNatively(control: TextControl, value: string): void {
  const view = viewOf(control);
  const prototype: object | undefined =
    control.tagName === 'TEXTAREA' ? view?.HTMLTextAreaElement.prototype : view?.HTMLInputElement.prototype;
  if (!prototype || !Reflect.set(prototype, 'value', value, control)) control.value = value;
}

function announceInput(control: TextControl, text: string, inputType: string): void {
  control.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, data: text || null, inputType }),
  );
}

/** A key that says nothing of the character, as virtual keyboards send it. */
function key(control: TextControl, type: 'keydown' | 'keyup', character = 'Unidentified'): void {
  control.dispatchEvent(
    new KeyboardEvent(type, { key: character, bubbles: true, composed: true, cancelable: true }),
  );
}

function announce(control: TextControl, types: readonly ('focus' | 'focusin' | 'blur' | 'focusout')[]): void {
  for (const type of types) {
    control.dispatchEvent(
      new FocusEvent(type, { bubbles: type.endsWith('in') || type.endsWith('out'), composed: true }),
    );
  }
}

/** Real focus events do not fire in a window that is not in front; frameworks wait for them all the same. */
function watchFocus(control: TextControl): { hasEntered(): boolean; hasLeft(): boolean; stop(): void } {
  const seen = new Set<string>();
  const note = (event: Event): void => void seen.add(event.type);
  control.addEventListener('focus', note);
  control.addEventListener('blur', note);
  return {
    hasEntered: () => seen.has('focus'),
    hasLeft: () => seen.has('blur'),
    stop: () => {
      control.removeEventListener('focus', note);
      control.removeEventListener('blur', note);
    },
  };
}
