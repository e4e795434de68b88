import { decideChoice, type ChoiceCommand, type ChoiceRefusal } from '../../domain/choice/choice.ts';
import type { ChoiceId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Kit } from '../kit.ts';

/** Records which option the operator picked, or that it is none of them. */
export async function answerChoice(
  kit: Kit,
  choiceId: ChoiceId,
  command: ChoiceCommand,
): Promise<Result<void, ChoiceRefusal>> {
  const answered = await kit.book.commit((state, now) =>
    decideChoice(state.choices.get(choiceId), command, { now }),
  );
  return answered.ok ? ok(undefined) : answered;
}
