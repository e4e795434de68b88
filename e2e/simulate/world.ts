import { createFakeCardIssuer } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { createMemoryCheckpointStore } from '../../lib/adapters/storage/fake/memory-checkpoint-store.ts';
import { createMemoryLedgerStore } from '../../lib/adapters/storage/fake/memory-ledger-store.ts';
import { createCard } from '../../lib/app/agent/create-card.ts';
import { closeCard } from '../../lib/app/close-card.ts';
import { requestAccess } from '../../lib/app/agent/request-access.ts';
import { requestMandate } from '../../lib/app/agent/request-mandate.ts';
import { startCheckout } from '../../lib/app/agent/start-checkout.ts';
import { findBrokenInvariants } from '../../lib/app/book-invariants.ts';
import { createBook } from '../../lib/app/book.ts';
import { advance } from '../../lib/app/checkout-step.ts';
import { createCheckoutDriver, type CheckoutDriver } from '../../lib/app/checkout/drive-checkout.ts';
import { endCheckout } from '../../lib/app/checkout/end-checkout.ts';
import { keepPromises } from '../../lib/app/keep-promises.ts';
import { PATIENCE, type Kit } from '../../lib/app/kit.ts';
import { approveCheckout, rejectCheckout } from '../../lib/app/operator/answer-preview.ts';
import { decideAgentAccess } from '../../lib/app/operator/decide-agent-access.ts';
import { fundWallet } from '../../lib/app/operator/fund-wallet.ts';
import { leavePage, returnPage, takePage } from '../../lib/app/operator/hold-page.ts';
import { reversePayment } from '../../lib/app/operator/reverse-payment.ts';
import { changeMandate, signMandate } from '../../lib/app/operator/sign-mandate.ts';
import { stopEverything } from '../../lib/app/operator/stop-everything.ts';
import { isTerminal } from '../../lib/domain/checkout/checkout.ts';
import type { AgentId, MandateId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import type { AgentKey, Documents } from '../../lib/ports/documents.ts';
import type { CheckpointStore } from '../../lib/ports/checkpoint-store.ts';
import type { LedgerStore } from '../../lib/ports/ledger-store.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import { createFlakyIssuer, type Weather } from './flaky-issuer.ts';
import { createRandom, createScheduler, drain, type Random, type Scheduler } from './scheduler.ts';
import { createShops } from './shop.ts';
import { SHOP } from './sight.ts';

const STEPS = 260;
const REST_STEPS = 4_000;
const TICK_MS = 30_000;
const usd = (minor: number | bigint) => money(minor, 'USD');

/** Something that must never be, with the step at which it was seen. */
export interface Violation {
  readonly step: number;
  readonly what: string;
}

/** Lays faults into the core's surroundings that the simulation must find. */
export interface Plant {
  readonly store?: (store: LedgerStore) => LedgerStore;
  readonly checkpoints?: (store: CheckpointStore) => CheckpointStore;
  readonly kit?: (kit: Kit) => Kit;
}

/** Lets the scheduler in before and after: a worker may die between the durable write and the line after it. */
async function through<T>(scheduler: Scheduler, work: () => Promise<T>): Promise<T> {
  await scheduler.gate();
  const done = await work();
  await scheduler.gate();
  return done;
}

const gated = (store: LedgerStore, scheduler: Scheduler): LedgerStore => ({
  append: (drafts, expected) => through(scheduler, () => store.append(drafts, expected)),
  readAll: (after, limit) => through(scheduler, () => store.readAll(after, limit)),
  load: (stream) => through(scheduler, () => store.load(stream)),
});

const gatedCheckpoints = (store: CheckpointStore, scheduler: Scheduler): CheckpointStore => ({
  load: () => through(scheduler, () => store.load()),
  save: (draft) => through(scheduler, () => store.save(draft)),
  clear: () => through(scheduler, () => store.clear()),
});

function memoryDocuments(): Documents {
  const keys = new Map<string, AgentKey>();
  return {
    profile: () => Promise.resolve(undefined),
    profileSavedAt: () => Promise.resolve(undefined),
    agentKey: (id: string) => Promise.resolve(keys.get(id)),
    saveAgentKey: (key: AgentKey) => Promise.resolve(void keys.set(key.agentId, key)),
    forgetAgentKey: (id: string) => Promise.resolve(void keys.delete(id)),
    browserProfileId: () => Promise.resolve('0'.repeat(16)),
    picture: () => Promise.resolve(undefined),
    savePicture: () => Promise.resolve(),
    pictureIds: () => Promise.resolve([]),
  } as unknown as Documents;
}

interface Life {
  readonly kit: Kit;
  readonly driver: CheckoutDriver;
  isUp: boolean;
}

/** One world under one seed: an agent, an operator, shops, an issuer, a clock and workers that die. */
export async function runSeed(
  seed: number,
  plant: Plant = {},
  trace: (line: string) => void = () => undefined,
): Promise<Violation[]> {
  const random = createRandom(seed);
  const scheduler = createScheduler(random);
  const fake = createFakeCardIssuer();
  const shops = createShops(random, fake.network);
  const memory = createMemoryLedgerStore();
  const store = plant.store?.(memory) ?? memory;
  const checkpoints = plant.checkpoints?.(createMemoryCheckpointStore()) ?? createMemoryCheckpointStore();
  const documents = memoryDocuments();
  const weather: Weather = { isCalm: false };
  const issuer = createFlakyIssuer(fake, random, scheduler, weather);
  const violations: Violation[] = [];
  let step = 0;
  let made = 0;
  let asked = 0;
  let locked = false;
  const see = (what: string) => void (violations.length < 20 && violations.push({ step, what }));

  function begin(): Life {
    const clock = {
      now: scheduler.now,
      nextId: (prefix: string) => `${prefix}_${String((made += 1)).padStart(26, '0')}`,
      wait: (ms: number) => scheduler.wait(ms),
    };
    const book = createBook({
      store: gated(store, scheduler),
      clock,
      sponsor: () => Promise.resolve('0xoperator'),
      checkpoints: { store: gatedCheckpoints(checkpoints, scheduler), every: 7 },
    });
    const bare: Kit = {
      book,
      ledger: store,
      clock,
      issuer,
      documents,
      pages: shops.driverFor(scheduler),
      signer: {
        state: () => Promise.resolve(locked ? 'locked' : 'unlocked'),
        address: () => Promise.resolve('0xoperator'),
        digestOf: (terms: { mandateId: string; version: number }) => `${terms.mandateId}.${terms.version}`,
        sign: (terms: { mandateId: string; version: number }) =>
          Promise.resolve(
            ok({ digest: `${terms.mandateId}.${terms.version}`, signature: 's', signer: '0xoperator' }),
          ),
        verify: () => Promise.resolve(true),
      } as unknown as Kit['signer'],
      human: {
        call: () => Promise.resolve(),
        tell: () => Promise.resolve(),
        markCheckout: () => Promise.resolve(),
        refresh: () => undefined,
      },
      sites: {
        coversEvery: () => Promise.resolve(true),
        coversPattern: () => Promise.resolve(true),
        covers: () => Promise.resolve(true),
      },
      patience: () => Promise.resolve(PATIENCE),
      scope: { providers: [], plainHttpHosts: [] },
      reach: () => scheduler.gate(),
    };
    const kit = plant.kit?.(bare) ?? bare;
    const driver = createCheckoutDriver(kit, (fault) =>
      see(`fault: ${fault instanceof Error ? fault.message : String(fault)}`),
    );
    const life: Life = { kit, driver, isUp: false };
    book.onChange((events) => {
      for (const event of events) trace(`${step} ${JSON.stringify(event, asText)}`);
      for (const { rule, detail } of findBrokenInvariants(book.state())) see(`rule ${rule}: ${detail}`);
      for (const tab of shops.tabs())
        if (tab.pressed > 1) see(`rule 23: Pay was pressed ${tab.pressed} times`);
    });
    spawn(
      book
        .open()
        .then(() => driver.resumeAll(true))
        .then(() => {
          // Nobody is served before (entrypoints/background).
          life.isUp = true;
        }),
    );
    return life;
  }

  function spawn(work: Promise<unknown>): void {
    work.catch((fault: unknown) => see(`threw: ${fault instanceof Error ? fault.message : String(fault)}`));
  }

  let life = begin();
  const rest = async (most: number) => {
    for (let count = 0; count < most; count += 1) {
      await drain();
      if (scheduler.isIdle()) return;
      scheduler.step();
    }
  };
  await rest(200);
  const { agentId, mandates } = await foundEverything(life.kit, random, rest);

  function agentMove(): void {
    const { kit, driver } = life;
    const mandate = random.pick(mandates);
    const runs = kit.book.state().checkouts.values();
    // Sometimes the same key again: a client that lost the answer.
    const key = `k${random.chance(0.2) ? random.below(asked + 1) : (asked += 1)}`;
    switch (random.below(6)) {
      case 0:
      case 1: {
        const card = kit.book
          .state()
          .cards.values()
          .find(
            ({ status, checkoutId, mandateId }) =>
              status === 'inactive' && !checkoutId && mandateId === mandate,
          );
        const request = { mandate, url: SHOP, ...(card && random.chance(0.5) && { card: card.id }) };
        return spawn(
          startCheckout(kit, driver, agentId, request, { key, isExecuteRequested: random.chance(0.7) }),
        );
      }
      case 2:
        return spawn(
          createCard(kit, agentId, { mandate, amount: random.pick(['20.00', '33.00', '9.99']) }, key),
        );
      case 3: {
        const card = kit.book.state().cards.values()[0];
        return card && spawn(closeCard(kit, card, 'closed_by_agent'));
      }
      case 4: {
        const run = runs.length > 0 ? random.pick(runs) : undefined;
        if (run && !run.isExecuteRequested && !isTerminal(run))
          spawn(
            advance(kit, { type: 'execution-requested', checkoutId: run.id }).then(() => driver.poke(run.id)),
          );
        return;
      }
      default: {
        const run = runs.length > 0 ? random.pick(runs) : undefined;
        if (run && random.chance(0.3))
          spawn(
            endCheckout(kit, run.id, { type: 'checkout-cancelled', by: 'agent', code: 'c', message: 'm' }),
          );
      }
    }
  }

  function operatorMove(): void {
    const { kit, driver } = life;
    const runs = kit.book.state().checkouts.values();
    const run = runs.length > 0 ? random.pick(runs) : undefined;
    if (run?.status === 'awaiting_approval') {
      spawn(
        random.chance(0.8)
          ? approveCheckout(kit, driver, run.id, run.intentHash!, random.chance(0.3))
          : rejectCheckout(kit, run.id),
      );
      return;
    }
    if (run?.status === 'handoff') {
      const choice = random.below(3);
      if (choice === 0) return spawn(takePage(kit, run.id));
      return spawn(choice === 1 ? returnPage(kit, driver, run.id) : leavePage(kit, driver, run.id));
    }
    if (run?.status === 'outcome_unknown' && random.chance(0.5)) {
      const said = random.pick(['went_through', 'failed'] as const);
      return spawn(
        advance(kit, { type: 'outcome-stated', checkoutId: run.id, said }).then(() => driver.poke(run.id)),
      );
    }
    if (run?.status === 'succeeded' && !run.settled && random.chance(0.2))
      return spawn(reversePayment(kit, run.id));
    const mandate = random.pick(mandates);
    const chance = random.next();
    if (chance < 0.03) return spawn(stopEverything(kit));
    if (chance < 0.08) return spawn(changeMandate(kit, mandate, 'pause'));
    if (chance < 0.3) return spawn(changeMandate(kit, mandate, 'resume'));
    if (chance < 0.32) return spawn(changeMandate(kit, mandate, 'revoke'));
    if (chance < 0.4) return spawn(fundWallet(kit, usd(500), `later-${random.below(3)}`));
    if (chance < 0.45) locked = !locked;
  }

  async function networkMove(isFinal: boolean): Promise<void> {
    const cards = life.kit.book
      .state()
      .cards.values()
      .filter(({ issuerToken }) => issuerToken);
    const card = cards.length > 0 ? random.pick(cards) : undefined;
    if (!card?.issuerToken) return;
    const rows = await fake.issuer.transactionsOf(card.issuerToken);
    const row = rows.ok && rows.value.length > 0 ? random.pick(rows.value) : undefined;
    if (row?.kind === 'debit' && row.status !== 'declined' && row.authorized.minor > 0n) {
      const { minor } = row.authorized;
      const choice = random.below(isFinal ? 4 : 9);
      if (choice <= 2)
        fake.network.capture(row.id, usd(random.pick([minor, minor / 2n, minor / 3n, (minor * 6n) / 5n])));
      else if (choice === 3) fake.network.reverse(row.id);
      else if (choice === 4) fake.network.expire(row.id);
      else if (choice <= 6) fake.network.refund(row.id, usd(random.pick([minor, minor / 3n])));
      return;
    }
    const revealed = await fake.issuer.reveal(card.issuerToken);
    if (isFinal || !revealed.ok || !random.chance(0.08)) return;
    const { number } = openSecret(revealed.value);
    if (random.chance(0.5)) fake.network.forcePost(number, usd(300), 'FORCED');
    else fake.network.credit(number, usd(250), 'CREDIT');
  }

  for (step = 1; step <= STEPS; step += 1) {
    await drain();
    const chance = random.next();
    if (chance < 0.62 && !scheduler.isIdle()) scheduler.step();
    else if (chance < 0.78) scheduler.leap(random.pick([0, 0, 100, 5_000]));
    else if (!life.isUp) scheduler.leap(0);
    else if (chance < 0.84) agentMove();
    else if (chance < 0.89) operatorMove();
    else if (chance < 0.93) shops.stir();
    else if (chance < 0.97) await networkMove(false);
    else if (chance < 0.98) spawn(keepPromises(life.kit, life.driver));
    else if (chance < 0.985) scheduler.jump(random.pick([-60_000, 60_000, 700_000]));
    else if (chance < 0.995) {
      trace(`${step} the worker dies`);
      scheduler.crash();
      life = begin();
    }
  }
  await comeToRest();
  return violations;

  /** All lines hold, walls are passed, every hold at the network ends: then every cent must be where it belongs. */
  async function comeToRest(): Promise<void> {
    weather.isCalm = true;
    locked = false;
    // Who was let go on in the last step must stop before the crash, or two workers would live.
    await drain();
    scheduler.crash();
    life = begin();
    for (let round = 0; round < 40 && !(life.isUp && isAtRest(life.kit)); round += 1) {
      shops.settle();
      if (round > 2) await endHolds();
      await rest(REST_STEPS);
      scheduler.leap(TICK_MS * (round > 6 ? 60 : 2));
      await rest(REST_STEPS);
      if (life.isUp) spawn(keepPromises(life.kit, life.driver));
      await rest(REST_STEPS);
      // What no page and no issuer can tell, the operator says in the end.
      for (const run of life.kit.book.state().checkouts.values())
        if (round > 10 && run.status === 'outcome_unknown' && run.said !== 'went_through')
          spawn(advance(life.kit, { type: 'outcome-stated', checkoutId: run.id, said: 'went_through' }));
      await rest(REST_STEPS);
    }
    const { kit } = life;
    const state = kit.book.state();
    for (const run of state.checkouts.values())
      if (!isTerminal(run)) see(`rule 32: ${run.id} never left ${run.status}`);
    for (const card of state.cards.values())
      if (['requested', 'armed', 'unknown', 'used'].includes(card.status))
        see(`rule 22: ${card.id} stays ${card.status}`);
    for (const mandate of state.mandates.values())
      for (const hold of mandate.holds.values())
        if (hold.status === 'open' && !isUnusedCard(kit, hold.id))
          see(`rule 22: ${hold.id} is never resolved`);
    const waiting = state.cards.values().filter(({ status }) => status === 'inactive');
    for (const token of fake.openCards())
      if (!waiting.some(({ issuerToken }) => issuerToken === token))
        see(`rule 22: ${token} stays open at the issuer`);
    const balance = await fake.issuer.balance('USD');
    const of = (account: string) => state.balances.accounts.get(`${account}|USD`) ?? 0n;
    const reserved = state.mandates.values().reduce((sum, one) => sum + one.reserved.minor, 0n);
    const ours = of('wallet:available') + reserved + of('suspense:credits') + of('external:overdraft');
    if (balance.ok && balance.value.minor !== ours && violations.length === 0)
      see(`rule 34: the issuer holds ${balance.value.minor}, the books say ${ours}`);
    const again = createBook({ store, clock: kit.clock, sponsor: () => Promise.resolve(undefined) });
    await again.open();
    if (JSON.stringify(again.state(), asText) !== JSON.stringify(state, asText))
      see('rule 4: a replay gives another state');
  }

  async function endHolds(): Promise<void> {
    for (const card of life.kit.book.state().cards.values()) {
      const rows = card.issuerToken ? await fake.issuer.transactionsOf(card.issuerToken) : undefined;
      if (!rows?.ok) continue;
      for (const row of rows.value)
        if (row.status === 'pending') {
          if (random.chance(0.7) && row.authorized.minor > 100n) fake.network.capture(row.id, row.authorized);
          else fake.network.reverse(row.id);
        }
    }
  }
}

const asText = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);

