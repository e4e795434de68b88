import { beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Money, money } from '../kernel/money.ts';
import { defineContract } from './contract.ts';
import { createCaller } from './call.ts';
import { createServer } from './serve.ts';
import { watchOperatorChanges } from './watch.ts';

vi.mock('wxt/browser', async () => {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  return { browser: fakeBrowser };
});
const { fakeBrowser } = await import('wxt/testing/fake-browser');

const contract = defineContract({
  'coin.double': {
    from: ['surface'],
    input: z.strictObject({ amount: Money, days: z.number().max(365).optional() }),
    output: z.strictObject({ amount: Money }),
  },
});

/** The fake browser speaks callbacks; the polyfill turns a returned promise into one, and so does this. */
const listen = (answer: (message: unknown) => Promise<unknown> | undefined) =>
  fakeBrowser.runtime.onMessage.addListener(
    (message: unknown, _sender, respond: (reply: unknown) => void) => {
      void answer(message)?.then(respond);
      return true;
    },
  );

beforeEach(() => fakeBrowser.reset());

test('amounts travel as text and arrive as they were', async () => {
  const wire: unknown[] = [];
  const serve = createServer(
    contract,
    {
      'coin.double': async ({ amount }) => ({
        ok: true,
        value: { amount: money(amount.minor * 2n, amount.currency) },
      }),
    },
    () => undefined,
  );
  listen((message) => {
    wire.push(message);
    return serve(message, { kind: 'surface' });
  });
  const answer = await createCaller(contract)('coin.double', { amount: money(1245, 'USD') });
  expect(answer).toEqual({ ok: true, value: { amount: money(2490, 'USD') } });
  expect(JSON.stringify(wire)).toContain('"minor":"1245"');
});

test('nobody answering is a refusal, not an exception', async () => {
  const answer = await createCaller(contract)('coin.double', { amount: money(1, 'USD') });
  expect(answer).toMatchObject({ ok: false, error: { code: 'background_unreachable' } });
});

test('what the contract does not take is refused before it is sent', async () => {
  const heard = vi.fn(() => Promise.resolve(undefined));
  listen(heard);
  const answer = await createCaller(contract)('coin.double', { amount: money(1, 'USD'), days: 400 });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  expect(heard).not.toHaveBeenCalled();
});

test('an answer that does not parse is a refusal', async () => {
  listen(() => Promise.resolve({ ok: true, value: { amount: 'lots' } }));
  const answer = await createCaller(contract)('coin.double', { amount: money(1, 'USD') });
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_answer' } });
});

test('a watcher hears changes until it stops, and answers nothing', async () => {
  const heard = vi.fn();
  const stop = new AbortController();
  watchOperatorChanges(heard, stop.signal);
  listen(() => Promise.resolve('kept open for the test'));
  await fakeBrowser.runtime.sendMessage({ type: 'operator.changed', input: { revision: 2 } });
  await fakeBrowser.runtime.sendMessage({ type: 'something.else' });
  expect(heard).toHaveBeenCalledTimes(1);
  stop.abort();
  await fakeBrowser.runtime.sendMessage({ type: 'operator.changed', input: { revision: 3 } });
  expect(heard).toHaveBeenCalledTimes(1);
});
