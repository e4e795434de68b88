import { isTerminal, type Checkout } from '../domain/checkout/checkout.ts';
import { balanceOf, type Balances } from '../domain/ledger/balances.ts';
import type { Card } from '../domain/card/card.ts';
import type { Mandate } from '../domain/mandate/state.ts';
import type { Table } from '../kernel/table.ts';
import type { BookState } from './book-state.ts';

/** What does not hold: the number of the rule in `docs/invariants.md` and the facts. */
export interface BrokenInvariant {
  readonly rule: number;
  readonly detail: string;
}

/**
 * Tells what does not hold in the books as they stand. These are the rules that a state alone can show; what a step
 * may do is guarded where it is decided, and the chain where it is read.
 */
export function findBrokenInvariants(
  state: BookState,
  rows: JudgedRows = allRowsOf(state),
): BrokenInvariant[] {
  return [
    ...brokenBalances(state.balances),
    ...rows.mandates.flatMap((mandate) => brokenMandate(state, mandate)),
    ...brokenCards(state, rows.cards),
    ...rows.checkouts.flatMap((checkout) => brokenCheckout(state, checkout)),
  ];
}

/** Which rows to judge. Those that have not changed since they were judged still hold. */
interface JudgedRows {
  readonly mandates: readonly Mandate[];
  readonly cards: readonly Card[];
  readonly checkouts: readonly Checkout[];
}

const allRowsOf = ({ mandates, cards, checkouts }: BookState): JudgedRows => ({
  mandates: mandates.values(),
  cards: cards.values(),
  checkouts: checkouts.values(),
});

/** The rows that somebody may still have to do something about. */
export const liveRowsOf = ({ mandates, cards, checkouts }: BookState): JudgedRows => ({
  mandates: mandates.live(),
  cards: cards.live(),
  checkouts: checkouts.live(),
});

/** The rows that changed since an earlier state. */
export const rowsSince = (state: BookState, before: BookState): JudgedRows => ({
  mandates: changed(state.mandates, before.mandates),
  cards: changed(state.cards, before.cards),
  checkouts: changed(state.checkouts, before.checkouts),
});

const changed = <T extends object>(table: Table<T>, before: Table<T>): T[] =>
  [...table.changesSince(before)].flatMap((id) => table.get(id) ?? []);

function brokenBalances(balances: Balances): BrokenInvariant[] {
  const broken: BrokenInvariant[] = [];
  const sums = new Map<string, bigint>();
  for (const [key, minor] of balances.accounts.entries()) {
    const [account = '', currency = ''] = key.split('|');
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
    if (!account.startsWith('external:') && minor < 0n)
      broken.push({ rule: account === 'wallet:available' ? 7 : 2, detail: `${key} is ${minor}` });
    if (account.startsWith('external:') && minor > 0n) broken.push({ rule: 2, detail: `${key} is ${minor}` });
  }
  for (const [currency, sum] of sums)
    if (sum !== 0n) broken.push({ rule: 1, detail: `${currency} sums to ${sum}` });
  return broken;
}

function brokenMandate(state: BookState, mandate: Mandate): BrokenInvariant[] {
  const { mandateId, budget } = mandate.terms;
  const holds = mandate.holds.values();
  const open = holds.filter(({ status }) => status === 'open');
  const reserved = open.reduce((sum, { amount }) => sum + amount.minor, 0n);
  const spent = holds.reduce((sum, { posted, refunded }) => sum + posted.minor - refunded.minor, 0n);
  const account = balanceOf(state.balances, `mandate:${mandateId}:reserved`, budget.currency).minor;
  const checks: [boolean, number, string][] = [
    [reserved + spent <= largestBudgetOf(mandate), 11, `${reserved} held and ${spent} spent`],
    [reserved === mandate.reserved.minor && reserved === account, 4, `${reserved} held, ${account} booked`],
    [spent === mandate.spent.minor, 4, `${spent} spent, ${mandate.spent.minor} folded`],
    [holds.length === 0 || mandate.signature !== undefined, 13, 'holds without a signature'],
    [areSignedInOrder(mandate), 14, 'its limits changed without a newer signed version'],
    ...holds.map(({ id, posted, refunded, amount }): [boolean, number, string] => [
      posted.minor <= amount.minor && refunded.minor <= posted.minor && refunded.minor >= 0n,
      8,
      `${id}: ${posted.minor} posted and ${refunded.minor} refunded of ${amount.minor}`,
    ]),
  ];
  return checks
    .filter(([holdsTrue]) => !holdsTrue)
    .map(([, rule, detail]) => ({ rule, detail: `${mandateId}: ${detail}` }));
}

