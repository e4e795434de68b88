import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MandateTerms } from '../../domain/mandate/terms.ts';
import { createMemoryKeyValue } from './fake/memory-key-value.ts';
import { SealedBox } from './sealed-box.ts';
import { createVaultSigner } from './vault-signer.ts';

const PASSWORD = 'correct horse battery';
const WRONG = 'wrong horse battery';
const VAULT = 'vault';

const TERMS = MandateTerms.parse({
  mandateId: 'mand_0123456789abcdef',
  version: 1,
  agentId: 'agt_0123456789abcdef',
  purpose: 'paper for the office',
  workflow: 'office',
  budget: { minor: '5000', currency: 'USD' },
  perPayment: null,
  askAbove: { minor: '2000', currency: 'USD' },
  maxPayments: null,
  merchants: ['shop.example'],
  tolerance: { minor: '0', currency: 'USD' },
  notBefore: 1_000,
  expiresAt: 2_000_000,
});

let now = 0;
let local = createMemoryKeyValue();
let session = createMemoryKeyValue();
const signerNow = () => createVaultSigner({ local, session, now: () => now });

/** Deriving a key takes a noticeable part of a second by design, so one vault is made and copied. */
let made: [string, unknown][] = [];
let madeSession: [string, unknown][] = [];

beforeAll(async () => {
  await signerNow().create(PASSWORD);
  made = [...local.contents];
  madeSession = [...session.contents];
});
beforeEach(() => {
  now = 1_000_000;
  local = createMemoryKeyValue();
  session = createMemoryKeyValue();
  made.forEach(([name, value]) => local.contents.set(name, structuredClone(value)));
  madeSession.forEach(([name, value]) => session.contents.set(name, value));
});

