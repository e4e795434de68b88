import { expect, test } from 'vitest';
import type { Checkout } from '../../domain/checkout/checkout.ts';
import { Secret } from '../../kernel/secret.ts';
import { ok } from '../../kernel/result.ts';
import type { FillOrder, PageDriver } from '../../ports/page-driver.ts';
import { lockPages } from './page-lock.ts';

const order = (documentId: string): FillOrder => ({
  frameId: 0,
  documentId,
  ref: 'r1',
  token: 'cc-number',
  value: new Secret('4111'),
  alternatives: [],
});
const CONTROL = { documentId: 'd1', frameId: 0, ref: 'r2', fingerprint: 'f' };

/** Hands that only note what they were told to do. */
function notingPages(onFill: () => void = () => undefined) {
  const done: string[] = [];
  const pages = {
    fill: (_tab: number, orders: readonly FillOrder[]) => {
      done.push(...orders.map(({ documentId }) => `fill ${documentId}`));
      onFill();
      return Promise.resolve(ok(new Map([[`0|${orders[0]!.documentId}`, 'kept' as const]])));
    },
    press: () => Promise.resolve(ok((done.push('press'), 'pressed' as const))),
    clear: () => Promise.resolve(void done.push('clear')),
    picture: () => Promise.resolve((done.push('picture'), 'data:')),
  } as unknown as PageDriver;
  return { pages, done };
}
const run = (tabId: number, status: Checkout['status']) => ({ tabId, status }) as Checkout;

test('[A42] nothing is typed, pressed, emptied or pictured while the operator holds the page', async () => {
  const { pages, done } = notingPages();
  const locked = lockPages(pages, () => [run(1, 'handoff')]);
  expect(await locked.fill(1, [order('d1')])).toMatchObject({ ok: false, error: { kind: 'page_held' } });
  expect(await locked.press(1, CONTROL)).toMatchObject({ ok: false, error: { kind: 'page_held' } });
  await locked.clear(1);
  expect(await locked.picture(1)).toBeUndefined();
  expect(done).toEqual([]);
});

test('a held page locks its own tab alone, and only while it is held', async () => {
  const { pages, done } = notingPages();
  const locked = lockPages(pages, () => [run(1, 'handoff'), run(2, 'filling'), run(3, 'cancelled')]);
  expect(await locked.fill(2, [order('d1'), order('d2')])).toMatchObject({ ok: true });
  await locked.clear(3);
  expect(done).toEqual(['fill d1', 'fill d2', 'clear']);
});

test('[A42] documents that are left when the operator takes over stay untouched', async () => {
  let status: Checkout['status'] = 'filling';
  const { pages, done } = notingPages(() => (status = 'handoff'));
  const locked = lockPages(pages, () => [run(1, status)]);
  const filled = await locked.fill(1, [order('d1'), order('d2'), order('d3')]);
  expect(filled).toMatchObject({ ok: false, error: { kind: 'page_held' } });
  expect(done).toEqual(['fill d1']);
});
