/** What needs the operator, in the order in which it should be answered. */
export interface Waiting {
  readonly kind: 'agent' | 'mandate' | 'choice' | 'preview' | 'handoff' | 'unknown';
  readonly id: string;
}

/** How the operator is reached. Says that something waits; never carries a decision. */
export interface Human {
  /** Shows how many things wait: badge, and a popup, window or notification for what is new. */
  call(waiting: readonly Waiting[]): Promise<void>;
  /** Tells open surfaces that the snapshot changed. */
  refresh(revision: number): void;
}
