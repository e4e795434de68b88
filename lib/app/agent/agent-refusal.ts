import { err } from '../../kernel/result.ts';

/** A refusal as agents read it: a code to match, what happened, what to do. */
export interface AgentRefusal {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** Refuses with words. */
export function refuse(code: string, message: string, fix: string) {
  return err({ code, message, fix } satisfies AgentRefusal);
}

/** The terms in the books are not those that were signed. */
export const invalidSignature = () =>
  refuse('signature_invalid', "The mandate's signature does not match its terms.", 'Request a new mandate.');

/** Ids of other agents answer exactly like ids that never were. */
export const unknownId = (what: string) =>
  refuse(`unknown_${what}`, `There is no such ${what}.`, `List your ${what}s.`);

/** The agent is not, or no longer, one that the operator lets act. */
export const accessRefused = (status: string): AgentRefusal => ({
  code: `agent_${status}`,
  message: `This agent's access is ${status}.`,
  fix: 'Have the operator approve it in the popup.',
});
