import { describe, expect, it } from 'vitest';
import type { AgentId, ChoiceId, MandateId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import {
  CHOICE_TTL_MS,
  choiceStatusAt,
  comparePick,
  decideChoice,
  evolveChoice,
  ownerOf,
  type Choice,
  type ChoiceCommand,
  type ChoiceEvent,
} from './choice.ts';

const usd = (minor: number) => money(minor, 'USD');
const option = (label: string, minor: number) => ({
  label,
  url: `https://shop.example/${label}`,
  amount: usd(minor),
});
const requested = {
  type: 'choice-requested' as const,
  choiceId: 'choice_0123456789abcdef' as ChoiceId,
  mandateId: 'mand_0123456789abcdef' as MandateId,
  agentId: 'agt_0123456789abcdef' as AgentId,
  workflow: 'names',
  options: [option('tea.example', 900), option('tea.shop', 1_200)],
  expiresAt: CHOICE_TTL_MS,
  request: { key: 'k', digest: 'd' },
} satisfies ChoiceEvent;
const open = evolveChoice(undefined, requested)!;
const after = (choice: Choice, command: ChoiceCommand, now = 1) => {
  const decided = decideChoice(choice, command, { now });
  return decided.ok ? evolveChoice(choice, decided.value[0]!)! : decided.error.kind;
};

describe('a choice', () => {
  it('takes one pick, which then has its own time to be bought', () => {
    const picked = after(open, { type: 'pick', picked: 1 }, 1_000) as Choice;
    expect(picked).toMatchObject({ status: 'chosen', picked: 1, expiresAt: 1_000 + CHOICE_TTL_MS });
    expect(after(picked, { type: 'pick', picked: 0 })).toBe('choice_closed');
    expect(after(picked, { type: 'reject' })).toBe('choice_closed');
    expect(choiceStatusAt(picked, 1_000 + CHOICE_TTL_MS)).toBe('expired');
  });

  it('takes no option that is not in it, nothing after a rejection, and nothing too late', () => {
    expect(after(open, { type: 'pick', picked: 2 })).toBe('unknown_option');
    expect(after(open, { type: 'pick', picked: -1 })).toBe('unknown_option');
    expect(after(after(open, { type: 'reject' }) as Choice, { type: 'pick', picked: 0 })).toBe(
      'choice_closed',
    );
    expect(after(open, { type: 'pick', picked: 0 }, CHOICE_TTL_MS)).toBe('choice_closed');
    const withdrawn = evolveChoice(open, { type: 'choice-withdrawn', ...ownerOf(open) })!;
    expect(after(withdrawn, { type: 'pick', picked: 0 })).toBe('choice_closed');
    expect(decideChoice(undefined, { type: 'reject' }, { now: 0 })).toMatchObject({
      error: { kind: 'unknown_choice' },
    });
  });
});

describe('the picked item on its page', () => {
  const pick = option('tea.example', 900);
  it.each([
    ['same', 900, ['Tea.Example  – 1 year']],
    ['same', 900, ['Tea.Example', 'Privacy for nothing']],
    // Something else is bought with it, or the name goes on to be another's.
    ['unseen', 900, ['Tea.Example', 'Gift card']],
    ['unseen', 900, ['Tea.Example hosting']],
    ['unseen', 900, ['A cosy for tea.example']],
    ['unseen', 900, ['Tea.Example ×2']],
    ['unseen', 900, []],
    ['unseen', 900, [' ']],
    ['other_price', 901, ['tea.example']],
    ['other_price', 899, ['tea.example']],
    ['other_item', 900, ['tea.shop']],
    // A title that is only part of the label is another item: "tea" is not "tea.example".
    ['other_item', 900, ['tea']],
  ])('is %s at %i with %j', (verdict, minor, titles) => {
    const lines = titles.map((title) => ({
      title: title.replace(' ×2', ''),
      quantity: title.endsWith('×2') ? 2 : 1,
      amount: title.endsWith('nothing') ? usd(0) : null,
    }));
    expect(comparePick(pick, { total: usd(minor), lines })).toBe(verdict);
  });

  it('is not said by a label that says nothing', () => {
    const page = { total: usd(900), lines: [{ title: 'tea.shop', quantity: 1, amount: null }] };
    expect(comparePick({ ...pick, label: ' ' }, page)).toBe('other_item');
  });
});
