import type { Waiting } from '../../ports/human.ts';
import { choiceStatusAt } from '../../domain/choice/choice.ts';
import { termsToSign } from '../../domain/mandate/mandate.ts';
import type { BookState } from '../book-state.ts';

/** What a surface can ask the operator about. */
type Asked = Waiting & { readonly kind: Exclude<Waiting['kind'], 'interrupted'> };

const ORDER: readonly Asked['kind'][] = [
  'handoff',
  'unknown',
  'preview',
  'choice',
  'mandate',
  'stopped_agent',
  'agent',
];

/** Lists what needs the operator, most urgent first. Derived from the ledger, so it cannot be lost. */
export function waitingItems(state: BookState, now: number): Asked[] {
  const items: Asked[] = [];
  for (const checkout of state.checkouts.live()) {
    if (checkout.status === 'handoff') items.push({ kind: 'handoff', id: checkout.id });
    if (checkout.status === 'awaiting_approval') items.push({ kind: 'preview', id: checkout.id });
    if (checkout.status === 'outcome_unknown' || checkout.status === 'reconciling')
      items.push({ kind: 'unknown', id: checkout.id });
  }
  for (const mandate of state.mandates.live()) {
    if (termsToSign(mandate, now)) items.push({ kind: 'mandate', id: mandate.terms.mandateId });
  }
  for (const choice of state.choices.live()) {
    if (choiceStatusAt(choice, now) === 'awaiting_choice') items.push({ kind: 'choice', id: choice.id });
  }
  for (const agent of state.agents.values()) {
    if (agent.status === 'requested' && now < agent.expiresAt) items.push({ kind: 'agent', id: agent.id });
    if (agent.status === 'stopped') items.push({ kind: 'stopped_agent', id: agent.id });
  }
  return items.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/**
 * Lists what the operator is called for: what needs them, and behind a locked wallet the runs that were cut off, too,
 * which only its unlocking lets go on or end.
 */
export function callsFor(state: BookState, now: number, { isLocked }: { isLocked: boolean }): Waiting[] {
  const cutOff = state.checkouts.live().filter(({ status }) => isLocked && status === 'interrupted');
  return [...waitingItems(state, now), ...cutOff.map(({ id }) => ({ kind: 'interrupted' as const, id }))];
}
