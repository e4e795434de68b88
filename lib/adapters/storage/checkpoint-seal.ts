import type { CheckpointDraft } from '../../ports/checkpoint-store.ts';

/** What is kept beside the parts: which they are, to the byte. */
export interface Seal {
  readonly version: number;
  readonly position: number;
  readonly head: string;
  /** SHA-256 of each part, by its name. */
  readonly digests: Readonly<Record<string, string>>;
  /** SHA-256 of all of the above. */
  readonly digest: string;
}

export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return new Uint8Array(digest).reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}

const digestOfSeal = ({ version, position, head, digests }: Omit<Seal, 'digest'>) =>
  digestOf(
    new TextEncoder().encode(JSON.stringify([version, position, head, Object.entries(digests).sort()])),
  );

/** Seals a draft; parts that were kept have the digests that they had. */
export async function sealDraft(
  { version, position, head, parts }: CheckpointDraft,
  before: Seal | undefined,
): Promise<Seal> {
  const digests = Object.fromEntries(
    await Promise.all(
      [...parts].map(async ([name, bytes]) => [
        name,
        bytes === 'kept' ? (before?.digests[name] ?? '') : await digestOf(bytes),
      ]),
    ),
  ) as Record<string, string>;
  const sealed = { version, position, head, digests };
  return { ...sealed, digest: await digestOfSeal(sealed) };
}

/** Tells whether parts are what was sealed: none more, none less, each to the byte. */
export async function isWhole(
  seal: Seal,
  parts: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Promise<boolean> {
  const names = Object.keys(seal.digests);
  if (names.length !== parts.size || (await digestOfSeal(seal)) !== seal.digest) return false;
  const same = await Promise.all(
    names.map(async (name) => {
      const bytes = parts.get(name);
      return bytes !== undefined && (await digestOf(bytes)) === seal.digests[name];
    }),
  );
  return same.every(Boolean);
}
