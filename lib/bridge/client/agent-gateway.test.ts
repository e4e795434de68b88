import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { macOf, macOfRotation, PROTOCOL_VERSION, proofOf, type HostEnvelope } from '../protocol/frames.ts';
import { operations } from '../protocol/operations.ts';
import { createFakeDesk } from '../testing/fake-desk.ts';
import { createAgentGateway, KEY_TTL_MS, SESSION_TTL_MS } from './agent-gateway.ts';

const KEY = '1f'.repeat(32);
const CLIENT_NONCE = 'cc'.repeat(32);
/** With which a call of a proven agent may be refused. */
const KNOWN_CODES = ['invalid_input', 'key_required', 'unknown_operation', 'internal'];

async function createHarness(now: () => number = () => 0) {
  const desk = createFakeDesk();
  const sent: HostEnvelope[] = [];
  let nonces = 0;
  const gateway = createAgentGateway({
    send: (envelope) => sent.push(envelope),
    keyOf: desk.keyOf,
    saveKey: desk.saveKey,
    dispatch: desk.dispatch,
    profileId: 'a'.repeat(16),
    extensionVersion: '1.0.0',
    nonce: () => (nonces += 1).toString(16).padStart(64, '0'),
    now,
  });
  const requested = await desk.dispatch({
    agentId: null,
    operation: 'agent_request',
    input: { name: 'Desk', key: KEY },
    idempotencyKey: null,
  });
  const agentId = requested.ok ? (requested.value as { id: string }).id : '';
  desk.approveAgents();
  desk.calls.length = 0;
  const to = (client: number) => sent.filter((envelope) => envelope.client === client).map((e) => e.frame);
  const errorCodes = (client: number) =>
    to(client).flatMap(
      (frame) => ((frame as { error?: { code: string } } | null)?.error?.code ?? []) as string,
    );

  async function open(client: number, agent: string | null = agentId) {
    const frame = { kind: 'open', protocol: PROTOCOL_VERSION, agent_id: agent, nonce: CLIENT_NONCE };
    await gateway.receive({ client, frame });
    const opened = to(client).at(-1) as { nonce?: string; proof?: string | null } | null;
    return { clientNonce: CLIENT_NONCE, extensionNonce: opened?.nonce ?? '', proof: opened?.proof };
  }
  const signed = (
    session: { clientNonce: string; extensionNonce: string },
    seq: number,
    operation = 'wallet_balance',
    input: unknown = {},
    idempotency_key: string | null = null,
  ) => {
    const call = { seq, operation, input, idempotency_key };
    return { kind: 'call', ...call, mac: macOf(KEY, session, call) };
  };
  const nonceOf = (client: number) => (to(client)[0] as { nonce: string }).nonce;
  return { desk, gateway, sent, agentId, to, errorCodes, open, signed, nonceOf };
}

