/** What happened in the outside world. Card numbers never appear here; cards are named by token and last four. */
export type SandboxHappening =
  | { kind: 'deposit-credited'; reference: string; amount: number }
  | { kind: 'deposit-replayed'; reference: string; amount: number }
  | {
      kind: 'card-created';
      cardToken: string;
      lastFour: string;
      state: string;
      spendLimit: number;
      memo: string;
    }
  | { kind: 'card-create-replayed'; cardToken: string }
  | { kind: 'card-revealed'; cardToken: string }
  | { kind: 'card-patched'; cardToken: string; state: string; from: string }
  | { kind: 'card-tokenized'; pspToken: string; lastFour: string; merchant: string }
  | {
      kind: 'authorization';
      transactionToken: string;
      cardToken: string;
      amount: number;
      descriptor: string;
      approved: boolean;
      /** Lithic's detailed result: `APPROVED`, or why not. */
      reason: string;
    }
  | { kind: 'captured'; transactionToken: string; cardToken: string; amount: number; authorized: number }
  | { kind: 'voided'; transactionToken: string; cardToken: string; amount: number; status: string }
  | { kind: 'returned'; transactionToken: string; cardToken: string; amount: number }
  | { kind: 'dispute-moved'; disputeToken: string; transactionToken: string; status: string }
  /** A hit of the shop's pay endpoint, whatever became of it. */
  | { kind: 'pay-requested'; shop: string; expectedTotal: number }
  /** What a buyer said about themselves; never card data. */
  | { kind: 'details-received'; shop: string; details: Record<string, string> }
  | { kind: 'pay-refused'; shop: string; reason: string }
  | { kind: 'order-confirmed'; shop: string; orderRef: string; total: number; charged: boolean }
  | { kind: 'price-raised'; by: number }
  /** A hostile page did what it had waited for. */
  | { kind: 'page-moved'; shop: string }
  | { kind: 'three-ds-started'; transactionId: string; mode: string; amount: number }
  | { kind: 'three-ds-code-sent'; transactionId: string }
  | { kind: 'three-ds-code-refused'; transactionId: string; attempt: number }
  | { kind: 'three-ds-ended'; transactionId: string; transStatus: string; reason: string };

export type SandboxEvent = SandboxHappening & { seq: number; at: string };
export type SandboxEventOf<K extends SandboxHappening['kind']> = Extract<SandboxEvent, { kind: K }>;

/** One log for all servers, in the order in which things happened. */
export class EventLog {
  private entries: SandboxEvent[] = [];
  private seq = 0;
  private readonly listeners = new Set<(event: SandboxEvent | undefined) => void>();

  add(happening: SandboxHappening): void {
    this.seq += 1;
    const event = { ...happening, seq: this.seq, at: new Date().toISOString() };
    this.entries.push(event);
    for (const listener of this.listeners) listener(event);
  }

  /** Tells of each event; `undefined` when all was forgotten. */
  subscribe(listener: (event: SandboxEvent | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  all(): SandboxEvent[] {
    return [...this.entries];
  }

  of<K extends SandboxHappening['kind']>(kind: K): SandboxEventOf<K>[] {
    return this.entries.filter((event): event is SandboxEventOf<K> => event.kind === kind);
  }

  reset(): void {
    this.entries = [];
    for (const listener of this.listeners) listener(undefined);
  }
}
