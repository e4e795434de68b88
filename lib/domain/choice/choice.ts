import { z } from 'zod';
import { AgentId, ChoiceId, MandateId } from '../../kernel/ids.ts';
import { unreachable } from '../../kernel/invariant.ts';
import { isSameMoney, Money } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { RequestKey } from '../checkout/events.ts';

/** How long options wait for a pick, and how long a pick may then be bought. */
export const CHOICE_TTL_MS = 30 * 60_000;

/** One thing that may be bought: as the shop names it, where, and for how much in all. */
export const ChoiceOption = z.strictObject({ label: z.string().max(120), url: z.string(), amount: Money });
export type ChoiceOption = z.output<typeof ChoiceOption>;

/** Whose choice it is; every event says so, and with it every line of the audit trail. */
const Owner = { choiceId: ChoiceId, mandateId: MandateId, agentId: AgentId, workflow: z.string() };

export const ChoiceEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice-requested'),
    ...Owner,
    options: z.array(ChoiceOption),
    expiresAt: z.number(),
    request: RequestKey,
  }),
  z.strictObject({
    type: z.literal('choice-picked'),
    ...Owner,
    picked: z.number().int(),
    expiresAt: z.number(),
  }),
  z.strictObject({ type: z.literal('choice-rejected'), ...Owner }),
  /** The agent offers others instead. */
  z.strictObject({ type: z.literal('choice-withdrawn'), ...Owner }),
]);
export type ChoiceEvent = z.output<typeof ChoiceEvent>;

export interface Choice {
  readonly id: ChoiceId;
  readonly status: 'awaiting_choice' | 'chosen' | 'rejected' | 'withdrawn';
  readonly mandateId: MandateId;
  readonly agentId: AgentId;
  readonly workflow: string;
  readonly options: readonly ChoiceOption[];
  /** Index of the picked option. */
  readonly picked?: number;
  readonly expiresAt: number;
}

export type ChoiceCommand = { type: 'pick'; picked: number } | { type: 'reject' };
export type ChoiceRefusal =
  | { kind: 'unknown_choice' }
  | { kind: 'choice_closed' }
  | { kind: 'unknown_option' };

/** The status at a time: what waited too long, or was picked and not bought in time, has expired. */
export function choiceStatusAt(choice: Choice, now: number): Choice['status'] | 'expired' {
  const isOpen = choice.status === 'awaiting_choice' || choice.status === 'chosen';
  return isOpen && now >= choice.expiresAt ? 'expired' : choice.status;
}

/** Decides the operator's answer. Refuses a choice that was answered or has expired, and an option that is not in it. */
export function decideChoice(
  choice: Choice | undefined,
  command: ChoiceCommand,
  facts: { now: number },
): Result<ChoiceEvent[], ChoiceRefusal> {
  if (!choice) return err({ kind: 'unknown_choice' });
  if (choiceStatusAt(choice, facts.now) !== 'awaiting_choice') return err({ kind: 'choice_closed' });
  const owner = ownerOf(choice);
  if (command.type === 'reject') return ok([{ type: 'choice-rejected', ...owner }]);
  if (!choice.options[command.picked]) return err({ kind: 'unknown_option' });
  const expiresAt = facts.now + CHOICE_TTL_MS;
  return ok([{ type: 'choice-picked', ...owner, picked: command.picked, expiresAt }]);
}

/** Names a choice in an event about it. */
export function ownerOf({ id: choiceId, mandateId, agentId, workflow }: Choice) {
  return { choiceId, mandateId, agentId, workflow };
}

/** Folds one event into a choice. */
export function evolveChoice(choice: Choice | undefined, event: ChoiceEvent): Choice | undefined {
  if (event.type === 'choice-requested') {
    const { choiceId: id, mandateId, agentId, workflow, options, expiresAt } = event;
    return { id, status: 'awaiting_choice', mandateId, agentId, workflow, options, expiresAt };
  }
  if (!choice) return undefined;
  switch (event.type) {
    case 'choice-picked':
      return { ...choice, status: 'chosen', picked: event.picked, expiresAt: event.expiresAt };
    case 'choice-rejected':
      return { ...choice, status: 'rejected' };
    case 'choice-withdrawn':
      return { ...choice, status: 'withdrawn' };
    default:
      return unreachable(event);
  }
}

/** The option that the operator picked. */
export function pickedOption(choice: Choice): ChoiceOption | undefined {
  return choice.picked === undefined ? undefined : choice.options[choice.picked];
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A row of a cart, as far as a pick is compared with it. */
export interface PickedLine {
  readonly title: string;
  readonly quantity: number;
  readonly amount: Money | null;
}

/** What may follow an item's name in the row of a cart: its size, its colour, set apart. */
const SET_APART = /^\s*[,;:([{/|–—-]/;

/**
 * Compares a checkout page with the pick: `same` when it asks exactly the picked price for one piece of the picked item
 * and nothing else, `unseen` when the price is right but the page does not say so plainly (no items, or others beside it,
 * or a longer name), else what differs.
 */
export function comparePick(
  option: ChoiceOption,
  page: { total: Money; lines: readonly PickedLine[] },
): 'same' | 'unseen' | 'other_price' | 'other_item' {
  if (!isSameMoney(page.total, option.amount)) return 'other_price';
  // What is given along for nothing is not bought.
  const titled = page.lines
    .filter(({ amount }) => amount === null || amount.minor !== 0n)
    .map(({ title, quantity }) => ({ title: plain(title), quantity }))
    .filter(({ title }) => title !== '');
  const [only, ...others] = titled;
  if (!only) return 'unseen';
  const wanted = plain(option.label);
  // A label without a letter is in every title.
  if (wanted === '' || !titled.some(({ title }) => title.includes(wanted))) return 'other_item';
  const rest = only.title.startsWith(wanted) ? only.title.slice(wanted.length) : undefined;
  const isNamed = rest !== undefined && (rest === '' || SET_APART.test(rest));
  return isNamed && others.length === 0 && only.quantity === 1 ? 'same' : 'unseen';
}
