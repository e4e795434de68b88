import { isTerminal, type Checkout } from '../../domain/checkout/checkout.ts';
import type { FormMemory } from '../../ports/form-memory.ts';
import type { BookState } from '../book-state.ts';

/** Tells whether a run types into a page, or waits in one that it typed into. */
const isTyping = (run: Checkout) => !isTerminal(run) && run.status !== 'outcome_unknown';

/**
 * Lets the browser offer to save what is typed only while no run types: it would keep the number of a dead card, and its
 * offer stands over the popup in which the operator is asked.
 */
export const keepFormsUnsaved = ({ checkouts }: BookState, formMemory: FormMemory): Promise<void> =>
  formMemory.withhold(checkouts.live().some(isTyping));
