/**
 * What needs the operator, in the order in which it should be answered. An `interrupted` run needs nothing but the wallet
 * to be unlocked.
 */
export interface Waiting {
  readonly kind:
    | 'agent'
    | 'stopped_agent'
    | 'mandate'
    | 'choice'
    | 'preview'
    | 'handoff'
    | 'unknown'
    | 'interrupted';
  readonly id: string;
}

/** What the operator should know though nothing waits for them. */
export type News = 'funds_low' | 'agent_refused' | 'excess_taken';

/** How the operator is reached. Says that something waits; never carries a decision. */
export interface Human {
  /** Shows how many things wait: badge, and a popup, window or notification for what is new. */
  call(waiting: readonly Waiting[]): Promise<void>;
  /** Tells something once. */
  tell(news: News): Promise<void>;
  /** Says at the toolbar, while the tab shows this page, that a checkout was seen in it. */
  markCheckout(tabId: number): Promise<void>;
  /** Tells open surfaces that the snapshot changed. */
  refresh(revision: number): void;
}