describe('creating', () => {
  test('a vault is missing until it is made, and is made once', async () => {
    expect(await signerNow().state()).toBe('unlocked');
    expect(await signerNow().create(PASSWORD)).toEqual({ ok: false, error: { kind: 'vault_exists' } });
    local.contents.clear();
    expect(await signerNow().state()).toBe('missing');
    expect(await signerNow().unlock(PASSWORD)).toEqual({ ok: false, error: { kind: 'vault_missing' } });
    expect(await signerNow().sign(TERMS)).toEqual({ ok: false, error: { kind: 'vault_missing' } });
  });

  test('a short password is refused', async () => {
    local.contents.clear();
    expect(await signerNow().create('1234567')).toEqual({
      ok: false,
      error: { kind: 'weak_password', minimumLength: 8 },
    });
    expect(local.contents.size).toBe(0);
  });

  test('two vaults cannot be made at once', async () => {
    local.contents.clear();
    const signer = signerNow();
    const results = await Promise.all([signer.create(PASSWORD), signer.create(WRONG)]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect((await signer.unlock(PASSWORD)).ok).toBe(true);
  });

  test('[J1] the box names 600,000 rounds and a salt of 16 bytes, and shows neither key nor kept text', async () => {
    await signerNow().keep('issuer-key', 'lithic-key-4f2a');
    const box = SealedBox.parse(local.contents.get(VAULT));
    expect(box.kdf).toMatchObject({ name: 'PBKDF2-SHA-256', rounds: 600_000 });
    expect(Buffer.from(box.kdf.salt, 'base64')).toHaveLength(16);
    expect(Buffer.from(box.iv, 'base64')).toHaveLength(12);
    const disk = inspect([...local.contents], { depth: 9 });
    const rawKey = String(session.contents.get('vault-key'));
    for (const secret of ['lithic-key-4f2a', PASSWORD, rawKey, 'privateKey'])
      expect(disk).not.toContain(secret);
  });

  test('[J1] each write takes a fresh initialisation vector', async () => {
    const ivs = new Set<string>();
    for (let round = 0; round < 50; round += 1) {
      await signerNow().keep('name', 'same text');
      ivs.add(SealedBox.parse(local.contents.get(VAULT)).iv);
    }
    expect(ivs.size).toBe(50);
  });
});

describe('[J3] locking', () => {
  test('a new worker over the same stores is still unlocked', async () => {
    const address = await signerNow().address();
    const signed = await signerNow().sign(TERMS);
    expect(signed).toMatchObject({ ok: true, value: { signer: address } });
  });

  test('a new browser is locked, knows its address, and opens by the password', async () => {
    session.contents.clear();
    const signer = signerNow();
    expect(await signer.state()).toBe('locked');
    const address = await signer.address();
    expect(await signer.sign(TERMS)).toEqual({ ok: false, error: { kind: 'vault_locked' } });
    expect(await signer.recall('x')).toEqual({ ok: false, error: { kind: 'vault_locked' } });
    expect(await signer.keep('x', 'y')).toEqual({ ok: false, error: { kind: 'vault_locked' } });
    expect(await signer.unlock(PASSWORD)).toEqual({ ok: true, value: { address } });
    expect(await signer.state()).toBe('unlocked');
  });

  test('locking removes the key for every worker', async () => {
    await signerNow().lock();
    expect(session.contents.size).toBe(0);
    expect(await signerNow().state()).toBe('locked');
    expect((await signerNow().sign(TERMS)).ok).toBe(false);
  });

  test('a session key that is no key counts as none', async () => {
    for (const junk of ['', '***', 'AAAA', 7, {}, null]) {
      session.contents.set('vault-key', junk);
      expect(await signerNow().state()).toBe('locked');
    }
  });

  test('a session key that does not fit is dropped, so that the operator can unlock', async () => {
    session.contents.set('vault-key', Buffer.alloc(32, 1).toString('base64'));
    const signer = signerNow();
    expect(await signer.sign(TERMS)).toEqual({ ok: false, error: { kind: 'vault_locked' } });
    expect(await signer.state()).toBe('locked');
  });
});

describe('[J2] wrong passwords', () => {
  beforeEach(() => session.contents.clear());
  const tryWrong = () => signerNow().unlock(WRONG);

  test('are answered alike, then slowed down ever more, across workers', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const refused = await tryWrong();
      expect(refused).toMatchObject({ ok: false, error: { kind: 'wrong_password' } });
      const waitMs = !refused.ok && refused.error.kind === 'wrong_password' ? refused.error.retryAfterMs : -1;
      waits.push(waitMs);
      now += waitMs;
    }
    expect(waits).toEqual([0, 0, 1_000, 2_000, 4_000, 8_000]);
  });

  test('while the wait lasts even the right one is not tried', async () => {
    for (let round = 0; round < 3; round += 1) await tryWrong();
    expect(await signerNow().unlock(PASSWORD)).toEqual({
      ok: false,
      error: { kind: 'wrong_password', retryAfterMs: 1_000 },
    });
    now += 1_000;
    expect((await signerNow().unlock(PASSWORD)).ok).toBe(true);
    expect(local.contents.has('vault-failures')).toBe(false);
  });

  test('many guesses at once do not share one try', async () => {
    const signer = signerNow();
    const results = await Promise.all(Array.from({ length: 8 }, () => signer.unlock(WRONG)));
    const waits = results.map((one) =>
      !one.ok && one.error.kind === 'wrong_password' ? one.error.retryAfterMs : -1,
    );
    expect(waits).toEqual([0, 0, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000]);
  });

  test('a try is counted before it is made, so that a worker ended in the middle gains nothing', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits').mockRejectedValueOnce(new Error('worker ended'));
    await expect(tryWrong()).rejects.toThrow('worker ended');
    derive.mockRestore();
    expect(local.contents.get('vault-failures')).toEqual({ count: 1, lastAt: now });
  });

  test('the wait ends at a quarter of an hour, and a clock set back does not lengthen it', async () => {
    local.contents.set('vault-failures', { count: 60, lastAt: now });
    expect(await tryWrong()).toMatchObject({ error: { retryAfterMs: 900_000 } });
    now = 0;
    expect(await tryWrong()).toMatchObject({ error: { retryAfterMs: 900_000 } });
  });
});

