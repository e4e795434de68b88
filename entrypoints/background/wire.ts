import { browser } from 'wxt/browser';
import { createBook } from '@/lib/app/book.ts';
import { lockPages } from '@/lib/app/checkout/page-lock.ts';
import { connectedIssuer, type OpenIssuer } from '@/lib/app/operator/connect-issuer.ts';
import { PATIENCE, type CrashPoint, type Kit, type Patience } from '@/lib/app/kit.ts';
import { createSystemClock } from '@/lib/adapters/clock/system-clock.ts';
import { createBrowserHuman } from '@/lib/adapters/human/browser-human.ts';
import { createLithicCardIssuer } from '@/lib/adapters/issuers/lithic/lithic-card-issuer.ts';
import { createStripeCardIssuer } from '@/lib/adapters/issuers/stripe/stripe-card-issuer.ts';
import { createBrowserSiteAccess } from '@/lib/adapters/site-access/browser-site-access.ts';
import { createTabPageDriver } from '@/lib/adapters/page-driver/tab-page-driver.ts';
import { createBrowserKeyValue } from '@/lib/adapters/signer/browser-key-value.ts';
import { createVaultSigner } from '@/lib/adapters/signer/vault-signer.ts';
import { createBrowserDocuments } from '@/lib/adapters/storage/browser-documents.ts';
import { createIdbCheckpointStore } from '@/lib/adapters/storage/idb-checkpoint-store.ts';
import { createIdbLedgerStore } from '@/lib/adapters/storage/idb-ledger-store.ts';
import { PROVIDERS } from '@/lib/domain/checkout/providers.ts';
import type { Scope } from '@/lib/domain/checkout/scope.ts';
import { ok, type Result } from '@/lib/kernel/result.ts';
import type { CardIssuer, IssuerRefusal } from '@/lib/ports/card-issuer.ts';
import type { Signer } from '@/lib/ports/signer.ts';
import type { OwnWindows } from './own-windows.ts';

/** The sandbox's hosts. Vite drops the branch from release builds, which a test of the built files holds. */
const SCOPE: Scope =
  import.meta.env.MODE === 'development'
    ? {
        providers: [
          ...PROVIDERS,
          {
            id: 'sandbox',
            hosts: ['pay.localhost'],
            pathPrefixes: ['/fields/', '/card-form'],
            hostedPages: { hosts: ['pay.localhost'], pathPrefixes: ['/pay/'] },
          },
        ],
        plainHttpHosts: ['shop.localhost', 'other.localhost', 'pay.localhost', '.zoo.localhost'],
      }
    : { providers: PROVIDERS, plainHttpHosts: [] };

/** Stops at a named point when a test put its name into session storage, until it says `goOn`. Development builds only. */
async function reach(point: CrashPoint): Promise<void> {
  if (import.meta.env.MODE !== 'development') return;
  const { crashAt } = await browser.storage.session.get('crashAt');
  if (crashAt !== point) return;
  await browser.storage.session.set({ crashAt: null, crashedAt: point });
  await new Promise<void>((resolve) => {
    browser.storage.session.onChanged.addListener(({ goOn }) => goOn && resolve());
  });
}

/** The usual deadlines; in development builds those that a test put into session storage, so that it sees them pass. */
async function patience(): Promise<Patience> {
  if (import.meta.env.MODE !== 'development') return PATIENCE;
  const { patience: scripted } = await browser.storage.session.get('patience');
  return { ...PATIENCE, ...(scripted as Partial<Patience> | undefined) };
}

/** Makes the adapter that speaks an issuer's dialect. The sandbox speaks Lithic's. */
export const openIssuer: OpenIssuer = ({ kind, baseUrl }, key) => {
  const apiKey = () => Promise.resolve(ok(key));
  return kind === 'stripe'
    ? createStripeCardIssuer({ baseUrl, apiKey })
    : createLithicCardIssuer({ baseUrl, apiKey });
};

/** The issuer that the operator connected, looked up at each call: it may be connected or changed at any time. */
function createChosenIssuer(signer: Signer): CardIssuer {
  const ask = async <T>(
    work: (issuer: CardIssuer) => Promise<Result<T, IssuerRefusal>>,
  ): Promise<Result<T, IssuerRefusal>> => {
    const issuer = await connectedIssuer({ signer }, openIssuer);
    return issuer.ok ? work(issuer.value) : issuer;
  };
  return {
    balance: (currency) => ask((issuer) => issuer.balance(currency)),
    deposit: (parameters) => ask((issuer) => issuer.deposit(parameters)),
    mint: (parameters) => ask((issuer) => issuer.mint(parameters)),
    reveal: (token) => ask((issuer) => issuer.reveal(token)),
    arm: (token) => ask((issuer) => issuer.arm(token)),
    freeze: (token) => ask((issuer) => issuer.freeze(token)),
    close: (token) => ask((issuer) => issuer.close(token)),
    transactionsOf: (token) => ask((issuer) => issuer.transactionsOf(token)),
    recourseOf: (id) => ask((issuer) => issuer.recourseOf(id)),
    reverse: (id) => ask((issuer) => issuer.reverse(id)),
  };
}

/** So many entries are folded in less time than a worker takes to start. */
const CHECKPOINT_EVERY = 128;

/** Puts the adapters together. Called once per life of the worker. */
export function wire(windows: OwnWindows): Kit {
  const clock = createSystemClock();
  const ledger = createIdbLedgerStore();
  const signer = createVaultSigner({
    local: createBrowserKeyValue('local'),
    session: createBrowserKeyValue('session'),
    now: clock.now,
  });
  const documents = createBrowserDocuments();
  const book = createBook({
    store: ledger,
    clock,
    sponsor: () => signer.address(),
    checkpoints: { store: createIdbCheckpointStore(), every: CHECKPOINT_EVERY },
  });
  return {
    clock,
    ledger,
    signer,
    documents,
    book,
    issuer: createChosenIssuer(signer),
    pages: lockPages(createTabPageDriver(clock), () => book.state().checkouts.live()),
    human: createBrowserHuman({
      onRefresh: (revision) => {
        // Nobody may be listening: surfaces read the snapshot when they open.
        browser.runtime.sendMessage({ type: 'operator.changed', input: { revision } }).catch(() => undefined);
      },
      raiseWindow: () => windows.raise('popup'),
      wait: (ms) => clock.wait(ms),
    }),
    sites: createBrowserSiteAccess(),
    scope: SCOPE,
    patience,
    reach,
  };
}
