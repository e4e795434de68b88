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

/** How long contact and delivery are kept after they were last entered or a run began: a year, and a month to notice. */
export const PROFILE_TTL_MS = 395 * 86_400_000;

/** Erases contact and delivery details that nobody has used for so long; the next checkout asks for them again. */
export async function forgetOldProfile(kit: Kit): Promise<boolean> {
  const savedAt = await kit.documents.profileSavedAt();
  if (savedAt === undefined) return false;
  const lastRun = kit.book.state().checkouts.last(1)[0]?.steps[0]?.at ?? 0;
  if (kit.clock.now() - Math.max(savedAt, lastRun) < PROFILE_TTL_MS) return false;
  await kit.documents.eraseProfile();
  return true;
}

/** Erases what the operator wants gone now: pictures of all runs that ended, or the contact and delivery details. */
export async function erase(kit: Kit, what: 'pictures' | 'profile'): Promise<number> {
  if (what === 'pictures') return forgetPicturesUntil(kit, kit.clock.now());
  await kit.documents.eraseProfile();
  return 1;
}
