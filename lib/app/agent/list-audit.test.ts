import { beforeEach, expect, test } from 'vitest';
import { createMemoryLedgerStore } from '../../adapters/storage/fake/memory-ledger-store.ts';
import { MandateTerms } from '../../domain/mandate/terms.ts';
import type { AgentId, HoldId, MandateId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { ok } from '../../kernel/result.ts';
import { AuditView } from '../../bridge/protocol/views.ts';
import { verifyAuditExport } from '../../bridge/protocol/verify-audit.ts';
import { auditAsCsv, exportAudit } from '../../bridge/host/export-audit.ts';
import { createBook, type Book } from '../book.ts';
import type { Kit } from '../kit.ts';
import { listAudit } from './list-audit.ts';

const id = <T>(prefix: string, fill: string) => `${prefix}_${fill.repeat(26)}` as T;
const agentId = id<AgentId>('agt', 'a');
const mandateId = id<MandateId>('mand', 'b');
const holdId = id<HoldId>('hold', 'c');
const usd = (minor: number) => money(minor, 'USD');

const terms = MandateTerms.parse({
  mandateId,
  version: 3,
  agentId,
  purpose: '=Paper for the office',
  workflow: 'restock',
  budget: { minor: '5000', currency: 'USD' },
  perPayment: null,
  askAbove: null,
  maxPayments: null,
  merchants: ['shop.example'],
  tolerance: { minor: '0', currency: 'USD' },
  notBefore: 0,
  expiresAt: 10_000,
});

let book: Book;
let kit: Kit;
beforeEach(async () => {
  const ledger = createMemoryLedgerStore();
  let made = 0;
  const clock = {
    now: () => 1_000,
    nextId: (prefix: string) => `${prefix}_${String((made += 1)).padStart(26, '0')}`,
    wait: () => Promise.resolve(),
  };
  book = createBook({ store: ledger, clock, sponsor: () => Promise.resolve('0xoperator') });
  kit = { ledger, book, clock } as unknown as Kit;
  await book.commit(() => ok([{ type: 'deposit-credited', reference: 'first', amount: usd(10_000) }]));
  await book.commit(() =>
    ok([{ type: 'mandate-requested', mandateId, terms, request: { key: 'k', digest: 'd' } }]),
  );
  await book.commit(() =>
    ok([
      {
        type: 'funds-reserved',
        mandateId,
        holdId,
        checkoutId: null,
        merchant: 'shop.example',
        amount: usd(2_000),
      },
    ]),
  );
  await book.commit(() =>
    ok([
      {
        type: 'funds-posted',
        mandateId,
        holdId,
        merchant: 'shop.example',
        posted: usd(1_850),
        released: usd(150),
        authorizationId: 'auth',
      },
    ]),
  );
});

const exported = () =>
  exportAudit(async ({ after = 0, limit = 500 }) => {
    const listed = await listAudit(kit, agentId, { after, limit });
    if (!listed.ok) throw new Error('refused');
    return AuditView.parse(JSON.parse(JSON.stringify(listed.value)));
  });

test('[A22] an export verifies, and every own line is computed anew from what it says', async () => {
  expect(verifyAuditExport(await exported())).toMatchObject({
    ok: true,
    value: { entries: 4, recomputed: 3 },
  });
});

test.each([
  ['type', { type: 'funds-released' }],
  ['time', { at: '2026-01-01T00:00:00.000Z' }],
  ['amount', { body: { posted: { minor: '1', currency: 'USD' } } }],
  ['workflow', { workflow: 'another' }],
])('[A22] an edited %s of an exported line is found', async (_what, edit) => {
  const trail = await exported();
  const edited = { ...trail, entries: trail.entries.with(3, { ...trail.entries[3]!, ...edit }) };
  expect(verifyAuditExport(edited)).toEqual({ ok: false, error: { kind: 'entry_edited', position: 4 } });
});

test('[A22] one row says why money was spent: who, what, where, for what and on whose signature', async () => {
  const trail = await exported();
  expect(trail.entries[3]).toMatchObject({
    type: 'funds-posted',
    body: { merchant: 'shop.example', posted: { minor: '1850', currency: 'USD' } },
    sealed: {
      context: {
        agentId,
        workflow: 'restock',
        sponsor: '0xoperator',
        mandateId,
        mandateVersion: 3,
        purpose: '=Paper for the office',
      },
    },
  });
  const [header, , , , posted] = auditAsCsv(trail).split('\r\n');
  expect(header).toContain(
    'agent,sponsor,mandate_version,policy_version,checkout_id,purpose,merchant,amount',
  );
  expect(posted).toContain('restock,agt_aaaaaaaaaaaaaaaaaaaaaaaaaa,0xoperator,3,');
  expect(posted).toContain("'=Paper for the office,shop.example,18.50 USD");
});

test('[A6] lines of other agents show their place and nothing else', async () => {
  const listed = await listAudit(kit, 'agt_other', { after: 0, limit: 500 });
  for (const line of (listed as { value: { entries: object[] } }).value.entries)
    expect(Object.keys(line).sort()).toEqual(['hash', 'position', 'prev_hash']);
});

test('is read for an agent one reading at a time', async () => {
  const all = { after: 0, limit: 500 };
  const [first, second] = await Promise.all([listAudit(kit, agentId, all), listAudit(kit, agentId, all)]);
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, error: { code: 'too_many_requests' } });
  expect((await listAudit(kit, agentId, all)).ok).toBe(true);
});
