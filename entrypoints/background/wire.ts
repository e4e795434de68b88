import { browser } from 'wxt/browser';
import { createBook } from '@/lib/app/book.ts';
import { lockPages } from '@/lib/app/checkout/page-lock.ts';
import { PATIENCE, type CrashPoint, type Kit, type Patience } from '@/lib/app/kit.ts';
import { createSystemClock } from '@/lib/adapters/clock/system-clock.ts';
import { createBrowserHuman } from '@/lib/adapters/human/browser-human.ts';
import { createLithicCardIssuer } from '@/lib/adapters/issuers/lithic/lithic-card-issuer.ts';
import { createBrowserSiteAccess } from '@/lib/adapters/site-access/browser-site-access.ts';
import { createTabPageDriver } from '@/lib/adapters/page-driver/tab-page-driver.ts';
import { createBrowserKeyValue } from '@/lib/adapters/signer/browser-key-value.ts';
import { createVaultSigner } from '@/lib/adapters/signer/vault-signer.ts';
import { createBrowserDocuments } from '@/lib/adapters/storage/browser-documents.ts';
import { createIdbLedgerStore } from '@/lib/adapters/storage/idb-ledger-store.ts';
import { PROVIDERS } from '@/lib/domain/checkout/providers.ts';
import type { Scope } from '@/lib/domain/checkout/scope.ts';
import { err, ok } from '@/lib/kernel/result.ts';
import { Secret } from '@/lib/kernel/secret.ts';
import type { CardIssuer, IssuerRefusal } from '@/lib/ports/card-issuer.ts';
import type { Documents } from '@/lib/ports/documents.ts';
import type { Signer } from '@/lib/ports/signer.ts';

/** The name under which the issuer's key is kept in the vault. */
export const ISSUER_KEY = 'issuer-key';

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

/** Stops for ever at a named point when a test put its name into session storage. Development builds only. */
async function reach(point: CrashPoint): Promise<void> {
  if (import.meta.env.MODE !== 'development') return;
  const { crashAt } = await browser.storage.session.get('crashAt');
  if (crashAt !== point) return;
  await browser.storage.session.set({ crashAt: null, crashedAt: point });
  await new Promise<never>(() => undefined);
}

/** The usual deadlines; in development builds those that a test put into session storage, so that it sees them pass. */
async function patience(): Promise<Patience> {
  if (import.meta.env.MODE !== 'development') return PATIENCE;
  const { patience: scripted } = await browser.storage.session.get('patience');
  return { ...PATIENCE, ...(scripted as Partial<Patience> | undefined) };
}

/** The issuer that the operator chose, looked up at each call: it may be connected or changed at any time. */
function createChosenIssuer(documents: Documents, signer: Signer): CardIssuer {
  const apiKey = async () => {
    const key = await signer.recall(ISSUER_KEY);
    return key.ok && key.value !== undefined
      ? ok(new Secret(key.value))
      : err<IssuerRefusal>({ kind: 'issuer_locked' });
  };
  const chosen = async () => {
    const settings = await documents.issuer();
    return settings && createLithicCardIssuer({ baseUrl: settings.baseUrl, apiKey });
  };
  const none = err<IssuerRefusal>({ kind: 'issuer_locked' });
  return {
    balance: async (currency) => (await chosen())?.balance(currency) ?? none,
    deposit: async (parameters) => (await chosen())?.deposit(parameters) ?? none,
    mint: async (parameters) => (await chosen())?.mint(parameters) ?? none,
    reveal: async (token) => (await chosen())?.reveal(token) ?? none,
    arm: async (token) => (await chosen())?.arm(token) ?? none,
    freeze: async (token) => (await chosen())?.freeze(token) ?? none,
    close: async (token) => (await chosen())?.close(token) ?? none,
    transactionsOf: async (token) => (await chosen())?.transactionsOf(token) ?? none,
  };
}

/** Puts the adapters together. Called once per life of the worker. */
export function wire(): Kit {
  const clock = createSystemClock();
  const ledger = createIdbLedgerStore();
  const signer = createVaultSigner({
    local: createBrowserKeyValue('local'),
    session: createBrowserKeyValue('session'),
    now: clock.now,
  });
  const documents = createBrowserDocuments();
  const book = createBook({ store: ledger, clock, sponsor: () => signer.address() });
  return {
    clock,
    ledger,
    signer,
    documents,
    book,
    issuer: createChosenIssuer(documents, signer),
    pages: lockPages(createTabPageDriver(clock), () => Object.values(book.state().checkouts)),
    human: createBrowserHuman((revision) => {
      // Nobody may be listening: surfaces read the snapshot when they open.
      browser.runtime.sendMessage({ type: 'operator.changed', input: { revision } }).catch(() => undefined);
    }),
    sites: createBrowserSiteAccess(),
    scope: SCOPE,
    patience,
    reach,
  };
}