describe('the agent gateway', () => {
  it('proves the extension and answers a signed call', async () => {
    const h = await createHarness();
    const session = await h.open(1);
    expect(session.proof).toBe(proofOf(KEY, CLIENT_NONCE, session.extensionNonce));
    await h.gateway.receive({ client: 1, frame: h.signed(session, 1) });
    expect(h.to(1).at(-1)).toMatchObject({ kind: 'result', seq: 1, value: { status: 'ok' } });
  });

  it.each([-1, 0, 2, 99])('says who must update when the other side speaks version %i', async (protocol) => {
    const h = await createHarness();
    await h.gateway.receive({
      client: 1,
      frame: { kind: 'open', protocol, agent_id: null, nonce: CLIENT_NONCE },
    });
    const who = protocol < PROTOCOL_VERSION ? 'the countersign command' : 'the extension';
    expect(h.to(1)[0]).toMatchObject({ error: { code: 'version_mismatch', fix: `Update ${who}.` } });
    expect(h.to(1)[1]).toBeNull();
  });

  it('refuses a replayed, a reordered and a skipped call, hangs up, and performs nothing twice [H4]', async () => {
    for (const order of [
      [1, 1],
      [2, 1],
      [1, 3],
    ]) {
      const h = await createHarness();
      const session = await h.open(1);
      for (const seq of order) await h.gateway.receive({ client: 1, frame: h.signed(session, seq) });
      expect(h.errorCodes(1)).toContain('out_of_order');
      expect(h.to(1)).toContain(null);
      expect(h.desk.calls.length).toBe(order[0] === 1 ? 1 : 0);
      await h.gateway.receive({ client: 1, frame: h.signed(session, 2) });
      expect(h.desk.calls.length).toBe(order[0] === 1 ? 1 : 0);
    }
  });

  it('refuses frames that were recorded on another connection [H4]', async () => {
    const h = await createHarness();
    const recorded = h.signed(await h.open(1), 1);
    await h.open(2);
    await h.gateway.receive({ client: 2, frame: recorded });
    expect(h.errorCodes(2)).toEqual(['not_authentic']);
    expect(h.desk.calls).toEqual([]);
  });

  it('[A6] performs nothing in a session that has expired', async () => {
    let now = 0;
    const h = await createHarness(() => now);
    const session = await h.open(1);
    now = SESSION_TTL_MS - 1;
    await h.gateway.receive({ client: 1, frame: h.signed(session, 1) });
    now += 1;
    await h.gateway.receive({ client: 1, frame: h.signed(session, 2) });
    expect(h.errorCodes(1)).toEqual(['session_expired']);
    expect(h.to(1).at(-1)).toBeNull();
    expect(h.desk.calls.length).toBe(1);
  });

  it('[A6] knows no key that was not rotated for 30 days', async () => {
    const h = await createHarness(Date.now);
    h.desk.ageKeys(KEY_TTL_MS);
    await h.open(1);
    expect(h.errorCodes(1)).toEqual(['key_expired']);
  });

  it('[A6] takes a new key that the present one signs, and no other; the old one is dead at once', async () => {
    const h = await createHarness();
    const next = '2e'.repeat(32);
    const session = await h.open(1);
    const rotation = { seq: 1, key: next };
    const forged = { kind: 'rotate', ...rotation, mac: macOfRotation(next, session, rotation) };
    await h.gateway.receive({ client: 1, frame: forged });
    expect(h.errorCodes(1)).toEqual(['not_authentic']);
    const second = await h.open(2);
    const signed = { kind: 'rotate', ...rotation, mac: macOfRotation(KEY, second, rotation) };
    await h.gateway.receive({ client: 2, frame: signed });
    expect(h.to(2).at(-1)).toEqual({ kind: 'result', seq: 1, value: null });
    await h.gateway.receive({ client: 2, frame: h.signed(second, 2) });
    expect(h.errorCodes(2)).toEqual(['not_authentic']);
    expect((await h.open(3)).proof).toBe(proofOf(next, CLIENT_NONCE, h.nonceOf(3)));
    expect(h.desk.calls).toEqual([]);
  });

  it('tells nothing to an agent whose access ended while its call waited [F5]', async () => {
    const h = await createHarness();
    const held = h.desk.hold('checkout_wait');
    const session = await h.open(1);
    const frame = h.signed(session, 1, 'checkout_wait', { id: `chk_${'c'.repeat(20)}` });
    const waiting = h.gateway.receive({ client: 1, frame });
    await expect.poll(() => h.desk.calls.length).toBe(1);
    h.desk.forgetKeys();
    held.release();
    await waiting;
    expect(h.errorCodes(1)).toEqual(['unknown_agent']);
    expect(JSON.stringify(h.to(1))).not.toContain('shop.example');
    expect(h.to(1).at(-1)).toBeNull();
  });

  it('refuses a call whose operation, input, key or place was changed after it was signed [H9]', async () => {
    const change = [
      { operation: 'mandate_list' },
      { input: { currency: 'EUR' } },
      { idempotency_key: 'other' },
      { mac: null },
      { mac: '0'.repeat(64) },
    ];
    for (const part of change) {
      const h = await createHarness();
      const frame = { ...h.signed(await h.open(1), 1), ...part };
      await h.gateway.receive({ client: 1, frame });
      expect(h.errorCodes(1)).toEqual(['not_authentic']);
      expect(h.to(1)).toContain(null);
      expect(h.desk.calls).toEqual([]);
    }
  });

  it('refuses an agent that opens with the id of another [H7]', async () => {
    const h = await createHarness();
    await h.open(1, `agt_${'9'.repeat(20)}`);
    expect(h.errorCodes(1)).toEqual(['unknown_agent']);
  });

  it('lets a connection without an agent ask for access and nothing else', async () => {
    const h = await createHarness();
    await h.open(1, null);
    const frame = { kind: 'call', seq: 1, operation: 'wallet_balance', input: {}, idempotency_key: null };
    await h.gateway.receive({ client: 1, frame: { ...frame, mac: null } });
    expect(h.errorCodes(1)).toEqual(['not_paired']);
    expect(h.desk.calls).toEqual([]);
  });

  it('performs nothing for a client that left while its key was looked up', async () => {
    const h = await createHarness();
    const session = await h.open(1);
    const receiving = h.gateway.receive({ client: 1, frame: h.signed(session, 1) });
    await h.gateway.receive({ client: 1, frame: null });
    await receiving;
    expect(h.desk.calls).toEqual([]);
  });

  it('answers bad input, a missing key, unknown operations and its own faults without hanging up', async () => {
    const h = await createHarness();
    const session = await h.open(1);
    const calls: [string, unknown][] = [
      ['wallet_balance', { currency: 'dollars' }],
      ['wallet_balance', JSON.parse('{"__proto__": {"isAdmin": true}}')],
      ['checkout_preview', { mandate: `mand_${'m'.repeat(20)}`, url: 'https://shop.example/' }],
      ['checkout_approve', {}],
      ['__proto__', {}],
      ['checkout_cancel', { id: `chk_${'c'.repeat(20)}` }],
      ['mandate_get', { id: `mand_${'m'.repeat(20)}` }],
    ];
    for (const [index, [operation, input]] of calls.entries())
      await h.gateway.receive({ client: 1, frame: h.signed(session, index + 1, operation, input) });
    expect(h.errorCodes(1)).toEqual([
      'invalid_input',
      'invalid_input',
      'key_required',
      'unknown_operation',
      'unknown_operation',
      'internal',
      'internal',
    ]);
    expect(h.to(1)).not.toContain(null);
    expect(JSON.stringify(h.sent)).not.toMatch(/4242|Canary/);
  });

  it('slows a caller down for the rest of a minute, and no other one [H8]', async () => {
    let now = 0;
    const h = await createHarness(() => now);
    const session = await h.open(1);
    for (let seq = 1; seq <= 6_001; seq += 1)
      await h.gateway.receive({ client: 1, frame: h.signed(session, seq, 'nothing') });
    expect(h.errorCodes(1).at(-1)).toBe('rate_limited');
    now = 60_001;
    await h.gateway.receive({ client: 1, frame: h.signed(session, 6_002) });
    expect(h.to(1).at(-1)).toMatchObject({ kind: 'result' });
  });

  it('hangs up on nesting that nobody can canonicalise, and lives on', async () => {
    const h = await createHarness();
    const session = await h.open(1);
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    const frame = { ...h.signed(session, 1), input: deep };
    await h.gateway.receive({ client: 1, frame });
    expect(h.to(1)).toContain(null);
    await h.gateway.receive({ client: 2, frame: h.signed(await h.open(2), 1) });
    expect(h.to(2).at(-1)).toMatchObject({ kind: 'result' });
  });

  it('takes any message without throwing, tells each refused client why, and performs nothing', async () => {
    const anyFrame = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          kind: fc.constantFrom('open', 'call', 'rotate', 'result', 'x'),
          key: fc.constant(KEY),
          protocol: fc.oneof(fc.constant(PROTOCOL_VERSION), fc.jsonValue()),
          agent_id: fc.oneof(fc.constant(null), fc.constant(`agt_${'0'.repeat(20)}`), fc.jsonValue()),
          nonce: fc.oneof(fc.constant(CLIENT_NONCE), fc.jsonValue()),
          seq: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.jsonValue()),
          operation: fc.oneof(fc.constantFrom('wallet_balance', 'checkout_execute'), fc.jsonValue()),
          input: fc.jsonValue(),
          idempotency_key: fc.oneof(fc.constant(null), fc.jsonValue()),
          mac: fc.oneof(fc.constant('0'.repeat(64)), fc.constant(null), fc.jsonValue()),
        },
        { requiredKeys: ['kind'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), anyFrame), { maxLength: 12 }),
        fc.jsonValue(),
        async (messages, envelope) => {
          const h = await createHarness();
          await h.gateway.receive(envelope);
          for (const [client, frame] of messages) await h.gateway.receive({ client, frame });
          expect(h.desk.calls).toEqual([]);
          for (const [index, { client, frame }] of h.sent.entries()) {
            if (frame !== null) continue;
            const before = h.sent[index - 1];
            expect(before).toMatchObject({ client, frame: { kind: 'error' } });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('answers any proven call once, with a result or a known code, and performs what its schema takes and nothing else', async () => {
    const anyText = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(`chk_${'c'.repeat(20)}`, `mand_${'m'.repeat(20)}`, 'https://shop.example/', '25.00'),
      fc.nat({ max: 20_000 }).map((length) => 'x'.repeat(length)),
    );
    const anyInput = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(
        fc.constantFrom('id', 'mandate', 'url', 'tab', 'amount', 'max', 'limit', 'currency', 'options'),
        fc.oneof(anyText, fc.jsonValue()),
      ),
    );
    const anyName = fc.oneof(fc.constantFrom(...Object.keys(operations), 'approve', '__proto__'), anyText);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyName, anyInput, fc.option(anyText)), { minLength: 1, maxLength: 8 }),
        async (calls) => {
          const h = await createHarness();
          const session = await h.open(1);
          // What cannot be a frame at all ends the connection; that is held elsewhere.
          const framed = calls.filter(([name, , key]) => name.length <= 60 && (key?.length ?? 0) <= 200);
          for (const [index, [name, input, key]] of framed.entries())
            await h.gateway.receive({ client: 1, frame: h.signed(session, index + 1, name, input, key) });
          const answers = h.to(1).slice(1) as { kind: string; seq: number }[];
          expect(answers.map(({ seq }) => seq)).toEqual(framed.map((_, index) => index + 1));
          for (const code of h.errorCodes(1)) expect(KNOWN_CODES).toContain(code);
          for (const { operation, input } of h.desk.calls)
            expect(operations[operation].input.safeParse(input).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});
