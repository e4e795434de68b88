import { createCaller } from '../messaging/call.ts';
import { operator } from '../messaging/contracts/operator.ts';
import { requestSites } from '../messaging/request-sites.ts';
import { watchOperatorChanges } from '../messaging/watch.ts';
import { dropOldDrafts } from './drafts.ts';
import { createSurface, type Surface } from './surface-store.ts';

/** Connects a page of ours to the background: reads once, then whenever something changed or the page is seen again. */
export function connectSurface(): Surface {
  dropOldDrafts();
  const surface = createSurface(createCaller(operator), requestSites);
  const refresh = () => void surface.refresh();
  const { signal } = new AbortController();
  watchOperatorChanges(refresh, signal);
  window.addEventListener('focus', refresh, { signal });
  document.addEventListener('visibilitychange', refresh, { signal });
  refresh();
  return surface;
}
