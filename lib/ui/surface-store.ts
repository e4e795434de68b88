import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../kernel/result.ts';
import type { Caller } from '../messaging/call.ts';
import type {
  MandateDraft,
  MandateView,
  operator,
  OperatorSnapshot,
} from '../messaging/contracts/operator.ts';
import type { InputOf, OutputOf } from '../messaging/contract.ts';
import type { MessageError } from '../messaging/serve.ts';

export type OperatorCall = Caller<typeof operator>;
export type RecordName = Extract<keyof typeof operator, `records.${string}`>;
export type RecordInput<K extends RecordName> = InputOf<typeof operator, K>;
export type RecordOf<K extends RecordName> = OutputOf<typeof operator, K>;

export interface SurfaceState {
  /** Undefined until the background has answered once. */
  readonly snapshot: OperatorSnapshot | undefined;
  /** Why no snapshot could be read, until one is. */
  readonly unread: string | undefined;
  /** Code of the last refusal and where it was asked, until the next thing is asked or that place is left. */
  readonly refusal: { readonly code: string; readonly place: string } | undefined;
  /** Something was asked, and what came of it is not shown yet. */
  readonly isBusy: boolean;
}

export interface Surface {
  readonly store: StoreApi<SurfaceState>;
  readonly refresh: () => Promise<void>;
  /** Says which screen, and of which item, is now in front: a refusal belongs to where it was asked. */
  readonly enter: (place: string) => void;
  /** Forgets the last refusal: something else is begun in the same place. */
  readonly dismiss: () => void;
  /** Asks the background for one thing and shows what came of it. Holds nothing that is lost on closing. */
  readonly ask: (act: (call: OperatorCall) => Promise<Result<unknown, MessageError>>) => Promise<boolean>;
  /** Has the browser ask the operator for sites; to be called in the very turn of a press. */
  readonly requestSites: (patterns: readonly string[]) => Promise<boolean>;
  /** Reads records beyond the snapshot. */
  readonly read: <K extends RecordName>(
    type: K,
    input: RecordInput<K>,
  ) => Promise<Result<RecordOf<K>, MessageError>>;
  /** Reads what takes work or leaves the browser, and shows a refusal where there is one. */
  readonly produce: <K extends RecordName>(
    type: K,
    input: RecordInput<K>,
  ) => Promise<RecordOf<K> | undefined>;
  /** The sealed wallet as a text; `undefined` when the password is not the right one. */
  readonly backUp: (password: string) => Promise<string | undefined>;
  /** Drafts a mandate; gives its id, to be read and signed. */
  readonly draftMandate: (draft: MandateDraft) => Promise<MandateView['id'] | undefined>;
  /** What the issuer says of a lost outcome; `undefined` when it cannot be asked. */
  readonly checkIssuer: (
    checkoutId: OperatorSnapshot['checkouts'][number]['id'],
  ) => Promise<OutputOf<typeof operator, 'unknown.check'>['issuer'] | undefined>;
  readonly pictureOf: (checkoutId: OperatorSnapshot['checkouts'][number]['id']) => Promise<string | null>;
}

/** Makes the store of one surface: fed by snapshots of the background, never written by hand. */
export function createSurface(
  call: OperatorCall,
  requestSites: (patterns: readonly string[]) => Promise<boolean>,
): Surface {
  const store = createStore<SurfaceState>(() => ({
    snapshot: undefined,
    unread: undefined,
    refusal: undefined,
    isBusy: false,
  }));
  let place = '';
  let reading: Promise<void> | undefined;
  let isStale = false;
  let asking = 0;

  async function readUntilFresh(): Promise<void> {
    while (isStale) {
      isStale = false;
      const answer = await call('operator.snapshot', {});
      store.setState(
        answer.ok ? { snapshot: answer.value, unread: undefined } : { unread: answer.error.code },
      );
    }
    reading = undefined;
  }

  const dismiss = () => store.setState({ refusal: undefined });

  /** Done only when a snapshot that was taken after the call is shown, whoever asked for it. */
  function refresh(): Promise<void> {
    isStale = true;
    reading ??= readUntilFresh();
    return reading;
  }

  async function ask<T>(
    act: (call: OperatorCall) => Promise<Result<T, MessageError>>,
  ): Promise<Result<T, MessageError>> {
    asking += 1;
    store.setState({ refusal: undefined, isBusy: true });
    const askedAt = place;
    const answer = await act(call);
    if (!answer.ok) store.setState({ refusal: { code: answer.error.code, place: askedAt } });
    await refresh();
    asking -= 1;
    // Only now: until the snapshot is there, what was answered stands under the pointer as if it still waited.
    store.setState({ isBusy: asking > 0 });
    return answer;
  }

  return {
    store,
    refresh,
    enter(next) {
      // What comes late to a place that was left meanwhile waits there, and is told on the way back.
      if (next !== place && store.getState().refusal?.place === place) dismiss();
      place = next;
    },
    dismiss,
    ask: async (act) => (await ask(act)).ok,
    async draftMandate(draft) {
      const drafted = await ask((send) => send('mandate.draft', draft));
      return drafted.ok ? drafted.value.mandateId : undefined;
    },
    async checkIssuer(checkoutId) {
      const checked = await ask((send) => send('unknown.check', { checkoutId }));
      return checked.ok ? checked.value.issuer : undefined;
    },
    async produce(type, input) {
      const answer = await ask((send) => send(type, input as never));
      return answer.ok ? (answer.value as never) : undefined;
    },
    async backUp(password) {
      const sealed = await ask((send) => send('vault.backup', { password }));
      return sealed.ok ? sealed.value.text : undefined;
    },
    read: (type, input) => call(type, input as never),
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
