import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';

/** Version of the agent wire. Both ends name it; a mismatch says which side must update. */
export const PROTOCOL_VERSION = 1;

/** The largest frame that is read. */
export const MAX_FRAME_BYTES = 256 * 1024;

export const WireError = z.strictObject({ code: z.string(), message: z.string(), fix: z.string() });
export type WireError = z.infer<typeof WireError>;

const Nonce = z.string().regex(/^[0-9a-f]{64}$/);
const AgentKeyHex = z.string().regex(/^[0-9a-f]{64}$/);
const Mac = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a client sends. `open` begins a session; without an agent id it can only ask for access. `rotate` puts a new key
 * in the place of the one that signs it; `call` asks for an operation.
 */
export const ClientFrame = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    protocol: z.number().int(),
    agent_id: z.string().max(60).nullable(),
    nonce: Nonce,
  }),
  z.strictObject({
    kind: z.literal('call'),
    seq: z.number().int().positive(),
    operation: z.string().max(60),
    input: z.unknown(),
    idempotency_key: z.string().max(200).nullable(),
    mac: Mac.nullable(),
  }),
  z.strictObject({ kind: z.literal('rotate'), seq: z.number().int().positive(), key: AgentKeyHex, mac: Mac }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** What the extension answers. `proof` shows that it holds the agent's key, so a rogue socket is found out. */
export const ExtensionFrame = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    protocol: z.number().int(),
    extension_version: z.string(),
    profile_id: z.string(),
    nonce: Nonce,
    proof: Mac.nullable(),
  }),
  z.strictObject({ kind: z.literal('result'), seq: z.number().int(), value: z.unknown() }),
  z.strictObject({ kind: z.literal('error'), seq: z.number().int().nullable(), error: WireError }),
]);
export type ExtensionFrame = z.infer<typeof ExtensionFrame>;

/** Between extension and native host: which client a frame is of. `frame` null means the client is gone or must go. */
export const HostEnvelope = z.strictObject({ client: z.number().int(), frame: z.unknown() });
export type HostEnvelope = z.infer<typeof HostEnvelope>;

/** The first words of the extension to its host: where to listen. */
export const HostHello = z.strictObject({
  hello: z.strictObject({ profile_id: z.string().regex(/^[0-9a-f]{16}$/), protocol: z.number() }),
});

function macOver(key: string, parts: readonly unknown[]): string {
  return bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(canonicalize(parts) ?? '')));
}

/** Proof of the extension over both nonces (HMAC-SHA-256). */
export function proofOf(key: string, clientNonce: string, extensionNonce: string): string {
  return macOver(key, ['extension', clientNonce, extensionNonce]);
}

/** Authentication of one call: bound to the session, its place in it and its whole body. */
export function macOf(
  key: string,
  session: { clientNonce: string; extensionNonce: string },
  call: { seq: number; operation: string; input: unknown; idempotency_key: string | null },
): string {
  const { seq, operation, input, idempotency_key } = call;
  return macOver(key, [
    'call',
    session.clientNonce,
    session.extensionNonce,
    seq,
    operation,
    input,
    idempotency_key,
  ]);
}

/** Authentication of a change of keys, by the key that ends with it. */
export function macOfRotation(
  key: string,
  session: { clientNonce: string; extensionNonce: string },
  { seq, key: next }: { seq: number; key: string },
): string {
  return macOver(key, ['rotate', session.clientNonce, session.extensionNonce, seq, next]);
}

/** Compares two hex strings in constant time. */
export function isSameHex(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
