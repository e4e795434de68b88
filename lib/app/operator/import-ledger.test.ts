import { beforeEach, expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryLedgerStore } from '../../adapters/storage/fake/memory-ledger-store.ts';
import { must, openWallet, type OpenWallet } from '../../../e2e/simulate/open-wallet.ts';
import { createCard } from '../agent/create-card.ts';
import { createBook } from '../book.ts';
import type { Kit } from '../kit.ts';
import { importLedger } from './import-ledger.ts';
import { exportLedger } from './records/export-ledger.ts';
import { readEntries } from './records/read-entries.ts';

let wallet: OpenWallet;
let text: string;
beforeEach(async () => {
  const { issuer } = createFakeCardIssuer();
  wallet = await openWallet({ issuer, funds: 20_000, budget: '50.00' });
  must(await createCard(wallet.kit, wallet.agentId, { mandate: wallet.mandateId, amount: '10.00' }, 'k'));
  text = await exportLedger(readEntries(wallet.kit.ledger), 'json');
});

function freshKit(ledger = createMemoryLedgerStore()): Kit {
  const { clock } = wallet.kit;
  const book = createBook({ store: ledger, clock, sponsor: () => Promise.resolve('0xoperator') });
  return { ...wallet.kit, ledger, book };
}

test('[A71] an export that is taken up elsewhere gives the same books, line by line', async () => {
  const kit = freshKit();
  const lines = wallet.kit.book.revision();
  expect(await importLedger(kit, text)).toEqual({ ok: true, value: { entries: lines } });
  expect(kit.book.state()).toEqual(wallet.kit.book.state());
  expect(JSON.parse(await exportLedger(readEntries(kit.ledger), 'json'))).toEqual(JSON.parse(text));
  must(await createCard(kit, wallet.agentId, { mandate: wallet.mandateId, amount: '40.00' }, 'after'));
});

test('one that was cut off in the middle goes on, and a second time changes nothing', async () => {
  const kit = freshKit();
  const entries = await wallet.kit.ledger.readAll(0, 4);
  for (const entry of entries) {
    const version = (await kit.ledger.load(entry.stream)).length;
    must(await kit.ledger.append([entry], { [entry.stream]: version }));
  }
  await kit.book.open();
  expect(await importLedger(kit, text)).toMatchObject({ ok: true });
  expect(await importLedger(kit, text)).toMatchObject({ ok: true });
  expect(kit.book.state()).toEqual(wallet.kit.book.state());
});

test('books that are there already stay', async () => {
  const other = await openWallet({ issuer: createFakeCardIssuer().issuer, funds: 1, budget: '1.00' });
  const before = other.kit.book.state();
  expect(await importLedger(other.kit, text)).toEqual({ ok: false, error: { kind: 'ledger_not_empty' } });
  expect(other.kit.book.state()).toBe(before);
});

test.each([
  ['no JSON', () => 'x', 'not_an_export'],
  [
    'an agent’s export',
    () => '{"format":"countersign.audit.v1","entries":[{"position":1}]}',
    'not_an_export',
  ],
  ['an edited amount', (full: string) => full.replaceAll('"20000"', '"90000"'), 'export_broken'],
  ['a line less', (full: string) => cut(full, (entries) => entries.slice(0, -1)), 'export_broken'],
  [
    'a line twice',
    (full: string) => cut(full, (entries) => [...entries, ...entries.slice(-1)]),
    'export_broken',
  ],
])('%s is not taken up', async (_what, edit, kind) => {
  const kit = freshKit();
  expect(await importLedger(kit, edit(text))).toMatchObject({ ok: false, error: { kind } });
  expect(await kit.ledger.readAll(0, 1)).toEqual([]);
});

function cut(full: string, of: (entries: unknown[]) => unknown[]): string {
  const file = JSON.parse(full) as { entries: unknown[] };
  return JSON.stringify({ ...file, entries: of(file.entries) });
}
