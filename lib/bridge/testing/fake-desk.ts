import { err, ok, type Result } from '../../kernel/result.ts';
import type { AgentCall, HeldKey } from '../client/agent-gateway.ts';
import type { WireError } from '../protocol/frames.ts';

const USD = (minor: number) => ({ minor: String(minor), currency: 'USD' });
const MANDATE = `mand_${'m'.repeat(20)}`;
const CHECKOUT = `chk_${'c'.repeat(20)}`;

export interface FakeDesk {
  readonly dispatch: (call: AgentCall) => Promise<Result<unknown, WireError>>;
  readonly keyOf: (agentId: string) => Promise<HeldKey | undefined>;
  readonly saveKey: (agentId: string, key: string) => Promise<void>;
  /** Takes all access away. */
  forgetKeys(): void;
  /** Sets back the making of all keys, as if they had lain about for so long. */
  ageKeys(byMs: number): void;
  /** Every call that was performed. */
  readonly calls: AgentCall[];
  /** What the operator would do in the popup. */
  approveAgents(): void;
  /** The state in which the one checkout is read from now on. */
  checkoutStatus: string;
  /** Answers of this operation are held back until `release`. */
  hold(operation: string): { release(): void };
}

/** Stands in for the extension's use cases: keeps agents and one checkout in memory. */
export function createFakeDesk(): FakeDesk {
  const keys = new Map<string, { key: string; since: number }>();
  const approved = new Set<string>();
  const held = new Map<string, Promise<void>>();
  const calls: AgentCall[] = [];
  const agent = (id: string) => ({
    status: approved.has(id) ? 'approved' : 'requested',
    id,
    code: 'AB1-2CD',
  });

  const checkout = () => ({
    status: desk.checkoutStatus,
    id: CHECKOUT,
    mandate_id: MANDATE,
    workflow: '',
    merchant: 'shop.example',
    total: USD(1250),
    previous_total: null,
    changed: [],
    delivery: { city: 'Springfield', country: 'US' },
    read_back: 'provider_frame',
    wall: null,
    handoffs: [],
    reason: null,
    receipt: null,
    returned: null,
    steps: [],
    untrusted: {
      lines: [{ title: '\u001b[31mMug\u009b2J \u202Egum', quantity: 1, amount: USD(1250) }],
    },
  });
  const mandate = (input: Record<string, unknown>) => ({
    status: 'pending_signature',
    id: MANDATE,
    budget: USD(5000),
    remaining: USD(5000),
    ask_above: null,
    per_payment: null,
    max_payments: null,
    merchants: input.merchants,
    workflow: input.workflow,
    expires_at: '2026-12-21T00:00:00.000Z',
  });

  const answers: Readonly<Record<string, (input: Record<string, unknown>) => unknown>> = {
    wallet_balance: () => ({
      status: 'ok',
      available: USD(10_000),
      reserved: USD(0),
      spent: USD(0),
      funded: USD(10_000),
      as_of: '2026-11-21T00:00:00.000Z',
    }),
    payment_request: mandate,
    mandate_list: () => ({ status: 'ok', mandates: [] }),
    // More than the schema has a place for: it must not get through.
    mandate_get: () => ({ ...mandate({ merchants: [], workflow: '' }), street: '12 Canary Lane' }),
    card_list: () => ({ status: 'ok', cards: [] }),
    checkout_preview: checkout,
    checkout_execute: checkout,
    checkout_get: checkout,
    checkout_wait: checkout,
    checkout_cancel: () => {
      throw new Error('4242424242424242 must not be told');
    },
    audit_list: () => ({
      status: 'ok',
      chain_valid: true,
      head: { position: 0, hash: '0'.repeat(64) },
      entries: [],
    }),
  };

  const desk: FakeDesk = {
    calls,
    checkoutStatus: 'previewed',
    keyOf: (agentId) => Promise.resolve(keys.get(agentId)),
    saveKey: (agentId, key) => Promise.resolve(void keys.set(agentId, { key, since: Date.now() })),
    forgetKeys: () => keys.clear(),
    ageKeys: (byMs) => keys.forEach((held, id) => keys.set(id, { ...held, since: held.since - byMs })),
    approveAgents: () => [...keys.keys()].forEach((id) => approved.add(id)),
    hold(operation) {
      let release = () => {};
      held.set(operation, new Promise((resolve) => (release = resolve)));
      return {
        release: () => {
          held.delete(operation);
          release();
        },
      };
    },
    async dispatch(call) {
      calls.push(call);
      await held.get(call.operation);
      const input = call.input as Record<string, unknown>;
      if (call.operation === 'agent_request') {
        const id = `agt_${String(keys.size).padStart(20, '0')}`;
        keys.set(id, { key: String(input.key), since: Date.now() });
        return ok(agent(id));
      }
      if (call.operation === 'agent_status') return ok(agent(call.agentId!));
      if (!approved.has(call.agentId!))
        return err({ code: 'agent_requested', message: 'Access is not approved yet.', fix: 'Wait.' });
      const answer = answers[call.operation];
      return answer
        ? ok(answer(input))
        : err({ code: 'unknown_operation', message: 'Not here.', fix: 'List the tools.' });
    },
  };
  return desk;
}
