// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ARM_MS } from '../../lib/ui/use-armed.ts';
import { ArmButton } from './arm-button.tsx';

const decided = vi.fn();
let root: Root;
let isFocused: boolean;
const button = () => document.querySelector('button')!;
const show = (shown: string) =>
  act(async () =>
    root.render(
      <ArmButton shown={shown} onDecide={decided}>
        Approve
      </ArmButton>,
    ),
  );
const pass = (ms: number) =>
  act(async () => {
    vi.advanceTimersByTime(ms);
  });
const pressDown = () => button().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
const release = () => button().dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
const press = () =>
  act(async () => {
    pressDown();
    release();
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  decided.mockClear();
  isFocused = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => isFocused);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.useRealTimers();
});

test('it decides nothing before it was seen for 0.7 s', async () => {
  await show('a');
  await pass(ARM_MS - 1);
  await press();
  expect(decided).not.toHaveBeenCalled();
  expect(button().getAttribute('aria-disabled')).toBe('true');
  await pass(1);
  await press();
  expect(decided).toHaveBeenCalledTimes(1);
});

test('a press that began before it was armed decides nothing', async () => {
  await show('a');
  await act(async () => void pressDown());
  await pass(ARM_MS);
  await act(async () => void release());
  expect(decided).not.toHaveBeenCalled();
});

test('what changes under the pointer arms again', async () => {
  await show('24.00');
  await pass(ARM_MS);
  await show('29.00');
  await press();
  expect(decided).not.toHaveBeenCalled();
  await pass(ARM_MS);
  await press();
  expect(decided).toHaveBeenCalledTimes(1);
});

test.each(['blur', 'resize', 'focus'])('%s arms again', async (name) => {
  await show('a');
  await pass(ARM_MS);
  await act(async () => void window.dispatchEvent(new Event(name)));
  await press();
  expect(decided).not.toHaveBeenCalled();
  await pass(ARM_MS);
  await press();
  expect(decided).toHaveBeenCalledTimes(1);
});

test('a press across a resize decides nothing', async () => {
  await show('a');
  await pass(ARM_MS);
  await act(async () => void pressDown());
  await act(async () => void window.dispatchEvent(new Event('resize')));
  await pass(ARM_MS);
  await act(async () => void release());
  expect(decided).not.toHaveBeenCalled();
});

test('without focus it never arms', async () => {
  isFocused = false;
  await show('a');
  await pass(10 * ARM_MS);
  await press();
  expect(decided).not.toHaveBeenCalled();
});