/**
 * The most that may be held and spent: the largest budget of those that were in force since the newest hold was granted.
 * A version that narrows it binds what comes after, and takes nothing back.
 */
function largestBudgetOf({ holds, superseded, terms }: Mandate): bigint {
  const since = Math.max(0, ...holds.values().map(({ version }) => version));
  return [...superseded.map((old) => old.terms), terms]
    .filter(({ version }) => version >= since)
    .reduce((most, { budget }) => (budget.minor > most ? budget.minor : most), 0n);
}

/** Each version that was in force is newer than the one before; only signed ones are kept. */
const areSignedInOrder = ({ superseded, terms }: Mandate): boolean =>
  superseded.every((old, index) => old.terms.version < (superseded[index + 1]?.terms ?? terms).version);

function brokenCards(state: BookState, cards: readonly Card[]): BrokenInvariant[] {
  const broken: BrokenInvariant[] = [];
  const runs = new Map<string, string>();
  const authorizations = new Map<string, string>();
  for (const card of cards) {
    const hold = state.mandates.get(card.mandateId)?.holds.get(card.holdId);
    const say = (rule: number, detail: string) => broken.push({ rule, detail: `${card.id}: ${detail}` });
    if (!hold) say(9, 'no hold stands for it');
    else if (hold.amount.minor !== card.limit.minor || hold.amount.currency !== card.limit.currency)
      say(18, `locked to ${card.limit.minor}, held ${hold.amount.minor}`);
    if (hold && hold.status !== 'open' && ['inactive', 'armed'].includes(card.status))
      say(18, `${card.status} without an open hold`);
    if (card.checkoutId && ['inactive', 'armed', 'unknown'].includes(card.status)) {
      if (runs.has(card.checkoutId)) say(19, `a second live card of ${card.checkoutId}`);
      runs.set(card.checkoutId, card.id);
    }
    if (card.authorizationId) {
      if (authorizations.has(card.authorizationId)) say(17, 'shares an authorization with another card');
      authorizations.set(card.authorizationId, card.id);
    }
    if (Object.values(card.credits).some((minor) => minor < 0n)) say(10, 'more credit matched than came');
    const excess = new Map<string, bigint>();
    for (const { minor, currency } of Object.values(card.excess))
      excess.set(currency, (excess.get(currency) ?? 0n) + minor);
    for (const [currency, minor] of Object.entries(card.excessRefunded))
      if (minor > (excess.get(currency) ?? 0n)) say(10, 'more left suspense than was in it');
  }
  return broken;
}

function brokenCheckout(state: BookState, checkout: Checkout): BrokenInvariant[] {
  const broken: BrokenInvariant[] = [];
  const say = (rule: number, detail: string) => broken.push({ rule, detail: `${checkout.id}: ${detail}` });
  if (checkout.status === 'succeeded' && !checkout.authorization)
    say(28, 'succeeded without an authorization');
  if (isTerminal(checkout) && checkout.status !== 'succeeded' && checkout.authorization)
    say(28, `${checkout.status} while an authorization stands`);
  if (checkout.submittedAt !== undefined && checkout.approval && !checkout.approval.isConsumed)
    say(25, 'submitted on an approval that was not consumed');
  if (checkout.approval && checkout.approval.intentHash !== checkout.intentHash && !isTerminal(checkout))
    say(24, 'the approval is for another intent');
  const { settled, hold } = checkout;
  const resolved = hold && state.mandates.get(checkout.mandateId)?.holds.get(hold.id);
  if (settled && resolved?.status === 'open') say(22, 'settled while its hold is open');
  if (settled && resolved && settled.posted.minor + settled.returned.minor !== resolved.amount.minor)
    say(8, `settled as ${settled.posted.minor} and ${settled.returned.minor} of ${resolved.amount.minor}`);
  if (checkout.status === 'outcome_unknown' && !checkout.lost) say(27, 'unknown without a deadline');
  if (checkout.status === 'handoff' && !checkout.handoff) say(32, 'handed off without a deadline');
  return broken;
}
