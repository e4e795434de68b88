import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../kernel/invariant.ts';
import type { PeerKind } from './contract.ts';
import { operator } from './contracts/operator.ts';
import { createServer, type Handlers } from './serve.ts';

const KINDS: readonly PeerKind[] = ['background', 'page', 'surface', 'tab'];
/** What only looks, or makes things safer. Whatever else there is decides, and belongs to a surface alone. */
const READING = new Set([
  'operator.snapshot',
  'operator.stop-all',
  'checkout.picture',
  'vault.lock',
  'records.spend',
  'records.activity',
  'records.checkout',
  'records.cards',
  'records.sites',
  'records.weeks',
  'records.rehearse',
  'records.replay',
]);
const types = Object.keys(operator) as (keyof typeof operator)[];

function serverThat(handle: () => never) {
  const handlers = Object.fromEntries(types.map((type) => [type, async () => handle()]));
  const faults: unknown[] = [];
  const serve = createServer(operator, handlers as unknown as Handlers<typeof operator>, (fault) =>
    faults.push(fault),
  );
  return { serve, faults };
}

const untouchable = () => {
  throw new Error('a handler was reached');
};

describe.each(types)('%s', (type) => {
  test('refuses every sender that the contract does not name', async () => {
    const { serve, faults } = serverThat(untouchable);
    const wrong = KINDS.filter((kind) => !(operator[type].from as readonly PeerKind[]).includes(kind));
    for (const peer of [...wrong.map((kind) => ({ kind })), undefined]) {
      expect(await serve({ type, input: {} }, peer)).toMatchObject({
        ok: false,
        error: { code: 'sender_not_allowed' },
      });
    }
    expect(faults).toEqual([]);
  });

  test('refuses input that does not parse', async () => {
    const { serve, faults } = serverThat(untouchable);
    for (const input of [null, 'text', { unheardOf: true }, []]) {
      expect(await serve({ type, input }, { kind: 'surface' })).toMatchObject({
        ok: false,
        error: { code: 'invalid_input' },
      });
    }
    expect(faults).toEqual([]);
  });

  test('a tab may only look', () => {
    expect((operator[type].from as readonly PeerKind[]).includes('tab')).toBe(READING.has(type));
    expect((operator[type].from as readonly PeerKind[]).includes('page')).toBe(false);
  });
});

describe('the table of who may send what', () => {
  test('[F3] is this one: a new message fails here until it is classified', () => {
    const lines = types.map((type) => `${type}: ${[...operator[type].from].sort().join(' ')}`);
    expect(lines).toMatchSnapshot();
  });

  test('[F3][F6] any message of anyone is answered without a throw, and reaches a handler only if the table and the schema let it', async () => {
    const poison = fc.constantFrom<unknown>(
      JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"x": 1}}}'),
      { amount: Infinity, currency: 'USD' },
      { amount: NaN },
      { text: 'x'.repeat(5_000_000) },
      JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)),
      undefined,
    );
    const seen: { type: string; input: unknown; kind: string | undefined }[] = [];
    let current: (typeof seen)[number];
    const handlers = Object.fromEntries(
      types.map((type) => [
        type,
        async () => (seen.push(current), { ok: false, error: { code: 'x', message: 'x' } }),
      ]),
    );
    const faults: unknown[] = [];
    const serve = createServer(operator, handlers as unknown as Handlers<typeof operator>, (fault) =>
      faults.push(fault),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        fc.constantFrom<PeerKind | undefined>(...KINDS, undefined),
        fc.oneof(fc.jsonValue(), poison),
        async (type, kind, input) => {
          current = { type, input, kind };
          const reply = await serve({ type, input }, kind && { kind });
          expect(reply).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 600 },
    );
    expect(faults).toEqual([]);
    for (const { type, input, kind } of seen) {
      const entry = operator[type as keyof typeof operator];
      expect((entry.from as readonly string[]).includes(kind ?? 'nobody')).toBe(true);
      expect(entry.input.safeParse(input).success).toBe(true);
    }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('what the server owns', () => {
  test('it leaves messages of others alone', () => {
    const { serve } = serverThat(untouchable);
    for (const message of [{ type: 'page.stop' }, { type: 'toString' }, null, 'x', { type: 7 }])
      expect(serve(message, { kind: 'surface' })).toBeUndefined();
  });

  test('a broken rule is told as internal, without its words', async () => {
    const { serve, faults } = serverThat(() => {
      throw new InvariantError('the secret detail');
    });
    const reply = await serve({ type: 'vault.lock', input: {} }, { kind: 'surface' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });
});
