import { expect, test } from 'vitest';
import type { SeenFrame } from './find-checkout.ts';
import { isPurchaseStep } from './purchase-step.ts';

const BARE = {
  lines: [],
  amounts: [],
  total: { status: 'unreadable', reason: 'not_found' },
  cardMethod: null,
  cartProblems: [],
  fields: [],
};
const led = (label: string) => {
  const frame = { reading: { ...BARE, proceed: { label } } } as unknown as SeenFrame;
  return isPurchaseStep(frame, [frame]);
};

test.each(['Continue', 'Next', 'Continue as Ada', 'Allow and continue', 'Weiter', 'Close account → Next'])(
  '“%s” alone makes no page a step of a purchase',
  (label) => {
    expect(led(label)).toBe(false);
  },
);

test.each([
  'Continue as guest',
  'Als Gast fortfahren',
  'Continuer en tant qu’invité',
  'Weiter ohne Anmeldung',
  'ゲストとして続ける',
])('“%s” does', (label) => {
  expect(led(label)).toBe(true);
});
