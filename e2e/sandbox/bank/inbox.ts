export interface BankMessage {
  id: string;
  at: string;
  text: string;
  /** The one-time code; empty where the buyer is asked to approve in the bank's app instead. */
  code: string;
}

/** The buyer's messages from the bank. */
export class BankInbox {
  private messages: BankMessage[] = [];

  deliver(message: BankMessage): void {
    this.messages.unshift(message);
  }

  all(): BankMessage[] {
    return [...this.messages];
  }

  reset(): void {
    this.messages = [];
  }
}
