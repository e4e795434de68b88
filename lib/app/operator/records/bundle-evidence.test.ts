import { expect, test } from 'vitest';
import { createFakeCardIssuer } from '../../../adapters/issuers/fake/fake-card-issuer.ts';
import { verifyAuditExport } from '../../../bridge/protocol/verify-audit.ts';
import { must, openWallet } from '../../../../e2e/simulate/open-wallet.ts';
import type { CheckoutId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/result.ts';
import type { Kit } from '../../kit.ts';
import { bundleEvidence } from './bundle-evidence.ts';

const checkoutId = `chk_${'a'.repeat(26)}` as CheckoutId;

async function world() {
  const wallet = await openWallet({
    issuer: createFakeCardIssuer().issuer,
    funds: 20_000,
    budget: '50.00',
  });
  const { mandateId, agentId } = wallet;
  const kit = {
    ...wallet.kit,
    signer: { ...wallet.kit.signer, structOf: () => [{ name: 'purpose', value: 'Paper' }] },
    documents: { ...wallet.kit.documents, picture: () => Promise.resolve('data:image/png;base64,AA==') },
  } as unknown as Kit;
  await kit.book.commit(() =>
    ok([
      {
        type: 'checkout-created',
        checkoutId,
        mandateId,
        agentId,
        workflow: 'restock',
        url: 'https://shop.example/checkout',
        tabId: null,
        cardId: null,
        maximum: null,
        isExecuteRequested: false,
        expiresAt: kit.clock.now() + 1_000,
        request: { key: 'k', digest: 'd' },
      },
    ]),
  );
  return { kit, mandateId };
}

test('[A68] the bundle verifies, shows its own lines in full and no others, and holds mandate and picture', async () => {
  const { kit, mandateId } = await world();
  const text = must(await bundleEvidence(kit, checkoutId));
  const bundle = JSON.parse(text) as {
    entries: { type?: string }[];
    evidence: { mandate: object; picture: string };
  };
  const own = bundle.entries.flatMap(({ type }) => type ?? []);
  expect(own).toEqual(['mandate-requested', 'mandate-signed', 'checkout-created']);
  expect(verifyAuditExport(bundle)).toMatchObject({
    ok: true,
    value: { recomputed: own.length, entries: kit.book.revision() },
  });
  expect(bundle.evidence).toMatchObject({
    mandate: { terms: { mandateId }, signature: { signature: 's', signer: '0xoperator' } },
    picture: 'data:image/png;base64,AA==',
  });
  expect(verifyAuditExport(JSON.parse(text.replaceAll('"restock"', '"resort"')))).toMatchObject({
    ok: false,
  });
});

test('there is no bundle of an unknown run', async () => {
  const { kit } = await world();
  expect(await bundleEvidence(kit, 'chk_nobody')).toEqual({ ok: false, error: { kind: 'unknown_checkout' } });
});