/** A card that an agent made and has not used yet may wait, with its hold. */
function isUnusedCard(kit: Kit, holdId: string): boolean {
  return kit.book
    .state()
    .cards.values()
    .some((card) => card.holdId === holdId && card.status === 'inactive' && !card.checkoutId);
}

function isAtRest({ book }: Kit): boolean {
  const { checkouts, cards } = book.state();
  return (
    checkouts.values().every(isTerminal) &&
    cards.values().every(({ status }) => ['settled', 'failed', 'inactive'].includes(status))
  );
}

/** The operator funds the wallet, lets an agent in and signs two mandates, before anything goes wrong. */
async function foundEverything(
  kit: Kit,
  random: Random,
  rest: (most: number) => Promise<void>,
): Promise<{ agentId: AgentId; mandates: MandateId[] }> {
  const now = async <T>(work: Promise<T>): Promise<T> => {
    const done = work.then((value) => ({ value }));
    await rest(500);
    return (await done).value;
  };
  await now(kit.book.commit(() => ok([])));
  for (let tries = 0; tries < 50; tries += 1) {
    const funded = await now(fundWallet(kit, usd(random.pick([3_000, 6_000, 20_000])), 'first'));
    if (funded.ok) break;
  }
  const agent = await now(requestAccess(kit, { name: 'agent', key: 'a'.repeat(64) }));
  if (!agent.ok) throw new Error('no access');
  await now(decideAgentAccess(kit, agent.value, { type: 'approve' }));
  const mandates: MandateId[] = [];
  for (const index of [1, 2]) {
    const request = {
      amount: random.pick(['20.00', '50.00', '100.00']),
      currency: 'USD',
      purpose: 'paper for the office',
      merchants: ['shop.example'],
      expires: '30d',
      workflow: `w${index}`,
      ...(random.chance(0.4) && { ask_above: '1.00' }),
      ...(random.chance(0.3) && { max_payments: 2 }),
      ...(random.chance(0.2) && { tolerance: '1.00' }),
    };
    const requested = await now(requestMandate(kit, agent.value, request, `m${index}`));
    if (!requested.ok) throw new Error('no mandate');
    const { terms } = kit.book.state().mandates.get(requested.value)!;
    await now(signMandate(kit, requested.value, kit.signer.digestOf(terms)));
    mandates.push(requested.value);
  }
  return { agentId: agent.value, mandates };
}
