import { recoverTypedDataAddress, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Signer, VaultRefusal } from '../../ports/signer.ts';
import type { KeyValue } from './key-value.ts';
import { mandateDigest, mandateTypedData } from './mandate-typed-data.ts';
import { deriveKey, fromBase64, PBKDF2_ROUNDS, seal, SealedBox, toBase64, unseal } from './sealed-box.ts';

const VAULT = 'vault';
const ADDRESS = 'vault-address';
const FAILURES = 'vault-failures';
const SESSION_KEY = 'vault-key';
const MINIMUM_LENGTH = 8;
const FREE_TRIES = 3;

const Contents = z.strictObject({
  privateKey: z.string().regex(/^0x[0-9a-f]{64}$/),
  kept: z.record(z.string(), z.string()),
});
type Contents = z.infer<typeof Contents>;
const Failures = z.strictObject({ count: z.number().int(), lastAt: z.number() });

/**
 * Keeps the operator's key in an encrypted vault. The derived key's raw bytes are in `session` while unlocked, so a
 * restarted worker goes on and a restarted browser is locked.
 */
export function createVaultSigner({
  local,
  session,
  now,
}: {
  local: KeyValue;
  session: KeyValue;
  now: () => number;
}): Signer {
  const box = async () => {
    const raw = await local.get(VAULT);
    return raw === undefined ? undefined : SealedBox.safeParse(raw);
  };
  const sessionKey = async () => {
    const raw = z.string().safeParse(await session.get(SESSION_KEY));
    return raw.success ? fromBase64(raw.data) : undefined;
  };

  async function open(): Promise<
    Result<{ contents: Contents; key: Uint8Array<ArrayBuffer>; kdf: SealedBox['kdf'] }, VaultRefusal>
  > {
    const parsed = await box();
    if (!parsed) return err({ kind: 'vault_missing' });
    if (!parsed.success) return err({ kind: 'vault_damaged' });
    const key = await sessionKey();
    if (!key) return err({ kind: 'vault_locked' });
    const text = await unseal(key, parsed.data);
    if (text === undefined) return err({ kind: 'vault_locked' });
    return ok({ contents: Contents.parse(JSON.parse(text)), key, kdf: parsed.data.kdf });
  }

  async function waitLeft(): Promise<number> {
    const failures = Failures.catch({ count: 0, lastAt: 0 }).parse(await local.get(FAILURES));
    if (failures.count < FREE_TRIES) return 0;
    const delay = Math.min(2 ** (failures.count - FREE_TRIES) * 1_000, 15 * 60_000);
    return Math.max(0, failures.lastAt + delay - now());
  }

  return {
    async state() {
      if ((await local.get(VAULT)) === undefined) return 'missing';
      return (await sessionKey()) ? 'unlocked' : 'locked';
    },
    async create(password) {
      if ((await local.get(VAULT)) !== undefined) return err({ kind: 'vault_exists' });
      if (password.length < MINIMUM_LENGTH)
        return err({ kind: 'weak_password', minimumLength: MINIMUM_LENGTH });
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const key = await deriveKey(password, salt, PBKDF2_ROUNDS);
      const privateKey = generatePrivateKey();
      const { address } = privateKeyToAccount(privateKey);
      const kdf = { name: 'PBKDF2-SHA-256' as const, rounds: PBKDF2_ROUNDS, salt: toBase64(salt) };
      await local.set(ADDRESS, address);
      await local.set(
        VAULT,
        await seal(key, kdf, JSON.stringify({ privateKey, kept: {} } satisfies Contents)),
      );
      await session.set(SESSION_KEY, toBase64(key));
      return ok({ address });
    },
    async unlock(password) {
      const parsed = await box();
      if (!parsed) return err({ kind: 'vault_missing' });
      if (!parsed.success) return err({ kind: 'vault_damaged' });
      const retryAfterMs = await waitLeft();
      if (retryAfterMs > 0) return err({ kind: 'wrong_password', retryAfterMs });
      const { salt, rounds } = parsed.data.kdf;
      const key = await deriveKey(password, fromBase64(salt), rounds);
      const text = await unseal(key, parsed.data);
      if (text === undefined) {
        const failures = Failures.catch({ count: 0, lastAt: 0 }).parse(await local.get(FAILURES));
        await local.set(FAILURES, { count: failures.count + 1, lastAt: now() });
        return err({ kind: 'wrong_password', retryAfterMs: await waitLeft() });
      }
      await local.remove(FAILURES);
      await session.set(SESSION_KEY, toBase64(key));
      const { privateKey } = Contents.parse(JSON.parse(text));
      return ok({ address: privateKeyToAccount(privateKey as Hex).address });
    },
    lock: () => session.remove(SESSION_KEY),
    address: async () =>
      z
        .string()
        .optional()
        .catch(undefined)
        .parse(await local.get(ADDRESS)),
    digestOf: mandateDigest,
    async sign(terms) {
      const opened = await open();
      if (!opened.ok) return opened;
      const account = privateKeyToAccount(opened.value.contents.privateKey as Hex);
      const signature = await account.signTypedData(mandateTypedData(terms));
      return ok({ digest: mandateDigest(terms), signature, signer: account.address });
    },
    async verify(terms, signature, signer) {
      try {
        const recovered = await recoverTypedDataAddress({
          ...mandateTypedData(terms),
          signature: signature as Hex,
        });
        return recovered === signer && signer === (await local.get(ADDRESS));
      } catch {
        return false;
      }
    },
    async keep(name, secret) {
      const opened = await open();
      if (!opened.ok) return opened;
      const { contents, key, kdf } = opened.value;
      const next: Contents = { ...contents, kept: { ...contents.kept, [name]: secret } };
      await local.set(VAULT, await seal(key, kdf, JSON.stringify(next)));
      return ok(undefined);
    },
    async recall(name) {
      const opened = await open();
      return opened.ok ? ok(opened.value.contents.kept[name]) : opened;
    },
  };
}
