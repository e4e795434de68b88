import { findOn } from '@/lib/app/checkout/see-page.ts';
import { readPastChecks } from '@/lib/app/checkout/read-past-checks.ts';
import type { Kit } from '@/lib/app/kit.ts';

/** A page may bring its fields late, as in a run. */
const APPEAR_WITHIN_MS = 2_500;

/**
 * Lets the scorer ask for the judgement of a tab that no run is on: the same reading and rules as a run's. Reachable
 * from the worker's own world alone, and in development builds only.
 */
export function exposeScorerLook(kit: Kit): void {
  if (import.meta.env.MODE !== 'development') return;
  const look = async (tabId: number): Promise<unknown> => {
    const until = kit.clock.now() + APPEAR_WITHIN_MS;
    for (;;) {
      const read = await readPastChecks(kit, tabId, { settleWithinMs: 2_000 });
      if (!read.ok) return { error: read.error.kind };
      const { sight, wall, walls, finding } = read.value;
      const isSure = wall !== undefined || finding.kind !== 'none' || findOn(kit, sight).ok;
      if (isSure || kit.clock.now() >= until) {
        return { wall: wall ?? null, vendor: walls.vendor ?? null, checks: walls.checks, finding };
      }
      await kit.clock.wait(200);
    }
  };
  Object.assign(globalThis, { countersignLook: look });
}
