import { z } from 'zod';
import {
  findBrokenLink,
  GENESIS_HASH,
  type Entry,
  type EntryContext,
  type EntryDraft,
} from '../domain/ledger/entry.ts';
import { repaymentsAfter } from '../domain/ledger/overdraft.ts';
import { isBalanced, Posting } from '../domain/ledger/posting.ts';
import { POLICY_VERSION } from '../domain/policy/decide-purchase.ts';
import { invariant, InvariantError } from '../kernel/invariant.ts';
import { ok, type Result } from '../kernel/result.ts';
import { Table } from '../kernel/table.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import { BookEvent, postingsOf, streamOf } from './book-event.ts';
import { findBrokenInvariants, liveRowsOf, rowsSince, type BrokenInvariant } from './book-invariants.ts';
import { EMPTY_BOOK, evolveBook, type BookState } from './book-state.ts';
import { createCheckpointKeeper, type CheckpointOptions } from './checkpoint-keeper.ts';
import type { FoldedBook } from './checkpoint.ts';
import { findBrokenEntry } from './verify-log.ts';

const PAGE = 500;

/**
 * The operator's books: the folded ledger and the only way to write to it. Decisions are made against the newest
 * state, one at a time, and are appended before anything acts on them.
 */
export interface Book {
  /**
   * Folds the log: from the newest checkpoint that it bears out, else from its beginning. Throws when its chain is broken
   * or an entry does not parse: nothing is built on such books. Books that break a rule are read but not written to.
   */
  open(): Promise<void>;
  state(): BookState;
  /** Rises with each entry. */
  revision(): number;
  /** Decides against the newest state and appends what was decided, all or nothing. */
  commit<E>(
    decide: (state: BookState, now: number) => Result<BookEvent[], E>,
  ): Promise<Result<BookEvent[], E>>;
  /**
   * Reads the whole log again, also the entries that a checkpoint stands for. After one that was changed nothing is
   * written any more; gives its position.
   */
  verify(): Promise<number | undefined>;
  /** Calls back after each append. */
  onChange(listener: (events: readonly BookEvent[]) => void): void;
}

const NOTHING_YET: FoldedBook = {
  position: 0,
  head: GENESIS_HASH,
  state: EMPTY_BOOK,
  versions: Table.empty(),
};

/**
 * Opens the books over a store. `sponsor` names the signing operator in each entry. With `checkpoints` a start reads no
 * more than the last entries; one is saved every so many.
 */
