import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../kernel/result.ts';
import type { Caller } from '../messaging/call.ts';
import type { operator, OperatorSnapshot } from '../messaging/contracts/operator.ts';
import type { MessageError } from '../messaging/serve.ts';

export type OperatorCall = Caller<typeof operator>;
export interface SurfaceState {
  /** Undefined until the background has answered once. */
  readonly snapshot: OperatorSnapshot | undefined;
  /** Code of the last refusal, until the next thing is asked. */
  readonly refusal: string | undefined;
  readonly isBusy: boolean;
}

export interface Surface {
  readonly store: StoreApi<SurfaceState>;
  readonly refresh: () => Promise<void>;
  /** Asks the background for one thing and shows what came of it. Holds nothing that is lost on closing. */
  readonly ask: (act: (call: OperatorCall) => Promise<Result<unknown, MessageError>>) => Promise<boolean>;
  /** Has the browser ask the operator for sites; to be called in the very turn of a press. */
  readonly requestSites: (patterns: readonly string[]) => Promise<boolean>;
  readonly pictureOf: (checkoutId: OperatorSnapshot['checkouts'][number]['id']) => Promise<string | null>;
}

/** Makes the store of one surface: fed by snapshots of the background, never written by hand. */
export function createSurface(
  call: OperatorCall,
  requestSites: (patterns: readonly string[]) => Promise<boolean>,
): Surface {
  const store = createStore<SurfaceState>(() => ({ snapshot: undefined, refusal: undefined, isBusy: false }));
  let isReading = false;
  let isStale = false;

  async function refresh(): Promise<void> {
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    do {
      isStale = false;
      const answer = await call('operator.snapshot', {});
      if (answer.ok) store.setState({ snapshot: answer.value });
      else store.setState({ refusal: answer.error.code });
    } while (isStale);
    isReading = false;
  }

  return {
    store,
    refresh,
    async ask(act) {
      store.setState({ refusal: undefined, isBusy: true });
      const answer = await act(call);
      store.setState({ isBusy: false, refusal: answer.ok ? undefined : answer.error.code });
      await refresh();
      return answer.ok;
    },
    async requestSites(patterns) {
      const isGiven = await requestSites(patterns);
      await refresh();
      return isGiven;
    },
    async pictureOf(checkoutId) {
      const answer = await call('checkout.picture', { checkoutId });
      return answer.ok ? answer.value.dataUrl : null;
    },
  };
}