describe('[J2] a vault that was changed on disk', () => {
  const flip = (text: string, bit: number) => {
    const bytes = Buffer.from(text, 'base64');
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return bytes.toString('base64');
  };

  test('opens nothing, whichever bit was flipped', async () => {
    const box = SealedBox.parse(local.contents.get(VAULT));
    const bits = (text: string) => Buffer.from(text, 'base64').length * 8;
    const place = fc.oneof(
      fc.record({ field: fc.constant('iv' as const), bit: fc.nat(bits(box.iv) - 1) }),
      fc.record({ field: fc.constant('sealed' as const), bit: fc.nat(bits(box.sealed) - 1) }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ({ field, bit }) => {
        local.contents.set(VAULT, { ...box, [field]: flip(box[field], bit) });
        madeSession.forEach(([name, value]) => session.contents.set(name, value));
        const signer = signerNow();
        expect(await signer.recall('issuer-key')).toEqual({ ok: false, error: { kind: 'vault_locked' } });
        madeSession.forEach(([name, value]) => session.contents.set(name, value));
        expect((await signer.sign(TERMS)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('does not open by its password when salt, rounds or content moved', async () => {
    const box = SealedBox.parse(local.contents.get(VAULT));
    const changed = [
      { ...box, kdf: { ...box.kdf, salt: flip(box.kdf.salt, 3) } },
      { ...box, kdf: { ...box.kdf, rounds: 600_001 } },
      { ...box, iv: flip(box.iv, 0) },
      { ...box, sealed: flip(box.sealed, 40) },
      { ...box, sealed: '' },
    ];
    for (const one of changed) {
      local.contents.set(VAULT, one);
      local.contents.delete('vault-failures');
      session.contents.clear();
      expect(await signerNow().unlock(PASSWORD)).toMatchObject({ error: { kind: 'wrong_password' } });
      expect(session.contents.size).toBe(0);
    }
  });

  test('is called damaged when it is no vault any more', async () => {
    const box = SealedBox.parse(local.contents.get(VAULT));
    const damaged = [
      null,
      'text',
      { ...box, iv: undefined },
      { ...box, extra: 1 },
      { ...box, kdf: { ...box.kdf, salt: '***' } },
      { ...box, kdf: { ...box.kdf, rounds: 1_000 } },
      { ...box, kdf: { ...box.kdf, rounds: 1e12 } },
      { ...box, kdf: { ...box.kdf, name: 'none' } },
    ];
    for (const one of damaged) {
      local.contents.set(VAULT, one);
      expect(await signerNow().unlock(PASSWORD)).toEqual({ ok: false, error: { kind: 'vault_damaged' } });
      expect(await signerNow().sign(TERMS)).toEqual({ ok: false, error: { kind: 'vault_damaged' } });
    }
  });
});

describe('kept texts', () => {
  test('come back, replace each other by name, and live as long as the vault', async () => {
    const signer = signerNow();
    expect(await signer.recall('issuer-key')).toEqual({ ok: true, value: undefined });
    await signer.keep('issuer-key', 'one');
    await signer.keep('issuer-key', 'two');
    await signer.lock();
    await signer.unlock(PASSWORD);
    expect(await signerNow().recall('issuer-key')).toEqual({ ok: true, value: 'two' });
  });

  test('kept at once are all kept, and the key stays the same', async () => {
    const signer = signerNow();
    const before = await signer.sign(TERMS);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => signer.keep(name, `text ${name}`)));
    for (const name of ['a', 'b', 'c', 'd'])
      expect(await signer.recall(name)).toEqual({ ok: true, value: `text ${name}` });
    expect(await signer.sign(TERMS)).toEqual(before);
  });
});

describe('signing', () => {
  async function signed() {
    const result = await signerNow().sign(TERMS);
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  }

  test('a signature verifies for its terms and its signer, also while locked', async () => {
    const { digest, signature, signer } = await signed();
    expect(digest).toBe(signerNow().digestOf(TERMS));
    expect(await signerNow().verify(TERMS, signature, signer)).toBe(true);
    await signerNow().lock();
    expect(await signerNow().verify(TERMS, signature, signer)).toBe(true);
  });

  test('it does not verify for other terms, another signer or another vault', async () => {
    const { signature, signer } = await signed();
    const richer = { ...TERMS, budget: { minor: 5_001n, currency: 'USD' } };
    const stranger = '0x000000000000000000000000000000000000dEaD';
    expect(await signerNow().verify(richer, signature, signer)).toBe(false);
    expect(await signerNow().verify(TERMS, signature, stranger)).toBe(false);
    local.contents.set('vault-address', stranger);
    expect(await signerNow().verify(TERMS, signature, signer)).toBe(false);
    expect(await signerNow().verify(TERMS, signature, stranger)).toBe(false);
    local.contents.delete('vault-address');
    expect(await signerNow().verify(TERMS, signature, signer)).toBe(false);
  });

  test('unlocking puts a forged address right', async () => {
    const address = await signerNow().address();
    local.contents.set('vault-address', '0x000000000000000000000000000000000000dEaD');
    await signerNow().unlock(PASSWORD);
    expect(await signerNow().address()).toBe(address);
  });

  test('broken signatures are refused, never thrown', async () => {
    const { signature, signer } = await signed();
    const broken = [
      '',
      '0x',
      '0x00',
      'text',
      signature.slice(0, -2),
      `0x${'0'.repeat(130)}`,
      `0x${'f'.repeat(130)}`,
    ];
    for (const one of broken) expect(await signerNow().verify(TERMS, one, signer)).toBe(false);
    for (const one of ['', '0x', 'text']) expect(await signerNow().verify(TERMS, signature, one)).toBe(false);
  });

  test('no flipped bit of a signature still verifies', async () => {
    const { signature, signer } = await signed();
    await fc.assert(
      fc.asyncProperty(fc.nat(65 * 8 - 1), async (bit) => {
        const bytes = Buffer.from(signature.slice(2), 'hex');
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        expect(await signerNow().verify(TERMS, `0x${bytes.toString('hex')}`, signer)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

describe('[A5] backup and restore', () => {
  const clean = () => {
    local = createMemoryKeyValue();
    session = createMemoryKeyValue();
  };
  async function backedUp(): Promise<string> {
    const text = await signerNow().backup(PASSWORD);
    if (!text.ok) throw new Error(text.error.kind);
    return text.value;
  }

  test('what is restored signs as before and has kept its secrets', async () => {
    await signerNow().keep('issuer', 'key-4f2a');
    const before = await signerNow().sign(TERMS);
    const text = await backedUp();
    clean();
    const address = before.ok ? before.value.signer : '';
    expect(await signerNow().restore(text, PASSWORD)).toEqual({ ok: true, value: { address } });
    expect(await signerNow().sign(TERMS)).toEqual(before);
    expect(before.ok && (await signerNow().verify(TERMS, before.value.signature, address))).toBe(true);
    expect(await signerNow().recall('issuer')).toEqual({ ok: true, value: 'key-4f2a' });
    await signerNow().lock();
    expect((await signerNow().unlock(PASSWORD)).ok).toBe(true);
  });

  test('[J8] a backup asks for the password while unlocked too, and every wrong one counts as a guess', async () => {
    for (let tries = 0; tries < 3; tries += 1)
      expect(await signerNow().backup(WRONG)).toMatchObject({ error: { kind: 'wrong_password' } });
    expect(await signerNow().backup(PASSWORD)).toMatchObject({
      error: { kind: 'wrong_password', retryAfterMs: 1_000 },
    });
  });

  test('a backup shows neither key nor secrets', async () => {
    await signerNow().keep('issuer', 'key-4f2a');
    const text = await backedUp();
    expect(text).not.toContain('key-4f2a');
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['format', 'address', 'box']);
  });

  test('a vault is never overwritten', async () => {
    expect(await signerNow().restore(await backedUp(), PASSWORD)).toEqual({
      ok: false,
      error: { kind: 'vault_exists' },
    });
  });

  test.each([
    ['no JSON', () => 'backup'],
    ['another file', () => '{"format":"countersign.audit.v1"}'],
    ['a box with too few rounds', (text: string) => text.replace('600000', '1000')],
  ])('%s is no backup', async (_what, edit) => {
    const text = edit(await backedUp());
    clean();
    expect(await signerNow().restore(text, PASSWORD)).toEqual({
      ok: false,
      error: { kind: 'backup_unreadable' },
    });
    expect(await signerNow().state()).toBe('missing');
  });

  test('a wrong password and an edited box leave nothing behind', async () => {
    const text = await backedUp();
    clean();
    expect(await signerNow().restore(text, WRONG)).toMatchObject({ error: { kind: 'wrong_password' } });
    const edited = text.replace(/"sealed": "(.)/, (_all, first) => `"sealed": "${first === 'A' ? 'B' : 'A'}`);
    expect(edited).not.toBe(text);
    expect(await signerNow().restore(edited, PASSWORD)).toMatchObject({ error: { kind: 'wrong_password' } });
    expect(await signerNow().state()).toBe('missing');
  });
});
