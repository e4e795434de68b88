import { createFakeCardIssuer, type FakeNetwork } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryCheckpointStore } from '../../lib/adapters/storage/fake/memory-checkpoint-store.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import { requestMandate, type TermsRequest } from '../../lib/app/agent/request-mandate.ts';
import { startCheckout, type CheckoutRequest } from '../../lib/app/agent/start-checkout.ts';
import { createBook } from '../../lib/app/book.ts';
import { advance } from '../../lib/app/checkout-step.ts';
import { createCheckoutDriver } from '../../lib/app/checkout/drive-checkout.ts';
import type { CrashPoint, Kit } from '../../lib/app/kit.ts';
import { approveCheckout } from '../../lib/app/operator/answer-preview.ts';
import { signMandate } from '../../lib/app/operator/sign-mandate.ts';
import type { CheckoutStatus } from '../../lib/domain/checkout/checkout.ts';
import type { CheckoutId, MandateId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import type { CardIssuer } from '../../lib/ports/card-issuer.ts';

import type { FillOutcome, PageDriver } from '../../lib/ports/page-driver.ts';
import { must, openWallet } from './open-wallet.ts';
import { SHOP, sightOf, type Shown } from './sight.ts';

/** The one tab of a shop, as the test wants it to be. */
export interface ShopTab {
  total: number;
  currency: string;
  shows: Shown['shows'];
  wall: boolean;
  /** What was typed. */
  number: string | undefined;
  pressed: number;
  /** What the shop does once Pay was pressed. */
  onPress: (tab: ShopTab) => void | Promise<void>;
}

/**
 * The real core, by hand: a funded wallet, an approved agent, a signed mandate of 100.00, a driver and one tab of a shop.
 * `wrapIssuer` puts something between the core and the issuer.
 */
export async function openShop({
  wrapIssuer = (issuer) => issuer,
}: {
  wrapIssuer?: (issuer: CardIssuer, network: FakeNetwork) => CardIssuer;
} = {}) {
  const { issuer: real, network } = createFakeCardIssuer();
  const issuer = wrapIssuer(real, network);
  const store = createMemoryLedgerStore();
  let time = 1_760_000_000_000;
  const now = () => time;
  const tab: ShopTab = {
    total: 1_000,
    currency: 'USD',
    shows: 'form',
    wall: false,
    number: undefined,
    pressed: 0,
    onPress: () => void charge(),
  };

  /** Asks the network for money on the card that was typed; an approval shows the order. */
  function charge(minor = tab.total) {
    const row = network.authorize(tab.number!, money(minor, 'USD'), 'SHOP EXAMPLE');
    if (row.status === 'pending') tab.shows = 'confirmation';
    return row;
  }

  const pages: PageDriver = {
    open: () => Promise.resolve({ tabId: 1 }),
    find: () => Promise.resolve([]),
    isOpen: () => Promise.resolve(true),
    read: (tabId) =>
      Promise.resolve(
        ok(
          sightOf({
            tabId,
            documentId: 'doc',
            total: money(tab.total, tab.currency),
            shows: tab.shows,
            orderNumber: 'O-1',
            hasCard: tab.number !== undefined,
            wall: tab.wall,
            wasPressed: tab.pressed > 0,
          }),
        ),
      ),
    fill: (_, orders) => {
      const outcomes = new Map<string, FillOutcome>();
      for (const { frameId, ref, token, value } of orders) {
        if (token === 'cc-number') tab.number = openSecret(value);
        outcomes.set(`${frameId}|${ref}`, 'kept');
      }
      return Promise.resolve(ok(outcomes));
    },
    clear: () => Promise.resolve(void (tab.pressed === 0 && (tab.number = undefined))),
    press: async () => {
      tab.pressed += 1;
      await tab.onPress(tab);
      return ok('pressed' as const);
    },
    picture: () => Promise.resolve(undefined),
    showHolder: () => Promise.resolve(),
    openedBy: () => Promise.resolve([]),
    focus: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };

  const {
    kit: base,
    agentId,
    mandateId,
  } = await openWallet({ issuer, funds: 100_000, budget: '100.00', store, now });
  const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const reached = new Map<CrashPoint, () => void | Promise<void>>();
  const kit: Kit = {
    ...base,
    pages,
    clock: {
      ...base.clock,
      wait: (ms) => {
        time += ms;
        return nextTurn();
      },
    },
    documents: {
      ...base.documents,
      profile: () => Promise.resolve(undefined),
      picture: () => Promise.resolve(undefined),
      savePicture: () => Promise.resolve(),
      forgetAgentKey: () => Promise.resolve(),
    },
    reach: async (point) => reached.get(point)?.(),
  };

  /** A worker over the books: another one reads what the one before wrote. */
  function startWorker(worker: Kit) {
    const faults: unknown[] = [];
    const driver = createCheckoutDriver(worker, (fault) => faults.push(fault));
    const run = (id: CheckoutId) => worker.book.state().checkouts.get(id)!;
    return {
      kit: worker,
      driver,
      faults,
      run,
      card: (id: CheckoutId) => worker.book.state().cards.get(run(id).cardId!)!,
      mandate: (id: MandateId = mandateId) => worker.book.state().mandates.get(id)!,
      /** Waits until a run is in one of these states. */
      async until(id: CheckoutId, ...statuses: CheckoutStatus[]) {
        for (let turns = 0; turns < 20_000 && !statuses.includes(run(id).status); turns += 1)
          await nextTurn();
        if (!statuses.includes(run(id).status))
          throw new Error(`the run is ${run(id).status}: ${JSON.stringify(run(id).reason)}`);
        return run(id);
      },
      async approve(id: CheckoutId, isAlways = false) {
        must(await approveCheckout(worker, driver, id, run(id).intentHash!, isAlways));
      },
      async execute(id: CheckoutId) {
        must(await advance(worker, { type: 'execution-requested', checkoutId: id }));
        driver.poke(id);
      },
    };
  }

  const first = startWorker(kit);
  let keys = 0;
  return {
    ...first,
    agentId,
    mandateId,
    network,
    tab,
    charge,
    /** Lets a while pass. */
    elapse: (ms: number) => void (time += ms),
    /** Lets everything that is under way come to rest. */
    async rest() {
      for (let turns = 0; turns < 600; turns += 1) await nextTurn();
    },
    /** Does something when the core gets to a crash point. */
    at: (point: CrashPoint, what: () => void | Promise<void>) => void reached.set(point, what),
    /** The tab is at a checkout again, with nothing typed. */
    shopAgain: () => void Object.assign(tab, { shows: 'form', number: undefined, pressed: 0 }),
    async sign(request: Partial<TermsRequest>) {
      const asked = { amount: '100.00', currency: 'USD', purpose: 'Paper', workflow: 'w', merchants: ['shop.example'], expires: '30d' }; // prettier-ignore
      const id = must(await requestMandate(kit, agentId, { ...asked, ...request }, `m${(keys += 1)}`));
      const { terms, revision } = kit.book.state().mandates.get(id)!;
      must(await signMandate(kit, id, kit.signer.digestOf(revision?.terms ?? terms)));
      return id;
    },
    async begin(request: Partial<CheckoutRequest> = {}, isExecuteRequested = true) {
      const asked = { mandate: mandateId, url: SHOP, ...request };
      return must(
        await startCheckout(kit, first.driver, agentId, asked, {
          key: `r${(keys += 1)}`,
          isExecuteRequested,
        }),
      );
    },
    /** A new worker reads the books from their beginning, as after a crash. */
    async restart() {
      const checkpoints = { store: createMemoryCheckpointStore(), every: 128 };
      const book = createBook({
        store,
        clock: kit.clock,
        sponsor: () => Promise.resolve('0xoperator'),
        checkpoints,
      });
      await book.open();
      await nextTurn();
      return startWorker({ ...kit, book });
    },
  };
}
