import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainEntry, GENESIS_HASH, type Entry } from '../../domain/ledger/entry.ts';
import { verifyAuditExport } from './verify-audit.ts';

const hashOf = (value: unknown) => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));

function ledgerOf(count: number): Entry[] {
  const entries: Entry[] = [];
  for (let position = 1; position <= count; position += 1) {
    const draft = {
      stream: 'checkout',
      id: `evt_${position}`,
      at: position * 1_000,
      type: 'checkout-created',
      body: { amount: '1250' },
      postings: [],
      context: { policyVersion: 1 },
    };
    entries.push(chainEntry(draft, position, position, entries.at(-1)?.hash ?? GENESIS_HASH));
  }
  return entries;
}

const exportOf = (entries: readonly unknown[], last?: { position: number; hash: string }) => ({
  format: 'countersign.audit.v1',
  head: { position: last?.position ?? 0, hash: last?.hash ?? GENESIS_HASH },
  entries,
});
const stubOf = ({ position, hash, prevHash }: Entry) => ({ position, hash, prev_hash: prevHash });

/** Lines as agents get them, sealed: their hash is over digests of what they do not show. */
function sealedChain(count: number) {
  const entries = [];
  let prevHash = GENESIS_HASH;
  for (let position = 1; position <= count; position += 1) {
    const sealed = {
      version: position,
      id: `evt_${position}`,
      at: position * 1_000,
      body_hash: hashOf({ position }),
      postings_hash: hashOf([]),
      context: { mandateId: 'mand_1', policyVersion: 1 },
    };
    const { version, id, at, body_hash: bodyHash, postings_hash: postingsHash, context } = sealed;
    const [stream, type] = ['checkout', 'checkout-created'];
    const hash = hashOf({
      position,
      stream,
      version,
      id,
      at,
      type,
      bodyHash,
      postingsHash,
      context,
      prevHash,
    });
    entries.push({
      position,
      hash,
      prev_hash: prevHash,
      at: new Date(at).toISOString(),
      type,
      stream,
      mandate_id: 'mand_1',
      sealed,
    });
    prevHash = hash;
  }
  return entries;
}

describe('verifying an audit export', () => {
  it('recomputes lines of the ledger and follows the stubs between them', () => {
    const ledger = ledgerOf(5);
    const entries = ledger.map((entry) => (entry.position % 2 ? entry : stubOf(entry)));
    expect(verifyAuditExport(exportOf(entries, ledger.at(-1)))).toMatchObject({
      ok: true,
      value: { entries: 5, recomputed: 3, linked: 2 },
    });
  });

  it('holds for an empty trail', () => {
    expect(verifyAuditExport(exportOf([])).ok).toBe(true);
  });

  it('finds any entry that was cut, at either end too', () => {
    const ledger = ledgerOf(6);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.boolean(), (index, isStub) => {
        const lines = ledger.map((entry) => (isStub ? stubOf(entry) : entry));
        const cut = verifyAuditExport(exportOf(lines.toSpliced(index, 1), ledger.at(-1)));
        expect(cut.ok).toBe(false);
      }),
    );
  });

  it.each(['type', 'at', 'stream', 'body', 'postings', 'context', 'prevHash', 'hash'])(
    'finds an edited %s of a ledger line',
    (field) => {
      const ledger = ledgerOf(3);
      const edited = ledger.with(1, { ...ledger[1]!, [field]: field === 'at' ? 7 : 'f'.repeat(64) });
      expect(verifyAuditExport(exportOf(edited, ledger.at(-1))).ok).toBe(false);
    },
  );

  it('recomputes sealed lines, and finds one whose shown or sealed parts were edited', () => {
    const chain = sealedChain(3);
    expect(verifyAuditExport(exportOf(chain, chain.at(-1)))).toMatchObject({
      ok: true,
      value: { recomputed: 3 },
    });
    for (const edit of [
      { type: 'checkout-failed' },
      { at: '2026-01-01T00:00:00.000Z' },
      { mandate_id: 'mand_2' },
      { workflow: 'other' },
      { body: { position: 3 } },
      { sealed: { ...chain[1]!.sealed, body_hash: '0'.repeat(64) } },
    ]) {
      const edited = chain.with(1, { ...chain[1]!, ...edit });
      expect(verifyAuditExport(exportOf(edited, chain.at(-1)))).toEqual({
        ok: false,
        error: { kind: 'entry_edited', position: 2 },
      });
    }
  });

  it('takes a shown body that its digest is over', () => {
    const chain = sealedChain(3).map((line) => ({ ...line, body: { position: line.position } }));
    expect(verifyAuditExport(exportOf(chain, chain.at(-1)))).toMatchObject({ ok: true });
  });

  it('takes any file without throwing', () => {
    const loose = fc.record({
      head: fc.record({ position: fc.nat(3), hash: fc.string() }),
      entries: fc.array(
        fc.record({ position: fc.nat(3), hash: fc.string(), prevHash: fc.string(), body: fc.jsonValue() }),
        {
          minLength: 1,
        },
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), loose), (value) => {
        expect(verifyAuditExport(value).ok).toBe(false);
      }),
    );
  });
});
