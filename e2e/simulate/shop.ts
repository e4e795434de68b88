import type { FakeNetwork } from '../../lib/adapters/issuers/fake/fake-card-issuer.ts';
import { money, type Money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { openSecret } from '../../lib/kernel/secret.ts';
import type { FillOutcome, PageDriver, TabSight } from '../../lib/ports/page-driver.ts';
import type { Random, Scheduler } from './scheduler.ts';

/** What a shop does once Pay was pressed, and before. */
const MANNERS = [
  'sells', 'sells', 'sells', 'declines', 'checks_first', 'says_nothing', 'spoofs', 'charges_twice', 'charges_more',
  'thief', 'charges_late', 'never_charges', 'closes_tab', 'wall_before', 'wall_after',
] as const; // prettier-ignore

interface Tab {
  readonly id: number;
  readonly manner: (typeof MANNERS)[number];
  total: number;
  isOpen: boolean;
  documents: number;
  cardNumber: string | undefined;
  pressed: number;
  pressedIn?: string;
  shows: 'form' | 'confirmation' | 'declined' | 'nothing';
  wall: boolean;
}

export const SHOP = 'https://shop.example/checkout';
const RECT = { x: 10, y: 10, width: 200, height: 30 };
const CHALLENGE = {
  vendor: 'recaptcha',
  isAsking: true,
  hasBox: true,
  answer: 'empty' as const,
  isInPath: true,
  mayPassAlone: false,
  shownForMs: 10_000,
  detail: 'challenge',
};
const usd = (minor: number): Money => money(minor, 'USD');

/** Tabs with shops in them. They outlive the worker, as tabs do. */
export function createShops(random: Random, network: FakeNetwork) {
  const tabs = new Map<number, Tab>();
  const later: (() => void)[] = [];

  const charge = (tab: Tab, minor: number) =>
    tab.cardNumber === undefined ? undefined : network.authorize(tab.cardNumber, usd(minor), 'SHOP EXAMPLE');

  function pay(tab: Tab): void {
    tab.pressed += 1;
    if (tab.manner === 'spoofs') {
      tab.shows = 'confirmation';
      return;
    }
    if (tab.manner === 'never_charges') {
      tab.shows = 'nothing';
      return;
    }
    if (tab.manner === 'charges_late') {
      tab.shows = 'nothing';
      later.push(() => {
        const charged = charge(tab, tab.total);
        if (charged?.status === 'pending') tab.shows = 'confirmation';
      });
      return;
    }
    if (tab.manner === 'checks_first') charge(tab, random.pick([0, 100]));
    if (tab.manner === 'declines' || tab.manner === 'charges_more') {
      charge(tab, tab.total + 1_000_000);
      tab.shows = 'declined';
      return;
    }
    const charged = charge(tab, tab.total);
    if (tab.manner === 'charges_twice') charge(tab, tab.total);
    if (tab.manner === 'closes_tab') tab.isOpen = false;
    if (tab.manner === 'wall_after') tab.wall = true;
    if (tab.manner === 'says_nothing') tab.shows = 'nothing';
    else tab.shows = charged?.status === 'pending' ? 'confirmation' : 'declined';
  }

  const documentOf = (tab: Tab) => `doc-${tab.id}-${tab.documents}`;

  function sightOf(tab: Tab): TabSight {
    const isForm = tab.shows === 'form';
    const field = (ref: string, token: 'cc-number' | 'cc-csc' | 'cc-exp') => ({
      ref,
      token,
      section: 'card' as const,
      confidence: 1,
      signals: [],
      control: 'text' as const,
      label: token,
      required: true,
      isFilled: tab.cardNumber !== undefined,
      decoy: null,
      rect: RECT,
    });
    const top = {
      frameId: 0,
      documentId: documentOf(tab),
      origin: 'https://shop.example',
      url: SHOP,
      parentFrameId: -1,
      reading: {
        url: SHOP,
        title: 'Checkout',
        lang: 'en',
        viewport: { width: 1280, height: 720, scale: 1 },
        isLoading: false,
        pressed: tab.pressedIn === documentOf(tab) ? 'button pay' : null,
        fields: isForm ? [field('n', 'cc-number'), field('c', 'cc-csc'), field('e', 'cc-exp')] : [],
        lines: [{ title: 'Paper', quantity: 1, amount: usd(tab.total) }],
        amounts: [],
        total: { status: 'read' as const, amount: usd(tab.total) },
        submit: isForm
          ? { ref: 'p', label: 'Pay', fingerprint: 'button pay', isEnabled: true, rect: RECT }
          : null,
        proceed: null,
        cardMethod: null,
        formAction: null,
        consents: [],
        recurringWording: null,
        step: null,
        cartProblems: [],
        frames: [],
        evidence: {
          headlines: tab.shows === 'confirmation' ? ['Thank you for your order'] : [],
          words: '',
          checks: tab.wall ? [CHALLENGE] : [],
          alerts: tab.shows === 'declined' ? ['The card was declined.'] : [],
          orderReferences:
            tab.shows === 'confirmation' ? [{ reference: `O-${tab.id}`, context: 'Thank you' }] : [],
          signals: [],
        },
      },
    };
    return { tabId: tab.id, top, frames: [top] };
  }

  const gone = { ok: false as const, error: { kind: 'tab_gone' as const } };
  const moved = { ok: false as const, error: { kind: 'document_changed' as const } };
  const tabOf = (id: number) => {
    const tab = tabs.get(id);
    return tab?.isOpen ? tab : undefined;
  };

  /** The hands and eyes of one life of the worker. */
  const driverFor = (scheduler: Scheduler): PageDriver => ({
    openedBy: () => Promise.resolve([]),
    async open() {
      await scheduler.gate();
      const id = tabs.size + 1;
      const manner = random.pick(MANNERS);
      tabs.set(id, {
        id,
        manner,
        total: random.pick([80, 999, 1_500, 2_000, 3_300]),
        isOpen: true,
        documents: 1,
        cardNumber: undefined,
        pressed: 0,
        shows: 'form',
        wall: manner === 'wall_before',
      });
      await scheduler.gate();
      return { tabId: id };
    },
    find: () => Promise.resolve([]),
    async isOpen(id) {
      await scheduler.gate();
      return tabOf(id) !== undefined;
    },
    async read(id) {
      await scheduler.gate();
      const tab = tabOf(id);
      return tab ? ok(sightOf(tab)) : gone;
    },
    async fill(id, orders) {
      await scheduler.gate();
      const tab = tabOf(id);
      if (!tab) return gone;
      const outcomes = new Map<string, FillOutcome>();
      for (const { frameId, ref, token, value } of orders) {
        if (token === 'cc-number') tab.cardNumber = openSecret(value);
        outcomes.set(`${frameId}|${ref}`, 'kept');
      }
      // A page that reads the number while it waits for an approval tries it at once.
      if (tab.manner === 'thief') charge(tab, tab.total);
      await scheduler.gate();
      return ok(outcomes);
    },
    async clear(id) {
      await scheduler.gate();
      const tab = tabOf(id);
      if (tab && tab.pressed === 0) tab.cardNumber = undefined;
    },
    async press(id, { documentId }) {
      await scheduler.gate();
      const tab = tabOf(id);
      if (!tab) return gone;
      if (documentId !== documentOf(tab)) return moved;
      tab.pressedIn = documentId;
      pay(tab);
      await scheduler.gate();
      return ok('pressed' as const);
    },
    picture: async () => {
      await scheduler.gate();
      return undefined;
    },
    showHolder: () => Promise.resolve(),
    focus: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });

  /** Something that a page or a human does to a tab on its own. */
  function stir(): void {
    const open = [...tabs.values()].filter(({ isOpen }) => isOpen);
    if (open.length === 0) return;
    const tab = random.pick(open);
    switch (random.below(5)) {
      case 0:
        if (tab.pressed === 0) tab.total += random.pick([-50, 100]);
        return;
      case 1:
        tab.documents += 1;
        return;
      case 2:
        if (random.chance(0.2)) tab.isOpen = false;
        return;
      case 3:
        tab.wall = false;
        return;
      default:
        later.shift()?.();
    }
  }

  return {
    driverFor,
    stir,
    /** Nothing more happens by itself: walls are passed, late charges are made. */
    settle() {
      tabs.forEach((tab) => {
        tab.wall = false;
      });
      later.splice(0).forEach((charge) => charge());
    },
    tabs: () => [...tabs.values()],
  };
}
