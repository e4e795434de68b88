import { isTerminal } from '../../domain/checkout/checkout.ts';
import { choiceStatusAt, pickedOption, type Choice } from '../../domain/choice/choice.ts';
import type { ChoiceId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BookState } from '../book-state.ts';
import { refuse, type AgentRefusal } from './agent-refusal.ts';

/** The run that bought a pick: Pay was pressed in it. A run that ended before leaves the pick as it was. */
export function purchaseOf(state: BookState, choiceId: ChoiceId) {
  return state.checkouts.values().find((run) => run.choiceId === choiceId && run.submittedAt !== undefined);
}

/** The choice that a mandate is narrowed to: it waits for a pick, or its pick has not been bought yet. */
export function openChoiceOf(state: BookState, mandateId: string, now: number): Choice | undefined {
  return state.choices
    .live()
    .find(
      (choice) =>
        choice.mandateId === mandateId &&
        ['awaiting_choice', 'chosen'].includes(choiceStatusAt(choice, now)) &&
        !purchaseOf(state, choice.id),
    );
}

/**
 * Finds the pick that a new run under a mandate must buy. While a choice is open its mandate pays for nothing else: no
 * pick, no run; another address than the picked one, no run; one run at a time.
 */
export function bindToChoice(
  state: BookState,
  run: { mandate: string; url: string },
  now: number,
): Result<ChoiceId | undefined, AgentRefusal> {
  const choice = openChoiceOf(state, run.mandate, now);
  if (!choice) return ok(undefined);
  const option = pickedOption(choice);
  if (!option) {
    return refuse('choice_open', 'The operator has not picked an option yet.', 'Repeat choice_get.');
  }
  if (new URL(run.url).href !== option.url)
    return refuse('not_chosen', 'The operator picked another option.', `Pay for ${option.url} only.`);
  const isTaken = state.checkouts.live().some((other) => other.choiceId === choice.id && !isTerminal(other));
  return isTaken
    ? refuse('choice_in_use', 'A checkout for this pick is under way.', 'Finish or cancel it.')
    : ok(choice.id);
}