export function createBook(deps: {
  store: LedgerStore;
  clock: Clock;
  sponsor: () => Promise<string | undefined>;
  checkpoints?: CheckpointOptions;
}): Book {
  const { store, clock } = deps;
  const checkpoints = deps.checkpoints && createCheckpointKeeper(store, deps.checkpoints);
  let book = NOTHING_YET;
  let broken: readonly BrokenInvariant[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(events: readonly BookEvent[]) => void>();

  function read(entry: Entry): BookEvent {
    const event = z.safeDecode(BookEvent, entry.body as z.input<typeof BookEvent>);
    if (!event.success)
      throw new InvariantError(`ledger entry ${entry.position} cannot be read: ${event.error.message}`);
    return event.data;
  }

  function fold(entry: Entry): BookEvent {
    const event = read(entry);
    book = {
      position: entry.position,
      head: entry.hash,
      state: evolveBook(book.state, event, entry.at),
      versions: book.versions.with(entry.stream, entry.version),
    };
    return event;
  }

  /** Reads what was written since. Whoever looks at the state meanwhile sees an older one, never half of one. */
  async function readOn(): Promise<void> {
    for (;;) {
      const entries = await store.readAll(book.position, PAGE);
      const broken = findBrokenLink(entries, book.head);
      invariant(broken === undefined, `the ledger's chain is broken at entry ${broken}`);
      entries.forEach(fold);
      if (entries.length < PAGE) return;
    }
  }

  async function open(): Promise<void> {
    if (book.position === 0) {
      const kept = await checkpoints?.load();
      if (kept) book = kept;
      await readOn();
      // Books that break a rule may have been kept wrongly: only the log itself can say so.
      if (kept && findBrokenInvariants(book.state, liveRowsOf(book.state)).length > 0) {
        await checkpoints?.drop();
        book = NOTHING_YET;
        await readOn();
      }
    } else await readOn();
    // Judges at once; nobody waits for what is saved of it.
    void keep();
  }

  /** Judges what has changed, and saves it when it has grown long. Nothing is kept of books that break a rule. */
  async function keep(): Promise<void> {
    const kept = checkpoints?.newest();
    const found = findBrokenInvariants(book.state, kept && rowsSince(book.state, kept.state));
    if (found.length > 0) broken = found;
    if (broken.length === 0) await checkpoints?.save(book);
  }

  async function verify(): Promise<number | undefined> {
    const entry = await findBrokenEntry(store);
    if (entry === undefined) return undefined;
    broken = [{ rule: 6, detail: `the ledger's chain is broken at entry ${entry}` }];
    await checkpoints?.drop();
    return entry;
  }

  function contextOf(event: BookEvent, sponsor: string | undefined): EntryContext {
    const card = 'cardId' in event && event.cardId ? book.state.cards.get(event.cardId) : undefined;
    const ofMandate = 'mandateId' in event ? book.state.mandates.get(event.mandateId) : undefined;
    const hold = 'holdId' in event ? ofMandate?.holds.get(event.holdId) : undefined;
    const checkoutId =
      ('checkoutId' in event ? event.checkoutId : undefined) ?? hold?.checkoutId ?? card?.checkoutId;
    const checkout = checkoutId ? book.state.checkouts.get(checkoutId) : undefined;
    const mandateId =
      ('mandateId' in event ? event.mandateId : undefined) ?? checkout?.mandateId ?? card?.mandateId;
    const terms =
      'terms' in event ? event.terms : mandateId ? book.state.mandates.get(mandateId)?.terms : undefined;
    const agentId = ('agentId' in event ? event.agentId : undefined) ?? checkout?.agentId ?? terms?.agentId;
    const workflow =
      ('workflow' in event ? event.workflow : undefined) ?? checkout?.workflow ?? terms?.workflow;
    return {
      policyVersion: POLICY_VERSION,
      ...(agentId && { agentId }),
      ...(workflow && { workflow }),
      ...(sponsor && { sponsor }),
      ...(mandateId && { mandateId }),
      ...(checkoutId && { checkoutId }),
      ...(terms && { mandateVersion: terms.version, purpose: terms.purpose }),
    };
  }

  function draftOf(event: BookEvent, at: number, sponsor: string | undefined): EntryDraft {
    const postings = postingsOf(event);
    invariant(isBalanced(postings), `postings of ${event.type} do not balance`);
    return {
      stream: streamOf(event),
      id: clock.nextId('evt'),
      at,
      type: event.type,
      body: z.encode(BookEvent, event),
      postings: postings.map((posting) => z.encode(Posting, posting)),
      context: contextOf(event, sponsor),
    };
  }

  function withRepayments(events: readonly BookEvent[]): readonly BookEvent[] {
    const repaid = repaymentsAfter(book.state.balances, events.flatMap(postingsOf));
    return [...events, ...repaid.map((amount): BookEvent => ({ type: 'overdraft-repaid', amount }))];
  }

  async function commitNow<E>(
    decide: (state: BookState, now: number) => Result<BookEvent[], E>,
  ): Promise<Result<BookEvent[], E>> {
    const [rule] = broken;
    if (rule) throw new InvariantError(`the books break rule ${rule.rule}: ${rule.detail}`);
    const sponsor = await deps.sponsor();
    for (;;) {
      const now = clock.now();
      const decided = decide(book.state, now);
      if (!decided.ok || decided.value.length === 0) return decided;
      const drafts = withRepayments(decided.value).map((event) => draftOf(event, now, sponsor));
      const expected = Object.fromEntries(
        drafts.map(({ stream }) => [stream, book.versions.get(stream) ?? 0]),
      );
      const appended = await store.append(drafts, expected);
      if (appended.ok) {
        const events = appended.value.map(fold);
        listeners.forEach((listener) => listener(events));
        if (checkpoints?.isDue(book)) void keep();
        return ok(events);
      }
      // Another writer was there first (a second worker during an update): read on and decide anew.
      await readOn();
    }
  }

  return {
    open,
    state: () => book.state,
    revision: () => book.position,
    commit(decide) {
      const run = queue.then(() => commitNow(decide));
      queue = run.catch(() => undefined);
      return run;
    },
    verify,
    onChange: (listener) => void listeners.add(listener),
  };
}
