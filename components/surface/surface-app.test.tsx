// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err, ok } from '../../lib/kernel/result.ts';
import type { CheckoutView, OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { createSurface, type OperatorCall, type Surface } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import { ARM_MS } from '../../lib/ui/use-armed.ts';
import en from '../../public/_locales/en/messages.json';
import { LanguageProvider } from '../primitives/language.tsx';
import { SurfaceApp } from './surface-app.tsx';

const language = createLanguage((key, values) =>
  ((en as Record<string, { message: string }>)[key]?.message ?? '').replace(
    /\$(\d)/g,
    (_, index: string) => values[Number(index) - 1] ?? '',
  ),
);
const idle = SNAPSHOTS['idle']!;
const shown = SNAPSHOTS['approve']!.checkouts[0]!;
const previews = ['first', 'second', 'third'].map(
  (name): CheckoutView => ({
    ...shown,
    id: `chk_${name.padEnd(16, '0')}` as CheckoutView['id'],
    merchant: `${name}.example`,
    host: `${name}.example`,
    answerBy: null,
  }),
);

let root: Root;
let surface: Surface;
let snapshot: OperatorSnapshot;
const asked = vi.fn();
/** A background in which the previews wait; rejecting takes one away, approving is refused. */
const call: OperatorCall = (type, input) => {
  if (type === 'operator.snapshot') return Promise.resolve(ok(snapshot as never));
  if (type === 'checkout.picture') return Promise.resolve(ok({ dataUrl: null } as never));
  const { checkoutId: id } = input as { checkoutId?: string };
  asked(type, id);
  if (type === 'checkout.approve')
    return Promise.resolve(err({ code: 'intent_changed', message: 'intent_changed' }));
  snapshot = { ...snapshot, queue: snapshot.queue.filter((item) => item.id !== id) };
  return Promise.resolve(ok({} as never));
};

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(name))!;
const press = (name: string) =>
  act(async () => {
    button(name).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    button(name).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  });
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  asked.mockClear();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  snapshot = { ...idle, checkouts: previews, queue: previews.map(({ id }) => ({ kind: 'preview', id })) };
  surface = createSurface(call, () => Promise.resolve(true));
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => {
    root.render(
      <LanguageProvider value={language}>
        <SurfaceApp surface={surface} issuers={[]} shape="popup" />
      </LanguageProvider>,
    );
    await surface.refresh();
  });
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a double click on Reject rejects what was read, and not what came in its place', async () => {
  await pass(ARM_MS);
  await press('Reject');
  expect(document.body.textContent).toContain('second.example');
  await press('Reject');
  expect(asked.mock.calls).toEqual([['checkout.reject', previews[0]!.id]]);
  await pass(ARM_MS);
  await press('Reject');
  expect(asked.mock.calls.at(-1)).toEqual(['checkout.reject', previews[1]!.id]);
});

test('Reject needs no focus, as Approve does', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  await act(async () => void window.dispatchEvent(new Event('blur')));
  await pass(ARM_MS);
  await press('Approve');
  expect(asked).not.toHaveBeenCalled();
  await press('Reject');
  expect(asked).toHaveBeenCalledTimes(1);
});

test('a refusal is told where it was asked, and not of the next item', async () => {
  await pass(ARM_MS);
  await press('Approve');
  const alert = () => document.querySelector('[role=alert]')?.textContent;
  expect(alert()).toBe(en.errorIntentChanged.message);
  await press('Next');
  expect(document.body.textContent).toContain('second.example');
  expect(alert()).toBeUndefined();
  await press('Next');
  await press('Next');
  expect(document.body.textContent).toContain('first.example');
  expect(alert()).toBeUndefined();
});

test('what Stop all did is told only while it holds', async () => {
  const paused = idle.mandates.map((mandate) => ({ ...mandate, status: 'paused' }));
  const lastStop = { runs: 0, cards: 0, mandates: 2, agents: 0, observed: [], at: idle.now };
  snapshot = { ...idle, checkouts: [], mandates: paused, lastStop };
  await press('Stop all');
  expect(document.body.textContent).toContain('2 mandates paused');
  snapshot = { ...snapshot, mandates: paused.map((mandate) => ({ ...mandate, status: 'active' })) };
  await act(() => surface.refresh());
  expect(document.body.textContent).not.toMatch(/paused|Stopped/);
});

const running = SNAPSHOTS['running']!;
const pastPay = running.checkouts.map((checkout) => ({ ...checkout, status: 'processing' }));

test.each([
  ['nothing runs', idle],
  ['a run is before Pay', running],
  ['a run is past Pay', { ...running, checkouts: pastPay }],
])('while %s the way leads to the dashboard', async (_, now) => {
  snapshot = now;
  await act(() => surface.refresh());
  await press(en.openDashboard.message);
  expect(asked.mock.calls).toEqual([['surface.open', undefined]]);
});
