import type { Scope } from '../domain/checkout/scope.ts';
import type { CardIssuer } from '../ports/card-issuer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Documents } from '../ports/documents.ts';
import type { Human } from '../ports/human.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { PageDriver } from '../ports/page-driver.ts';
import type { Signer } from '../ports/signer.ts';
import type { SiteAccess } from '../ports/site-access.ts';
import type { Book } from './book.ts';

/** Named places between two lines at which development builds may be killed (RELIABILITY §4). */
export type CrashPoint = `cp${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

/** How long a run waits for a person or a page before it goes on by the rules. */
export interface Patience {
  /** For the operator to approve a preview, before its page may have moved on. */
  readonly previewMs: number;
  /** For the operator at a wall. */
  readonly handoffMs: number;
  /** For the page to show an outcome after Pay, before sight of it counts as lost. */
  readonly outcomeMs: number;
  /** For the operator's word on a lost outcome, before only the issuer's record counts. */
  readonly unknownMs: number;
}

export const PATIENCE: Patience = {
  previewMs: 10 * 60_000,
  handoffMs: 10 * 60_000,
  outcomeMs: 45_000,
  unknownMs: 30 * 60_000,
};

/** What every use case works with. */
export interface Kit {
  readonly book: Book;
  readonly ledger: LedgerStore;
  readonly clock: Clock;
  readonly issuer: CardIssuer;
  readonly pages: PageDriver;
  readonly signer: Signer;
  readonly documents: Documents;
  readonly human: Human;
  readonly sites: SiteAccess;
  readonly scope: Scope;
  readonly patience: () => Promise<Patience>;
  /** Stops here for ever when a test asked for it; does nothing in release builds. */
  readonly reach: (point: CrashPoint) => Promise<void>;
}
