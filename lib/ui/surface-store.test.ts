import { expect, test } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { MessageError } from '../messaging/serve.ts';
import type { OperatorSnapshot } from './snapshot-views.ts';
import { createSurface, type OperatorCall } from './surface-store.ts';

type Answer = Result<OperatorSnapshot, MessageError>;

/** A surface whose snapshots are answered one by one, when the test says so. */
function createSlowSurface() {
  const reads: ((answer: Answer) => void)[] = [];
  const call: OperatorCall = (type) =>
    type === 'operator.snapshot'
      ? new Promise((answer) => reads.push(answer as (answer: Answer) => void))
      : Promise.resolve(ok({} as never));
  const surface = createSurface(call, () => Promise.resolve(true));
  const settle = async () => {
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  };
  return {
    surface,
    state: () => surface.store.getState(),
    settle,
    read: async (answer: Answer) => {
      reads.shift()!(answer);
      await settle();
    },
  };
}

const revision = (number: number) => ok({ ...SNAPSHOTS['idle']!, revision: number });
const unreachable = err({ code: 'background_unreachable', message: '' });

test('what was asked keeps the surface busy until what came of it is shown', async () => {
  const { surface, state, settle, read } = createSlowSurface();
  void surface.refresh();
  const asked = surface.ask((call) => call('vault.lock', {}));
  await settle();
  expect(state().isBusy).toBe(true);
  // This was read before the answer, and may know nothing of it.
  await read(revision(1));
  expect(state().isBusy).toBe(true);
  await read(revision(2));
  expect(state()).toMatchObject({ isBusy: false, snapshot: { revision: 2 } });
  expect(await asked).toBe(true);
});

test('a second thing asked meanwhile keeps it busy too', async () => {
  const { surface, state, settle, read } = createSlowSurface();
  let answerLate: (answer: Result<object, MessageError>) => void = () => undefined;
  void surface.ask((call) => call('vault.lock', {}));
  const late = surface.ask(() => new Promise((answer) => (answerLate = answer)));
  await settle();
  await read(revision(1));
  expect(state().isBusy).toBe(true);
  answerLate(unreachable);
  await settle();
  await read(revision(2));
  expect(state().isBusy).toBe(false);
  expect(await late).toBe(false);
});

test('that no snapshot could be read is told until one is', async () => {
  const { surface, state, read } = createSlowSurface();
  void surface.refresh();
  await read(unreachable);
  expect(state().unread).toBe('background_unreachable');
  void surface.refresh();
  await read(revision(1));
  expect(state().unread).toBeUndefined();
});

test('a refusal is of the place where it was asked, and forgotten when that is left', async () => {
  const { surface, state, settle, read } = createSlowSurface();
  surface.enter('preview A');
  void surface.ask(() => Promise.resolve(unreachable));
  surface.enter('preview B');
  await settle();
  await read(revision(1));
  expect(state().refusal).toEqual({ code: 'background_unreachable', place: 'preview A' });
  // Nothing of it was told at B, so it is still to be told at A.
  surface.enter('preview A');
  expect(state().refusal).toBeDefined();
  surface.enter('preview B');
  expect(state().refusal).toBeUndefined();
});
