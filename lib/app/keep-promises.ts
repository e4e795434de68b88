import { sweepCards } from './close-card.ts';
import type { CheckoutDriver } from './checkout/drive-checkout.ts';
import { watchCards } from './checkout/watch-cards.ts';
import type { Kit } from './kit.ts';
import { finishDeposits } from './operator/fund-wallet.ts';
import { forgetOldPictures, forgetOldProfile } from './operator/records/forget.ts';
import { lapseMandates } from './operator/sign-mandate.ts';

/**
 * What is done at every alarm, and first thing after an unlock: runs go on or end, lost answers are asked for again,
 * mandates whose time is over say so, unused cards close, late captures and refunds are booked, old pictures and addresses go.
 */
export async function keepPromises(kit: Kit, driver: CheckoutDriver): Promise<void> {
  await driver.resumeAll(false);
  await finishDeposits(kit);
  await lapseMandates(kit);
  await sweepCards(kit);
  await watchCards(kit);
  await forgetOldPictures(kit);
  await forgetOldProfile(kit);
}
