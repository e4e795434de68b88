import { expect, test } from 'vitest';
import { verifyAuditExport } from '../../../bridge/protocol/verify-audit.ts';
import { chainEntry, GENESIS_HASH, type Entry } from '../../../domain/ledger/entry.ts';
import { exportLedger } from './export-ledger.ts';

function chain(...bodies: unknown[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, body] of bodies.entries()) {
    const draft = {
      stream: 'wallet',
      id: `evt_${index}`,
      at: 1,
      type: 'attempt-refused',
      body,
      postings: [],
      context: { policyVersion: 1 },
    };
    entries.push(chainEntry(draft, index + 1, index + 1, entries.at(-1)?.hash ?? GENESIS_HASH));
  }
  return entries;
}

test('[A22] the operator’s export is recomputed by the verifier, and an edited one is found', async () => {
  const text = await exportLedger(chain({ detail: 'one' }, { detail: 'two' }), 'json');
  expect(verifyAuditExport(JSON.parse(text))).toMatchObject({
    ok: true,
    value: { recomputed: 2, linked: 0 },
  });
  expect(verifyAuditExport(JSON.parse(text.replace('two', 'too')))).toMatchObject({
    ok: false,
    error: { kind: 'entry_edited', position: 2 },
  });
});

test('a cell of the CSV never begins as a formula, and quotes stay inside it', async () => {
  const entries = chain({ detail: 'say "hi"' }).map((entry) => ({ ...entry, type: '=HYPERLINK("evil")' }));
  const [, row] = (await exportLedger(entries, 'csv')).split('\r\n');
  expect(row).toContain(`"'=HYPERLINK(""evil"")"`);
  expect(row).toContain('say \\""hi\\""');
});
