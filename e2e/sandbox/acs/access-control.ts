import type { BankInbox } from '../bank/inbox.ts';
import { printDollars } from '../world/html.ts';
import type {
  AuthenticationRequest,
  AuthenticationResponse,
  ChallengeResponse,
  ResultsRequest,
} from '../world/three-ds-messages.ts';
import type { World } from '../world/world.ts';

const MAX_ATTEMPTS = 3;

export interface AcsTransaction {
  acsTransID: string;
  request: AuthenticationRequest;
  /** Empty where the buyer approves in the bank's app (out-of-band, EMV 3DS 2). */
  code: string;
  attempts: number;
  isCodeSent: boolean;
  deadline: number;
  result: 'open' | 'Y' | 'N';
}

/** The bank's side of 3-D Secure: decides, challenges, and reports to the 3DS server. */
export class AccessControl {
  private readonly transactions = new Map<string, AcsTransaction>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly world: World,
    private readonly inbox: BankInbox,
  ) {}

  /** Answers an AReq as it is scripted: authenticated without a question, a challenge, or a question in the bank's app alone. */
  answer(request: AuthenticationRequest): AuthenticationResponse {
    const { threeDs, threeDsTimeoutMs } = this.world.options.current;
    const isDecoupled = threeDs === 'decoupled';
    const isAsked = threeDs !== 'none' && threeDs !== 'frictionless';
    const acsTransID = this.world.ids.uuid('acs');
    const code =
      threeDs === 'challenge_in_app' || isDecoupled
        ? ''
        : String(this.world.ids.bytes('one-time-code').readUInt32BE(0) % 1_000_000).padStart(6, '0');
    const transaction: AcsTransaction = {
      acsTransID,
      request,
      code,
      attempts: 0,
      isCodeSent: false,
      deadline: Date.now() + threeDsTimeoutMs,
      result: isAsked ? 'open' : 'Y',
    };
    this.transactions.set(acsTransID, transaction);
    this.world.events.add({
      kind: 'three-ds-started',
      transactionId: request.threeDSServerTransID,
      mode: isAsked ? 'challenge' : 'frictionless',
      amount: Number(request.purchaseAmount),
    });
    if (isAsked) this.expireLater(transaction, threeDsTimeoutMs);
    if (isDecoupled) this.sendCode(transaction);
    return {
      messageType: 'ARes',
      threeDSServerTransID: request.threeDSServerTransID,
      acsTransID,
      transStatus: isDecoupled ? 'D' : isAsked ? 'C' : 'Y',
      ...(isAsked && !isDecoupled && { acsURL: `${this.world.addresses().acs}/3ds/creq` }),
    };
  }

  find(acsTransID: string): AcsTransaction | undefined {
    return this.transactions.get(acsTransID);
  }

  /** Sends the code when the challenge is first shown, as banks do. */
  sendCode(transaction: AcsTransaction): void {
    if (transaction.isCodeSent) return;
    transaction.isCodeSent = true;
    const { merchantName, purchaseAmount, threeDSServerTransID } = transaction.request;
    const purchase = `${printDollars(Number(purchaseAmount))} at ${merchantName}`;
    this.inbox.deliver({
      id: transaction.acsTransID,
      at: new Date().toISOString(),
      text:
        transaction.code === ''
          ? `Do you approve ${purchase}?`
          : `Your code to pay ${purchase}. Never share it.`,
      code: transaction.code,
    });
    this.world.events.add({ kind: 'three-ds-code-sent', transactionId: threeDSServerTransID });
  }

  /** Takes a typed code; the third wrong one ends the transaction. */
  async tryCode(transaction: AcsTransaction, code: string): Promise<void> {
    if (transaction.result !== 'open' || transaction.code === '') return;
    if (Date.now() >= transaction.deadline) return this.conclude(transaction, 'N', 'timed out');
    if (code.trim() === transaction.code) return this.conclude(transaction, 'Y', 'code accepted');
    transaction.attempts += 1;
    const transactionId = transaction.request.threeDSServerTransID;
    this.world.events.add({ kind: 'three-ds-code-refused', transactionId, attempt: transaction.attempts });
    if (transaction.attempts >= MAX_ATTEMPTS) await this.conclude(transaction, 'N', 'too many attempts');
  }

  /** Takes the buyer's answer in the bank's app. */
  async decideInApp(acsTransID: string, isApproved: boolean): Promise<void> {
    const transaction = this.transactions.get(acsTransID);
    if (transaction?.result !== 'open' || transaction.code !== '') return;
    await this.conclude(
      transaction,
      isApproved ? 'Y' : 'N',
      isApproved ? 'approved in app' : 'denied in app',
    );
  }

  /** Ends an open challenge without the buyer's proof. */
  async giveUp(transaction: AcsTransaction, reason: 'abandoned' | 'timed out'): Promise<void> {
    if (transaction.result === 'open') await this.conclude(transaction, 'N', reason);
  }

  /** What the browser carries back to the provider. */
  responseOf(transaction: AcsTransaction): ChallengeResponse {
    return {
      messageType: 'CRes',
      messageVersion: '2.2.0',
      threeDSServerTransID: transaction.request.threeDSServerTransID,
      acsTransID: transaction.acsTransID,
      transStatus: transaction.result === 'Y' ? 'Y' : 'N',
    };
  }

  reset(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.transactions.clear();
  }

  private expireLater(transaction: AcsTransaction, timeoutMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // The provider may be gone by now; there is nobody else to tell.
      this.giveUp(transaction, 'timed out').catch(() => undefined);
    }, timeoutMs);
    timer.unref();
    this.timers.add(timer);
  }

  private async conclude(transaction: AcsTransaction, result: 'Y' | 'N', reason: string): Promise<void> {
    transaction.result = result;
    const { threeDSServerTransID, resultsURL } = transaction.request;
    const report: ResultsRequest = {
      messageType: 'RReq',
      messageVersion: '2.2.0',
      threeDSServerTransID,
      acsTransID: transaction.acsTransID,
      transStatus: result,
      ...(reason === 'abandoned' && { challengeCancel: '01' }),
      ...(reason === 'timed out' && { challengeCancel: '04' }),
    };
    this.world.events.add({
      kind: 'three-ds-ended',
      transactionId: threeDSServerTransID,
      transStatus: result,
      reason,
    });
    await fetch(resultsURL, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(report),
    });
  }
}
