import { isAddressEqual, recoverTypedDataAddress, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { z } from 'zod';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Signer, VaultRefusal } from '../../ports/signer.ts';
import type { KeyValue } from './key-value.ts';
import { mandateDigest, mandateStruct, mandateTypedData } from './mandate-typed-data.ts';
import { deriveKey, fromBase64, PBKDF2_ROUNDS, seal, SealedBox, toBase64, unseal } from './sealed-box.ts';
import { createTryDelay } from './try-delay.ts';

const VAULT = 'vault';
const ADDRESS = 'vault-address';
const SESSION_KEY = 'vault-key';
const MINIMUM_LENGTH = 8;

const Contents = z.strictObject({
  privateKey: z.string().regex(/^0x[0-9a-f]{64}$/),
  kept: z.record(z.string(), z.string()),
});
type Contents = z.infer<typeof Contents>;
const BACKUP_FORMAT = 'countersign.vault.v1';
const Backup = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  address: z.string().max(100),
  box: SealedBox,
});
type Backup = z.infer<typeof Backup>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const SessionKey = z
  .base64()
  .transform(fromBase64)
  .refine((key) => key.length === 32);

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
  const delay = createTryDelay({ local, now });
  let queue: Promise<unknown> = Promise.resolve();
  /** Runs what changes the vault one after another: parallel guesses would else share one delay, parallel keeps be lost. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = queue.then(work);
    queue = run.catch(() => undefined);
    return run;
  };
  const box = async () => {
    const raw = await local.get(VAULT);
    return raw === undefined ? undefined : SealedBox.safeParse(raw);
  };
  const sessionKey = async () => {
    const key = SessionKey.safeParse(await session.get(SESSION_KEY));
    return key.success ? key.data : undefined;
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
    if (text === undefined) {
      // The key does not fit (any more): without it `state` tells the truth, and the operator can unlock.
      await session.remove(SESSION_KEY);
      return err({ kind: 'vault_locked' });
    }
    return ok({ contents: Contents.parse(JSON.parse(text)), key, kdf: parsed.data.kdf });
  }

  async function create(password: string): Promise<Result<{ address: string }, VaultRefusal>> {
    if ((await local.get(VAULT)) !== undefined) return err({ kind: 'vault_exists' });
    if (password.length < MINIMUM_LENGTH)
      return err({ kind: 'weak_password', minimumLength: MINIMUM_LENGTH });
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await deriveKey(password, salt, PBKDF2_ROUNDS);
    const privateKey = generatePrivateKey();
    const { address } = privateKeyToAccount(privateKey);
    const kdf = { name: 'PBKDF2-SHA-256' as const, rounds: PBKDF2_ROUNDS, salt: toBase64(salt) };
    const contents: Contents = { privateKey, kept: {} };
    await local.set(ADDRESS, address);
    await local.set(VAULT, await seal(key, kdf, JSON.stringify(contents)));
    await session.set(SESSION_KEY, toBase64(key));
    return ok({ address });
  }

  /** Opens a box with a password. Every try costs the delay, whichever way it was asked for. */
  async function tryPassword(
    { kdf, ...sealed }: SealedBox,
    password: string,
  ): Promise<Result<{ key: Uint8Array<ArrayBuffer>; address: string }, VaultRefusal>> {
    const retryAfterMs = await delay.left();
    if (retryAfterMs > 0) return err({ kind: 'wrong_password', retryAfterMs });
    await delay.begin();
    const key = await deriveKey(password, fromBase64(kdf.salt), kdf.rounds);
    const text = await unseal(key, { kdf, ...sealed });
    if (text === undefined) return err({ kind: 'wrong_password', retryAfterMs: await delay.left() });
    await delay.forget();
    const { privateKey } = Contents.parse(JSON.parse(text));
    return ok({ key, address: privateKeyToAccount(privateKey as Hex).address });
  }

  async function unlock(password: string): Promise<Result<{ address: string }, VaultRefusal>> {
    const parsed = await box();
    if (!parsed) return err({ kind: 'vault_missing' });
    if (!parsed.success) return err({ kind: 'vault_damaged' });
    const opened = await tryPassword(parsed.data, password);
    if (!opened.ok) return opened;
    const { key, address } = opened.value;
    // The address beside the vault is not authenticated; the key in it is.
    if ((await local.get(ADDRESS)) !== address) await local.set(ADDRESS, address);
    await session.set(SESSION_KEY, toBase64(key));
    return ok({ address });
  }

  async function backup(password: string): Promise<Result<string, VaultRefusal>> {
    const parsed = await box();
    if (!parsed) return err({ kind: 'vault_missing' });
    if (!parsed.success) return err({ kind: 'vault_damaged' });
    const opened = await tryPassword(parsed.data, password);
    if (!opened.ok) return opened;
    const written: Backup = { format: BACKUP_FORMAT, address: opened.value.address, box: parsed.data };
    return ok(JSON.stringify(written, null, 1));
  }

  async function restore(text: string, password: string): Promise<Result<{ address: string }, VaultRefusal>> {
    if ((await local.get(VAULT)) !== undefined) return err({ kind: 'vault_exists' });
    const parsed = Backup.safeParse(parseJson(text));
    if (!parsed.success) return err({ kind: 'backup_unreadable' });
    const opened = await tryPassword(parsed.data.box, password);
    if (!opened.ok) return opened;
    const { key, address } = opened.value;
    await local.set(ADDRESS, address);
    await local.set(VAULT, parsed.data.box);
    await session.set(SESSION_KEY, toBase64(key));
    return ok({ address });
  }

  async function keep(name: string, secret: string): Promise<Result<void, VaultRefusal>> {
    const opened = await open();
    if (!opened.ok) return opened;
    const { contents, key, kdf } = opened.value;
    const next: Contents = { ...contents, kept: { ...contents.kept, [name]: secret } };
    await local.set(VAULT, await seal(key, kdf, JSON.stringify(next)));
    return ok(undefined);
  }

  return {
    async state() {
      if ((await local.get(VAULT)) === undefined) return 'missing';
      return (await sessionKey()) ? 'unlocked' : 'locked';
    },
    create: (password) => inTurn(() => create(password)),
    unlock: (password) => inTurn(() => unlock(password)),
    backup: (password) => inTurn(() => backup(password)),
    restore: (text, password) => inTurn(() => restore(text, password)),
    lock: () => inTurn(() => session.remove(SESSION_KEY)),
    address: async () =>
      z
        .string()
        .optional()
        .catch(undefined)
        .parse(await local.get(ADDRESS)),
    digestOf: mandateDigest,
    structOf: mandateStruct,
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
        const own = await local.get(ADDRESS);
        return [signer, own].every((address) => isAddressEqual(recovered, address as Hex));
      } catch {
        return false;
      }
    },
    keep: (name, secret) => inTurn(() => keep(name, secret)),
    async recall(name) {
      const opened = await open();
      return opened.ok ? ok(opened.value.contents.kept[name]) : opened;
    },
  };
}
