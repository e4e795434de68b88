import type { ScreenContext } from '../surface/use-surface.ts';

/** What every page of the dashboard gets: the snapshot, the way to ask, and whether this place may decide. */
export type PageContext = Omit<ScreenContext, 'choose'>;
