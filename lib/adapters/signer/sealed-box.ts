import { z } from 'zod';

/** OWASP Password Storage: PBKDF2-HMAC-SHA256 with at least 600,000 rounds. */
export const PBKDF2_ROUNDS = 600_000;

export const SealedBox = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('PBKDF2-SHA-256'),
    // The upper bound keeps an edited box from hanging the worker.
    rounds: z.number().int().min(PBKDF2_ROUNDS).max(10_000_000),
    salt: z.base64(),
  }),
  iv: z.base64(),
  sealed: z.base64(),
});
export type SealedBox = z.infer<typeof SealedBox>;

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Derives the raw key of a vault from a password. */
export async function deriveKey(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    256,
  );
  return new Uint8Array(bits);
}

const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Seals text under a raw key with a fresh initialisation vector (AES-256-GCM). */
export async function seal(
  raw: Uint8Array<ArrayBuffer>,
  kdf: SealedBox['kdf'],
  text: string,
): Promise<SealedBox> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv },
    await importKey(raw),
    new TextEncoder().encode(text),
  );
  return { kdf, iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

/** Opens a sealed box; `undefined` when key or box are wrong, without saying which. */
export async function unseal(raw: Uint8Array<ArrayBuffer>, box: SealedBox): Promise<string | undefined> {
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(box.iv) },
      await importKey(raw),
      fromBase64(box.sealed),
    );
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}
