import { money, type Money } from '../../kernel/money.ts';
import { purchaseOf, type CardTransaction } from './transaction.ts';

/** Why captured money has no place under the card's hold. */
export type ExcessReason = 'over_capture' | 'late_capture' | 'second_authorization' | 'force_post';

/** What the books have of one card so far. */
export interface CardBooks {
  /** The card's lock, and so the hold under it. */
  readonly held: Money;
  readonly isHoldOpen: boolean;
  /** What was posted under the hold. */
  readonly posted: Money;
  /** What was paid back to the mandate. */
  readonly refunded: Money;
  readonly authorizationId: string | undefined;
  /** The amount that the run expects to pay; the lock where there is no run. */
  readonly expected: Money;
  /** What is booked as suspense, by transaction. */
  readonly excess: Readonly<Record<string, Money>>;
  /** By currency: what of the suspense was paid back, and what came back for nothing known. */
  readonly excessRefunded: Readonly<Record<string, bigint>>;
  readonly credits: Readonly<Record<string, bigint>>;
  /** What may still be spent: of the mandate and of the wallet, the smaller. For captures after the hold's end. */
  readonly spendable: Money;
}

/** What must be booked so that the books say what the issuer says. Amounts are above zero. */
export type CardMove =
  | { kind: 'post'; posted: Money; authorizationId: string }
  | { kind: 'release'; reason: 'reversed' | 'expired' }
  | { kind: 'post_late'; amount: Money; transactionId: string }
  | { kind: 'excess'; amount: Money; transactionId: string; why: ExcessReason }
  | { kind: 'refund'; amount: Money }
  | { kind: 'excess_refund'; amount: Money }
  | { kind: 'suspend_credit'; amount: Money }
  | { kind: 'match_credit'; amount: Money };

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const most = (a: bigint, b: bigint) => (a > b ? a : b);

/**
 * Compares a card's transactions with its books and gives what is not booked yet. The issuer's rows are running
 * totals, so a row that is read twice, late or out of order books nothing twice: only growth counts.
 */
export function matchCard(rows: readonly CardTransaction[], books: CardBooks): CardMove[] {
  const purchase = purchaseOf(rows, books.expected, books.authorizationId);
  const taken = takenMoves(rows, purchase, books);
  return [...taken.moves, ...refundMoves(rows, books, taken)];
}

interface Taken {
  readonly moves: readonly CardMove[];
  /** What is or will be posted under the hold. */
  readonly posted: bigint;
  /** All excess by currency, with these moves. */
  readonly excess: ReadonlyMap<string, bigint>;
}

function takenMoves(
  rows: readonly CardTransaction[],
  purchase: CardTransaction | undefined,
  books: CardBooks,
): Taken {
  const moves: CardMove[] = [];
  const { held } = books;
  let { minor: posted } = books.posted;
  let isOpen = books.isHoldOpen;
  const isOurs = purchase?.captured.currency === held.currency;
  // What is in suspense stays there: it is not booked a second time when the row turns out to be the payment.
  const inSuspense = (purchase && books.excess[purchase.id]?.minor) ?? 0n;
  const captured = purchase && isOurs ? most(purchase.captured.minor - inSuspense, 0n) : 0n;
  if (purchase && isOpen && purchase.status !== 'pending' && purchase.status !== 'declined') {
    isOpen = false;
    posted = least(captured, held.minor);
    moves.push(
      captured === 0n
        ? { kind: 'release', reason: purchase.status === 'expired' ? 'expired' : 'reversed' }
        : { kind: 'post', posted: money(posted, held.currency), authorizationId: purchase.id },
    );
  } else if (purchase && !isOpen) {
    const late = least(least(captured, purchase.authorized.minor), held.minor) - posted;
    if (late > 0n && late <= books.spendable.minor) {
      posted += late;
      moves.push({ kind: 'post_late', amount: money(late, held.currency), transactionId: purchase.id });
    }
  }
  const covered = isOpen ? least(captured, held.minor) : posted;
  const excess = new Map<string, bigint>();
  for (const row of rows.filter(({ kind }) => kind === 'debit')) {
    const { minor, currency } = row.captured;
    const booked = books.excess[row.id]?.minor ?? 0n;
    const beyond = row.id === purchase?.id && isOurs ? minor - covered : minor;
    const more = beyond - booked;
    excess.set(currency, (excess.get(currency) ?? 0n) + most(beyond, booked));
    if (more > 0n) {
      const why = reasonOf(row, purchase, held);
      moves.push({ kind: 'excess', amount: money(more, currency), transactionId: row.id, why });
    }
  }
  return { moves, posted, excess };
}

function reasonOf(row: CardTransaction, purchase: CardTransaction | undefined, held: Money): ExcessReason {
  if (row.authorized.minor === 0n) return 'force_post';
  if (row.id !== purchase?.id) return 'second_authorization';
  return row.captured.minor > held.minor ? 'over_capture' : 'late_capture';
}

/** Refunds pay back what was posted first, then suspense; what is left came for nothing known and is suspended. */
function refundMoves(rows: readonly CardTransaction[], books: CardBooks, taken: Taken): CardMove[] {
  const currencies = new Set([
    ...rows.map(({ refunded }) => refunded.currency),
    ...Object.keys(books.credits),
  ]);
  return [...currencies].flatMap((currency) => {
    const isHeld = currency === books.held.currency;
    const toMandate = isHeld ? books.refunded.minor : 0n;
    const toSuspense = books.excessRefunded[currency] ?? 0n;
    const suspended = books.credits[currency] ?? 0n;
    const told = rows
      .filter(({ refunded }) => refunded.currency === currency)
      .reduce((sum, { refunded }) => sum + refunded.minor, 0n);
    const total = most(told, toMandate + toSuspense + suspended);
    const wantedMandate = most(toMandate, least(total - toSuspense, isHeld ? taken.posted : 0n));
    const wantedSuspense = most(toSuspense, least(total - wantedMandate, taken.excess.get(currency) ?? 0n));
    const wantedCredit = total - wantedMandate - wantedSuspense;
    const moves: [
      CardMove['kind'] & ('refund' | 'excess_refund' | 'suspend_credit' | 'match_credit'),
      bigint,
    ][] = [
      // First what was suspended is matched: it pays for the refunds that follow.
      ['match_credit', suspended - wantedCredit],
      ['refund', wantedMandate - toMandate],
      ['excess_refund', wantedSuspense - toSuspense],
      ['suspend_credit', wantedCredit - suspended],
    ];
    return moves.flatMap(([kind, minor]) => (minor > 0n ? [{ kind, amount: money(minor, currency) }] : []));
  });
}
