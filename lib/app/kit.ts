import type { Scope } from '../domain/checkout/scope.ts';
import type { CardIssuer } from '../ports/card-issuer.ts';
import type { Clock } from '../ports/clock.ts';
import type { Documents } from '../ports/documents.ts';
import type { Human } from '../ports/human.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { PageDriver } from '../ports/page-driver.ts';
import type { Signer } from '../ports/signer.ts';
import type { Book } from './book.ts';

/** Named places between two lines at which development builds may be killed (RELIABILITY §4). */
export type CrashPoint = `cp${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`;

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
  readonly scope: Scope;
  /** Stops here for ever when a test asked for it; does nothing in release builds. */
  readonly reach: (point: CrashPoint) => Promise<void>;
}
