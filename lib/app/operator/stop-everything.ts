import { isTerminal } from '../../domain/checkout/checkout.ts';
import { ok } from '../../kernel/result.ts';
import { endCheckout } from '../checkout/end-checkout.ts';
import type { Kit } from '../kit.ts';
import { changeMandate } from './sign-mandate.ts';

/** Pauses every mandate, ends every run before Pay and closes its card; lists what is past Pay. Says what it did. */
export async function stopEverything(kit: Kit): Promise<string> {
  const { checkouts, mandates } = kit.book.state();
  let ended = 0;
  const observed: string[] = [];
  for (const run of Object.values(checkouts).filter((checkout) => !isTerminal(checkout))) {
    const isEnded = await endCheckout(kit, run.id, {
      type: 'checkout-cancelled',
      by: 'operator',
      code: 'stopped',
      message: 'The operator stopped everything. Nothing was paid.',
    });
    if (isEnded) ended += 1;
    else observed.push(run.id);
  }
  let paused = 0;
  for (const mandate of Object.values(mandates)) {
    if ((await changeMandate(kit, mandate.terms.mandateId, 'pause')).ok) paused += 1;
  }
  const summary = `${ended} runs stopped, ${paused} mandates paused, ${observed.length} past Pay and still observed`;
  await kit.book.commit(() => ok([{ type: 'everything-stopped', summary }]));
  return summary;
}
