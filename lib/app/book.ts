import { z } from 'zod';
import {
  findBrokenLink,
  GENESIS_HASH,
  type Entry,
  type EntryContext,
  type EntryDraft,
} from '../domain/ledger/entry.ts';
import { isBalanced, Posting } from '../domain/ledger/posting.ts';
import { POLICY_VERSION } from '../domain/policy/decide-purchase.ts';
import { invariant, InvariantError } from '../kernel/invariant.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import { BookEvent, postingsOf, streamOf } from './book-event.ts';
import { EMPTY_BOOK, evolveBook, type BookState } from './book-state.ts';

const PAGE = 500;

/**
 * The operator's books: the folded ledger and the only way to write to it. Decisions are made against the newest
 * state, one at a time, and are appended before anything acts on them.
 */
export interface Book {
  /** Folds the log. Throws when its chain is broken or an entry does not parse: nothing is built on such books. */
  open(): Promise<void>;
  state(): BookState;
  /** Rises with each entry. */
  revision(): number;
  /** Decides against the newest state and appends what was decided, all or nothing. */
  commit<E>(
    decide: (state: BookState, now: number) => Result<BookEvent[], E>,
  ): Promise<Result<BookEvent[], E>>;
  /** Calls back after each append. */
  onChange(listener: (events: readonly BookEvent[]) => void): void;
}

/** Opens the books over a store. `sponsor` names the signing operator in each entry. */
export function createBook(deps: {
  store: LedgerStore;
  clock: Clock;
  sponsor: () => Promise<string | undefined>;
}): Book {
  const { store, clock } = deps;
  let state = EMPTY_BOOK;
  let position = 0;
  let head = GENESIS_HASH;
  const versions = new Map<string, number>();
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
    state = evolveBook(state, event, entry.at);
    position = entry.position;
    head = entry.hash;
    versions.set(entry.stream, entry.version);
    return event;
  }

  /** Reads what was written since. Whoever looks at the state meanwhile sees an older one, never half of one. */
  async function readOn(): Promise<void> {
    for (;;) {
      const entries = await store.readAll(position, PAGE);
      const broken = findBrokenLink(entries, head);
      invariant(broken === undefined, `the ledger's chain is broken at entry ${broken}`);
      entries.forEach(fold);
      if (entries.length < PAGE) return;
    }
  }

  function contextOf(event: BookEvent, sponsor: string | undefined): EntryContext {
    const card = 'cardId' in event && event.cardId ? state.cards.get(event.cardId) : undefined;
    const ofMandate = 'mandateId' in event ? state.mandates.get(event.mandateId) : undefined;
    const hold = 'holdId' in event ? ofMandate?.holds.get(event.holdId) : undefined;
    const checkoutId =
      ('checkoutId' in event ? event.checkoutId : undefined) ?? hold?.checkoutId ?? card?.checkoutId;
    const checkout = checkoutId ? state.checkouts.get(checkoutId) : undefined;
    const mandateId =
      ('mandateId' in event ? event.mandateId : undefined) ?? checkout?.mandateId ?? card?.mandateId;
    const terms =
      'terms' in event ? event.terms : mandateId ? state.mandates.get(mandateId)?.terms : undefined;
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

  async function commitNow<E>(
    decide: (state: BookState, now: number) => Result<BookEvent[], E>,
  ): Promise<Result<BookEvent[], E>> {
    const sponsor = await deps.sponsor();
    for (;;) {
      const now = clock.now();
      const decided = decide(state, now);
      if (!decided.ok || decided.value.length === 0) return decided;
      const drafts = decided.value.map((event) => draftOf(event, now, sponsor));
      const expected = Object.fromEntries(drafts.map(({ stream }) => [stream, versions.get(stream) ?? 0]));
      const appended = await store.append(drafts, expected);
      if (appended.ok) {
        const events = appended.value.map(fold);
        listeners.forEach((listener) => listener(events));
        return ok(events);
      }
      // Another writer was there first (a second worker during an update): read on and decide anew.
      await readOn();
    }
  }

  return {
    open: readOn,
    state: () => state,
    revision: () => position,
    commit(decide) {
      const run = queue.then(() => commitNow(decide));
      queue = run.catch(() => undefined);
      return run;
    },
    onChange: (listener) => void listeners.add(listener),
  };
}
