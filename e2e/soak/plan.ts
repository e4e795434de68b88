import type { SandboxOptions } from '../sandbox/world/options.ts';
import type { Dice } from './dice.ts';

/** What will happen to one run, drawn before it begins. */
export interface Plan {
  /** Whether the operator is asked to approve, or the mandate is silent. */
  readonly isAsked: boolean;
  /** A wall before the checkout shows, or one that rises while the run waits for its approval. */
  readonly codeWall: 'none' | 'at_start' | 'at_approval';
  readonly bank: SandboxOptions['threeDs'];
  /** What the operator does at a wall. */
  readonly atWall: 'pass' | 'give_up' | 'close_tab' | 'reload';
  readonly afterPay: SandboxOptions['afterPay'];
  readonly decline: string | null;
  readonly issuerAnswers: SandboxOptions['issuerAnswers'];
}

/** Draws a plan: most runs are to go well, so that most kills hit one that could have paid. */
export function drawPlan(dice: Dice): Plan {
  return {
    isAsked: dice.pick([true, false]),
    codeWall: dice.pick(['none', 'none', 'at_start', 'at_approval']),
    bank: dice.pick(['none', 'frictionless', 'challenge', 'challenge']),
    atWall: dice.pick(['pass', 'pass', 'pass', 'pass', 'pass', 'give_up', 'close_tab', 'reload']),
    afterPay: dice.pick(['confirm', 'confirm', 'confirm', 'confirm', 'confirm', 'confirm', 'unknown_page']),
    decline: dice.pick([null, null, null, null, null, null, null, 'INSUFFICIENT_FUNDS']),
    issuerAnswers: dice.pick([
      'normal',
      'normal',
      'normal',
      'normal',
      'normal',
      'normal',
      'normal',
      'normal',
      'lost_reply',
    ]),
  };
}
