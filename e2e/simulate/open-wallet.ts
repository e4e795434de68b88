import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import { requestAccess } from '../../lib/app/agent/request-access.ts';
import { requestMandate } from '../../lib/app/agent/request-mandate.ts';
import { createBook } from '../../lib/app/book.ts';
import { PATIENCE, type Kit } from '../../lib/app/kit.ts';
import { decideAgentAccess } from '../../lib/app/operator/decide-agent-access.ts';
import { fundWallet } from '../../lib/app/operator/fund-wallet.ts';
import { signMandate } from '../../lib/app/operator/sign-mandate.ts';
import type { AgentId, MandateId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok, type Result } from '../../lib/kernel/result.ts';
import type { CardIssuer } from '../../lib/ports/card-issuer.ts';
import type { LedgerStore } from '../../lib/ports/ledger-store.ts';

export interface OpenWallet {
  readonly kit: Kit;
  readonly agentId: AgentId;
  readonly mandateId: MandateId;
}

/** Gives what a step returned; throws its refusal. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The real core over an issuer: funded, with an approved agent and a signed mandate over so many minor units. */
export async function openWallet({
  issuer,
  funds,
  budget,
  store = createMemoryLedgerStore(),
  now = () => 1_760_000_000_000,
}: {
  issuer: CardIssuer;
  funds: number;
  budget: string;
  store?: LedgerStore;
  now?: () => number;
}): Promise<OpenWallet> {
  let made = 0;
  const clock = {
    now,
    nextId: (prefix: string) => `${prefix}_${String((made += 1)).padStart(26, '0')}`,
    wait: () => Promise.resolve(),
  };
  const keys = new Map<string, string>();
  const book = createBook({ store, clock, sponsor: () => Promise.resolve('0xoperator') });
  const digestOf = (terms: { mandateId: string; version: number }) => `${terms.mandateId}.${terms.version}`;
  const kit = {
    book,
    ledger: store,
    clock,
    issuer,
    documents: {
      agentKey: (id: string) => Promise.resolve(keys.get(id)),
      saveAgentKey: ({ agentId, key }: { agentId: string; key: string }) =>
        Promise.resolve(void keys.set(agentId, key)),
      browserProfileId: () => Promise.resolve('0'.repeat(16)),
    },
    signer: {
      state: () => Promise.resolve('unlocked'),
      address: () => Promise.resolve('0xoperator'),
      digestOf,
      sign: (terms: { mandateId: string; version: number }) =>
        Promise.resolve(ok({ digest: digestOf(terms), signature: 's', signer: '0xoperator' })),
      verify: () => Promise.resolve(true),
    },
    human: {
      call: () => Promise.resolve(),
      tell: () => Promise.resolve(),
      markCheckout: () => Promise.resolve(),
      refresh: () => undefined,
    },
    sites: { coversEvery: () => Promise.resolve(true), covers: () => Promise.resolve(true) },
    scope: { providers: [], plainHttpHosts: [] },
    patience: () => Promise.resolve(PATIENCE),
    reach: () => Promise.resolve(),
  } as unknown as Kit;
  await book.open();
  must(await fundWallet(kit, money(funds, 'USD'), 'opening'));
  const agentId = must(await requestAccess(kit, { name: 'Agent', key: 'a'.repeat(64) }));
  must(await decideAgentAccess(kit, agentId, { type: 'approve' }));
  const mandateId = must(
    await requestMandate(
      kit,
      agentId,
      {
        amount: budget,
        currency: 'USD',
        purpose: 'Paper',
        workflow: 'restock',
        merchants: ['shop.example'],
        expires: '30d',
      },
      'mandate',
    ),
  );
  const { terms } = book.state().mandates.get(mandateId)!;
  must(await signMandate(kit, mandateId, digestOf(terms)));
  return { kit, agentId, mandateId };
}
