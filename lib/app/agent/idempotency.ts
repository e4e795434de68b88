import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { BookState } from '../book-state.ts';
import { accessRefused, type AgentRefusal } from './agent-refusal.ts';

/** Digest of what a call asks for: SHA-256 over canonical JSON. */
export function digestOfRequest(operation: string, input: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize({ operation, input }) ?? '')));
}

/**
 * Answers a request that needs no decision: an agent whose access was taken back since it called begins nothing, and of
 * a key that was used before the same request gives the same answer, another one conflicts.
 */
export function answerOf(
  state: BookState,
  agentId: string,
  key: string,
  digest: string,
): { repeated: string } | AgentRefusal | undefined {
  const access = state.agents.get(agentId)?.status;
  if (access !== 'approved') return accessRefused(access ?? 'unknown');
  const before = state.requests.get(`${agentId}|${key}`);
  if (!before) return undefined;
  if (before.digest === digest) return { repeated: before.id };
  return {
    code: 'idempotency_conflict',
    message: 'The idempotency key was used for another request.',
    fix: 'Use a new key for a new request.',
  };
}
