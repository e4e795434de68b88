import { isTerminal } from '../../../domain/checkout/checkout.ts';
import type { Kit } from '../../kit.ts';

/** How long the picture of a run is kept after its end: chargebacks are mostly raised within a few weeks. */
export const PICTURE_TTL_MS = 90 * 86_400_000;

/** Erases pictures of runs that ended at or before a moment; gives how many. Those of open runs stay. */
async function forgetPicturesUntil(kit: Kit, until: number): Promise<number> {
  let erased = 0;
  for (const id of await kit.documents.pictureIds()) {
    const run = kit.book.state().checkouts.get(id);
    if (run && (!isTerminal(run) || (run.steps.at(-1)?.at ?? 0) > until)) continue;
    await kit.documents.erasePicture(id);
    erased += 1;
  }
  return erased;
}

/** Erases the pictures whose time is over. */
export async function forgetOldPictures(kit: Kit): Promise<number> {
  return forgetPicturesUntil(kit, kit.clock.now() - PICTURE_TTL_MS);
}

/** Erases what the operator wants gone now: pictures of all runs that ended, or the contact and delivery details. */
export async function erase(kit: Kit, what: 'pictures' | 'profile'): Promise<number> {
  if (what === 'pictures') return forgetPicturesUntil(kit, kit.clock.now());
  await kit.documents.eraseProfile();
  return 1;
}
