import { digestsOf, findBrokenLink, GENESIS_HASH, type Entry } from '../../domain/ledger/entry.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Kit } from '../kit.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';

const PAGE = 500;

/** Whose log is being read: the whole chain is hashed each time, so one reading at a time is an agent's. */
const reading = new WeakMap<Kit, Set<string>>();

/** Lists the log: an agent's own entries, hash stubs of the rest, and whether the whole chain holds. */
export async function listAudit(
  kit: Kit,
  agentId: string,
  page: { after: number; limit: number },
): Promise<Result<unknown, AgentRefusal>> {
  const readers = reading.get(kit) ?? new Set();
  reading.set(kit, readers);
  if (readers.has(agentId))
    return refuse('too_many_requests', 'Your log is being read already.', 'Wait for that answer first.');
  readers.add(agentId);
  return readLog(kit, agentId, page).finally(() => readers.delete(agentId));
}

async function readLog(
  kit: Kit,
  agentId: string,
  { after, limit }: { after: number; limit: number },
): Promise<Result<unknown, AgentRefusal>> {
  let position = 0;
  let hash = GENESIS_HASH;
  let isValid = true;
  const listed: Entry[] = [];
  for (;;) {
    const entries = await kit.ledger.readAll(position, PAGE);
    isValid &&= findBrokenLink(entries, hash) === undefined;
    const missing = limit - listed.length;
    listed.push(...entries.filter((entry) => entry.position > after).slice(0, missing));
    position = entries.at(-1)?.position ?? position;
    hash = entries.at(-1)?.hash ?? hash;
    if (entries.length < PAGE) break;
  }
  return ok({
    status: 'ok',
    chain_valid: isValid,
    head: { position, hash },
    entries: listed.map((entry) => stubOrEntry(entry, agentId)),
  });
}

function stubOrEntry(entry: Entry, agentId: string) {
  const stub = { position: entry.position, hash: entry.hash, prev_hash: entry.prevHash };
  if (entry.context.agentId !== agentId) return stub;
  const { bodyHash, postingsHash } = digestsOf(entry);
  const { version, id, at, context } = entry;
  return {
    ...stub,
    sealed: { version, id, at, body_hash: bodyHash, postings_hash: postingsHash, context },
    at: new Date(entry.at).toISOString(),
    type: entry.type,
    stream: entry.stream,
    ...(entry.context.mandateId && { mandate_id: entry.context.mandateId }),
    ...(entry.context.workflow && { workflow: entry.context.workflow }),
    // A money row says all: with who, for what and under which mandate in `sealed.context` it explains itself.
    ...(entry.postings.length > 0 && { body: entry.body }),
  };
}
