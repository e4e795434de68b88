import type { AgentId, CheckoutId, ChoiceId, MandateId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import type { CheckoutView, MandateView, OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';

/** When the pictures are taken. */
export const GALLERY_NOW = Date.UTC(2026, 4, 14, 12, 2, 0);
const NOW = GALLERY_NOW;
const MINUTE = 60_000;
const usd = (minor: number) => money(minor, 'USD');
const id = <T>(text: string) => text as T;

const mandate: MandateView = {
  id: id<MandateId>('mand_0123456789abcdef'),
  status: 'active',
  agentId: id<AgentId>('agt_approved89abcdef0'),
  agentName: 'Desk agent',
  purpose: 'Restock paper and pens for the second quarter.',
  workflow: 'Office supplies',
  budget: usd(15_000),
  remaining: usd(7_510),
  reserved: usd(2_490),
  spent: usd(5_000),
  version: 1,
  allowedMerchants: [],
  revision: null,
  merchants: ['shop.example', 'papeterie.example'],
  struct: [
    { name: 'mandateId', value: '"mand_0123456789abcdef"' },
    { name: 'version', value: '"1"' },
    { name: 'budget', value: '"15000"' },
  ],
  missingSites: [],
  expiresAt: Date.UTC(2026, 5, 30, 23, 59),
  digest: `0x${'7f3a91c20b5d'.repeat(6).slice(0, 64)}`,
  terms: [
    { key: 'budget', value: '', amount: usd(15_000) },
    { key: 'perPayment', value: '', amount: usd(4_000) },
    { key: 'askAbove', value: '', amount: usd(2_500) },
    { key: 'recurring', value: 'false', amount: null },
    { key: 'maxPayments', value: '10', amount: null },
    { key: 'merchants', value: 'shop.example, papeterie.example', amount: null },
    { key: 'expiresAt', value: '2026-06-30T23:59:00.000Z', amount: null },
    { key: 'workflow', value: 'Office supplies', amount: null },
    { key: 'mandateId', value: 'mand_0123456789abcdef v1', amount: null },
  ],
};

const step = (name: string, minutes: number) => ({ name, at: NOW + minutes * MINUTE });

const checkout: CheckoutView = {
  id: id<CheckoutId>('chk_0123456789abcdef'),
  mandateId: mandate.id,
  mandatePurpose: mandate.purpose,
  agentName: 'Desk agent',
  status: 'awaiting_approval',
  host: 'www.shop.example',
  merchant: 'shop.example',
  collectors: ['js.stripe.com'],
  total: usd(2_490),
  previousTotal: null,
  changed: [],
  asks: ['new_merchant'],
  lines: [
    { title: 'Copy paper A4, 80 g', quantity: 2, amount: usd(1_380) },
    { title: 'Gel pen, black, 10 pack', quantity: 1, amount: usd(615) },
  ],
  amounts: [
    { kind: 'shipping', amount: usd(495) },
    { kind: 'total', amount: usd(2_490) },
  ],
  fields: [
    { number: 1, label: 'Email', token: 'email', outcome: 'kept' },
    { number: 2, label: 'Full name', token: 'name', outcome: 'kept' },
    { number: 3, label: 'Address', token: 'address-line1', outcome: 'kept' },
    { number: 4, label: 'Card number', token: 'cc-number', outcome: 'kept' },
  ],
  warnings: [],
  isRecurring: false,
  looksLike: null,
  shipTo: 'Springfield, US',
  card: { status: 'inactive', last4: '4821', limit: usd(2_490) },
  mandateBefore: usd(10_000),
  mandateAfter: usd(7_510),
  intentHash: 'a'.repeat(64),
  answerBy: NOW + 9 * MINUTE,
  hasPicture: true,
  handoff: null,
  lost: null,
  said: null,
  receipt: null,
  took: usd(0),
  returned: null,
  refunded: null,
  excess: [],
  isExcessBack: true,
  declinedAttempts: 0,
  reason: null,
  steps: [
    step('created', -2),
    step('preparing', -2),
    step('reserved', -1.9),
    step('minted', -1.8),
    step('filling', -1.7),
    step('previewed', -0.5),
    step('awaiting_approval', -0.4),
  ],
};

const base: OperatorSnapshot = {
  revision: 7,
  now: NOW,
  vault: 'unlocked',
  isReadOnly: false,
  seal: 'quiet harbour',
  lastStop: null,
  issuer: { kind: 'sandbox', baseUrl: 'http://issuer.localhost:4410' },
  setup: { issuer: true, deposit: true, profile: true },
  sites: 'every',
  wallet: { available: usd(41_260), reserved: usd(6_490), spent: usd(52_250), funded: usd(100_000) },
  fundsAlert: { below: usd(1_000), isLow: false },
  agents: [],
  mandates: [mandate],
  checkouts: [],
  choices: [],
  queue: [],
};

const paid: CheckoutView = {
  ...checkout,
  id: id<CheckoutId>('chk_paid456789abcdef'),
  status: 'succeeded',
  card: { status: 'closed', last4: '4821', limit: usd(2_490) },
  receipt: {
    orderRef: 'SE-2026-004417',
    amount: usd(2_490),
    authorizationId: '9b7d0b0e-55a0-4a6e-8ed9-6a2f7c1a6b77',
    cardLast4: '4821',
  },
  took: usd(2_480),
  returned: usd(10),
  steps: [...checkout.steps, step('submitting', 0), step('succeeded', 0.2)],
};
const refused: CheckoutView = {
  ...checkout,
  id: id<CheckoutId>('chk_refused6789abcde'),
  status: 'refused',
  merchant: 'gadget-deals.example',
  host: 'gadget-deals.example',
  card: null,
  total: usd(8_900),
  reason: {
    code: 'merchant_not_in_mandate',
    message: 'gadget-deals.example is not a merchant of this mandate (shop.example).',
  },
  steps: [step('created', -60), step('refused', -60)],
};
const handoff: CheckoutView = {
  ...checkout,
  status: 'handoff',
  handoff: {
    kind: '3ds',
    detail: 'the bank asks for confirmation',
    phase: 'after_pay',
    expiresAt: NOW + 9.7 * MINUTE,
    holder: 'nobody',
  },
  steps: [...checkout.steps, step('submitting', 0), step('processing', 0), step('handoff', 0.1)],
};
const withItem = (kind: OperatorSnapshot['queue'][number]['kind'], one: CheckoutView): OperatorSnapshot => ({
  ...base,
  checkouts: [refused, paid, one],
  queue: [{ kind, id: one.id }],
});
const LONG = 'Rollenpapier für Großformatdrucker, 914 mm × 50 m, 90 g/m², holzfrei, 4 Rollen im Karton';

/** Every screen of the operator, by name. */
export const SNAPSHOTS: Readonly<Record<string, OperatorSnapshot>> = {
  create: {
    ...base,
    vault: 'missing',
    setup: { issuer: false, deposit: false, profile: false },
    mandates: [],
  },
  locked: { ...base, vault: 'locked', queue: [{ kind: 'preview', id: checkout.id }], checkouts: [checkout] },
  issuer: { ...base, setup: { issuer: false, deposit: false, profile: false } },
  deposit: {
    ...base,
    setup: { issuer: true, deposit: false, profile: false },
    wallet: { available: usd(0), reserved: usd(0), spent: usd(0), funded: usd(0) },
  },
  profile: { ...base, setup: { issuer: true, deposit: true, profile: false } },
  sites: { ...base, sites: 'undecided' },
  empty: { ...base, mandates: [] },
  idle: {
    ...base,
    mandates: [
      mandate,
      { ...mandate, id: id<MandateId>('mand_paused6789abcdef'), status: 'paused', workflow: 'Train tickets' },
    ],
    checkouts: [refused, paid],
    agents: [
      {
        id: id<AgentId>('agt_approved89abcdef0'),
        name: 'Desk agent',
        status: 'approved',
        code: '',
        expiresAt: 0,
        stoppedBy: null,
        isOftenRefused: false,
      },
    ],
  },
  agent: {
    ...base,
    agents: [
      {
        id: id<AgentId>('agt_0123456789abcdef'),
        name: 'Desk agent',
        status: 'requested',
        code: 'K7Q-42M',
        expiresAt: NOW + 1.5 * MINUTE,
        stoppedBy: null,
        isOftenRefused: false,
      },
    ],
    queue: [{ kind: 'agent', id: 'agt_0123456789abcdef' }],
  },
  'stopped-agent': {
    ...base,
    agents: [
      {
        id: id<AgentId>('agt_0123456789abcdef'),
        name: 'Desk agent',
        status: 'stopped',
        code: 'K7Q-42M',
        expiresAt: 0,
        stoppedBy: { code: 'merchant_not_in_mandate', times: 5 },
        isOftenRefused: false,
      },
    ],
    queue: [{ kind: 'stopped_agent', id: 'agt_0123456789abcdef' }],
  },
  'low-funds': {
    ...base,
    wallet: { available: usd(660), reserved: usd(6_490), spent: usd(92_850), funded: usd(100_000) },
    fundsAlert: { below: usd(1_000), isLow: true },
  },
  sign: {
    ...base,
    mandates: [{ ...mandate, status: 'pending_signature' }],
    queue: [{ kind: 'mandate', id: mandate.id }],
  },
  'sign-all': {
    ...base,
    mandates: [
      {
        ...mandate,
        status: 'pending_signature',
        terms: [
          { key: 'budget', value: '', amount: usd(15_000) },
          { key: 'perPayment', value: '', amount: usd(4_000) },
          { key: 'perDay', value: '', amount: usd(5_000) },
          { key: 'perWeek', value: '', amount: usd(9_000) },
          { key: 'maxPayments', value: '10', amount: null },
          { key: 'minimumIntervalMs', value: '3600000', amount: null },
          { key: 'hours', value: '1,2,3,4,5 540 1020 Europe/Berlin', amount: null },
          { key: 'hosts', value: 'www.shop.example', amount: null },
          { key: 'categories', value: '5943', amount: usd(3_000) },
          { key: 'products', value: 'copy paper', amount: null },
          { key: 'askAbove', value: '', amount: usd(2_500) },
          { key: 'recurring', value: 'false', amount: null },
          { key: 'workflow', value: 'Office supplies', amount: null },
          { key: 'mandateId', value: 'mand_0123456789abcdef v1', amount: null },
        ],
      },
    ],
    queue: [{ kind: 'mandate', id: mandate.id }],
  },
  'sign-revision': {
    ...base,
    mandates: [
      {
        ...mandate,
        revision: {
          version: 2,
          purpose: mandate.purpose,
          workflow: mandate.workflow,
          budget: usd(20_000),
          merchants: mandate.merchants,
          expiresAt: mandate.expiresAt,
          digest: mandate.digest,
          terms: mandate.terms,
          struct: mandate.struct,
        },
      },
    ],
    queue: [{ kind: 'mandate', id: mandate.id }],
  },
  choose: {
    ...base,
    choices: [
      {
        id: id<ChoiceId>('choice_0123456789abcdef'),
        status: 'awaiting_choice',
        agentName: 'Desk agent',
        workflow: 'Office supplies',
        expiresAt: NOW + 28 * MINUTE,
        options: [
          {
            label: 'Copy paper A4, 80 g',
            host: 'www.shop.example',
            merchant: 'shop.example',
            amount: usd(1_380),
          },
          { label: LONG, host: 'shop.papeterie.example', merchant: 'papeterie.example', amount: usd(4_000) },
        ],
      },
    ],
    queue: [{ kind: 'choice', id: 'choice_0123456789abcdef' }],
  },
  approve: withItem('preview', checkout),
  'approve-assumed': withItem('preview', { ...checkout, asks: ['new_merchant', 'assumed_currency'] }),
  'approve-changed': {
    ...withItem('preview', {
      ...checkout,
      total: usd(1_248_900),
      card: { status: 'inactive', last4: '4821', limit: usd(1_248_900) },
      previousTotal: usd(1_189_000),
      changed: ['total', 'amounts', 'deliveryDigest'],
      asks: ['above_ask_limit', 'changed'],
      warnings: ['ticked_save_card', 'punycode'],
      host: 'secure-checkout-eu.papierwaren-grosshandel.example',
      merchant: 'papierwaren-grosshandel.example',
      lines: [{ title: LONG, quantity: 1_200, amount: usd(948_000) }, ...checkout.lines],
      hasPicture: false,
    }),
    queue: [
      { kind: 'preview', id: checkout.id },
      { kind: 'mandate', id: mandate.id },
    ],
  },
  handoff: withItem('handoff', handoff),
  'handoff-held': withItem('handoff', {
    ...handoff,
    handoff: { ...handoff.handoff!, kind: 'captcha', phase: 'before_pay', holder: 'operator' },
    steps: [...checkout.steps.slice(0, 5), step('handoff', 0.1)],
  }),
  unknown: withItem('unknown', {
    ...checkout,
    status: 'outcome_unknown',
    lost: ['no_answer', 'Your order is being processed'],
    said: 'failed',
    card: { status: 'unknown', last4: '4821', limit: usd(2_490) },
    steps: [...checkout.steps, step('submitting', 0), step('processing', 0), step('outcome_unknown', 0.8)],
  }),
  running: { ...base, checkouts: [{ ...checkout, status: 'filling', steps: checkout.steps.slice(0, 5) }] },
  'read-only': { ...withItem('preview', checkout), isReadOnly: true },
  stopped: {
    ...base,
    mandates: [{ ...mandate, status: 'paused' }],
    lastStop: { at: NOW - 5 * MINUTE, runs: 1, cards: 0, mandates: 1, agents: 1, observed: [] },
  },
  warned: withItem('preview', {
    ...checkout,
    isRecurring: true,
    looksLike: 'shop.example',
    host: 'xn--shp-fna.example',
    merchant: 'xn--shp-fna.example',
    warnings: ['punycode', 'ticked_recurring', 'ticked_save_card', 'ticked_marketing'],
    collectors: ['js.stripe.com'],
  }),
  'open-mandate': { ...base, mandates: [{ ...mandate, allowedMerchants: ['papierwaren.example'] }] },
  paid: { ...base, checkouts: [refused, paid] },
  'paid-excess': {
    ...base,
    checkouts: [
      refused,
      {
        ...paid,
        took: usd(2_890),
        returned: usd(0),
        excess: [{ why: 'over_capture', amount: usd(400) }],
        isExcessBack: false,
      },
    ],
  },
  refused: { ...base, checkouts: [paid, refused] },
};
