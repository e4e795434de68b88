import type {
  AgentView,
  CheckoutView,
  ChoiceView,
  MandateView,
  OperatorSnapshot,
  QueueItem,
} from '../messaging/contracts/operator.ts';

export interface SetupScreen {
  kind: 'create' | 'unlock' | 'issuer' | 'deposit' | 'profile' | 'sites';
}
export type DecisionScreen =
  | { kind: 'agent'; agent: AgentView }
  | { kind: 'stopped_agent'; agent: AgentView }
  | { kind: 'mandate'; mandate: MandateView }
  | { kind: 'choice'; choice: ChoiceView }
  | { kind: 'preview' | 'handoff' | 'unknown'; checkout: CheckoutView };
export type Screen =
  | SetupScreen
  | DecisionScreen
  | { kind: 'idle' }
  | { kind: 'open-mandate'; mandate: MandateView }
  | { kind: 'running' | 'ended'; checkout: CheckoutView };

/** What the operator looks at by choice; lost on closing without loss of anything else. */
export interface Choice {
  /** The waiting item that stays in front while it waits, so that nothing slides under the pointer. */
  readonly item: QueueItem | undefined;
  /** The run that was approved here or opened from a list. */
  readonly followed: string | undefined;
  /** The mandate that was opened from the list. */
  readonly openMandate: string | undefined;
  readonly isDepositSkipped: boolean;
  readonly isProfileSkipped: boolean;
}

export const NO_CHOICE: Choice = {
  item: undefined,
  followed: undefined,
  openMandate: undefined,
  isDepositSkipped: false,
  isProfileSkipped: false,
};

const ENDED = new Set(['succeeded', 'declined', 'refused', 'cancelled', 'expired', 'failed']);

/** Tells whether a run has ended for good. */
export function hasEnded(checkout: CheckoutView): boolean {
  return ENDED.has(checkout.status);
}

/** Tells whether a shop has taken money of a run, whatever came back since. */
export function hasTaken({ took, excess }: CheckoutView): boolean {
  return (took?.minor ?? 0n) > 0n || excess.length > 0;
}

export const isSameItem = (a: QueueItem | undefined, b: QueueItem | undefined): boolean =>
  a?.kind === b?.kind && a?.id === b?.id;

/** Picks the waiting item in front: the chosen one while it still waits, else the most urgent that can be shown. */
export function frontItem(snapshot: OperatorSnapshot, chosen: QueueItem | undefined): QueueItem | undefined {
  const queue = snapshot.queue.filter((item) => screenOfItem(snapshot, item));
  return queue.find((item) => isSameItem(item, chosen)) ?? queue[0];
}

/** Gives the screen of a waiting item, if the snapshot still knows it. */
export function screenOfItem(snapshot: OperatorSnapshot, item: QueueItem): DecisionScreen | undefined {
  if (item.kind === 'agent' || item.kind === 'stopped_agent') {
    const agent = snapshot.agents.find(({ id }) => id === item.id);
    return agent && { kind: item.kind, agent };
  }
  if (item.kind === 'mandate') {
    const mandate = snapshot.mandates.find(({ id }) => id === item.id);
    // What waits is the newest version: all that is shown of terms, and the digest, are then its own.
    return mandate && { kind: 'mandate', mandate: { ...mandate, ...mandate.revision } };
  }
  if (item.kind === 'choice') {
    const choice = snapshot.choices.find(({ id }) => id === item.id);
    return choice && { kind: 'choice', choice };
  }
  const checkout = snapshot.checkouts.find(({ id }) => id === item.id);
  return checkout && { kind: item.kind, checkout };
}

function setupScreen(snapshot: OperatorSnapshot, choice: Choice): SetupScreen | undefined {
  const { setup, wallet, sites } = snapshot;
  if (!setup.deposit && wallet.funded.minor === 0n && !choice.isDepositSkipped) return { kind: 'deposit' };
  if (!setup.profile && !choice.isProfileSkipped) return { kind: 'profile' };
  if (sites === 'undecided') return { kind: 'sites' };
  return undefined;
}

/** Decides which one screen is shown: vault first, then what waits, then set-up, then what runs. */
export function screenOf(snapshot: OperatorSnapshot, choice: Choice): Screen {
  if (snapshot.vault === 'missing') return { kind: 'create' };
  if (snapshot.vault === 'locked') return { kind: 'unlock' };
  if (!snapshot.setup.issuer) return { kind: 'issuer' };
  const item = frontItem(snapshot, choice.item);
  const waiting = item && screenOfItem(snapshot, item);
  if (waiting) return waiting;
  const setup = setupScreen(snapshot, choice);
  if (setup) return setup;
  const opened = snapshot.mandates.find(({ id }) => id === choice.openMandate);
  if (opened) return { kind: 'open-mandate', mandate: opened };
  const followed = snapshot.checkouts.find(({ id }) => id === choice.followed);
  if (followed) return { kind: hasEnded(followed) ? 'ended' : 'running', checkout: followed };
  const running = snapshot.checkouts.findLast((checkout) => !hasEnded(checkout));
  return running ? { kind: 'running', checkout: running } : { kind: 'idle' };
}

/** Names a screen together with what it is about. */
export function placeOf(screen: Screen): string {
  if ('checkout' in screen) return `${screen.kind} ${screen.checkout.id}`;
  if ('mandate' in screen) return `${screen.kind} ${screen.mandate.id}`;
  if ('agent' in screen) return `${screen.kind} ${screen.agent.id}`;
  return 'choice' in screen ? `${screen.kind} ${screen.choice.id}` : screen.kind;
}

/** Tells whether a screen shows something that waits for the operator. */
export function isDecision(screen: Screen): screen is DecisionScreen {
  return ['agent', 'stopped_agent', 'mandate', 'choice', 'preview', 'handoff', 'unknown'].includes(
    screen.kind,
  );
}
