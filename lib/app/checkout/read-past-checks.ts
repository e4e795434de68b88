import type { Wall } from '../../domain/wall/wall.ts';
import type { PageFinding } from '../../domain/outcome/read-outcome.ts';
import type { WallJudgement } from '../../domain/wall/classify-wall.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { PageRefusal, ReadOptions, TabSight } from '../../ports/page-driver.ts';
import type { Kit } from '../kit.ts';
import { judgeTab } from './judge-tab.ts';

/** However often a check starts anew, a person is called after so long. */
const MOST_PATIENCE_MS = 25_000;
const LOOK_AGAIN_MS = 250;

export interface CheckedSight {
  readonly sight: TabSight;
  readonly wall: Wall | undefined;
  readonly walls: WallJudgement;
  readonly finding: PageFinding;
}

/**
 * Reads a tab and waits while a check that may pass by itself is at work. Gives the sight with the wall that then
 * stands, if one does.
 */
export async function readPastChecks(
  kit: Kit,
  tabId: number,
  options: Pick<ReadOptions, 'settleWithinMs' | 'assumedCurrency'>,
): Promise<Result<CheckedSight, PageRefusal>> {
  const deadline = kit.clock.now() + MOST_PATIENCE_MS;
  for (;;) {
    const read = await kit.pages.read(tabId, {
      ...options,
      isEnough: (sight) => judgeTab(kit.scope, sight, kit.clock.now()).walls.wall !== undefined,
    });
    if (!read.ok) return read;
    const sight = read.value;
    const { walls, finding } = judgeTab(kit.scope, sight, kit.clock.now());
    const isOver = kit.clock.now() >= deadline;
    if (walls.waitMs === 0 || isOver) {
      const wall = walls.wall ?? (isOver ? wallWithoutPatience(walls) : undefined);
      return ok({ sight, wall, walls, finding });
    }
    await kit.clock.wait(Math.min(LOOK_AGAIN_MS, walls.waitMs));
  }
}

/** A check that began anew again and again has had its chance. */
function wallWithoutPatience({ checks }: WallJudgement): Wall | undefined {
  const open = checks.find(({ state }) => state === 'showing' || state === 'expired');
  return (
    open && {
      kind: open.shape === 'widget' ? 'captcha' : 'antibot',
      detail: `${open.vendor} does not let the page through.`,
      evidence: [`${open.vendor} ${open.state}`],
    }
  );
}
