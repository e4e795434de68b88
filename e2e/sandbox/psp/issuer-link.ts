import { Lithic } from 'lithic';
import { CARD_NETWORK_HEADER } from '../issuer/network.ts';
import type { World } from '../world/world.ts';
import type { StoredCard } from './vault.ts';
import type { PspMerchant } from './merchants.ts';

export interface Authorization {
  transactionToken: string;
  approved: boolean;
  reason: string;
}

/** The provider's way to the card network: the issuer's own public API, over HTTP, with its official client. */
export class IssuerLink {
  constructor(
    private readonly world: World,
    private readonly apiKey: string,
  ) {}

  async authorize(card: StoredCard, merchant: PspMerchant, amount: number): Promise<Authorization> {
    const body = {
      amount,
      pan: card.pan,
      descriptor: merchant.descriptor,
      mcc: merchant.mcc,
      merchant_acceptor_id: merchant.acceptorId,
      cvv: card.cvc,
      exp_month: card.expMonth,
      exp_year: card.expYear,
    };
    try {
      const { token } = await this.client.transactions.simulateAuthorization(body);
      const transaction = await this.read(token ?? '');
      const reason = transaction.events?.[0]?.detailed_results[0] ?? 'DECLINED';
      return { transactionToken: transaction.token, approved: transaction.status === 'PENDING', reason };
    } catch (error) {
      if (!(error instanceof Lithic.NotFoundError)) throw error;
      return { transactionToken: '', approved: false, reason: 'CARD_INVALID' };
    }
  }

  /** Captures; `false` when the issuer knows no such authorization, as after a reset. */
  async capture(transactionToken: string, amount: number): Promise<boolean> {
    try {
      await this.client.transactions.simulateClearing({ token: transactionToken, amount });
      return true;
    } catch (error) {
      if (error instanceof Lithic.NotFoundError || error instanceof Lithic.BadRequestError) return false;
      throw error;
    }
  }

  private read(token: string) {
    return this.client.transactions.retrieve(token);
  }

  private get client(): Lithic {
    return new Lithic({
      apiKey: this.apiKey,
      baseURL: this.world.addresses().inside.issuer,
      maxRetries: 0,
      defaultHeaders: { [CARD_NETWORK_HEADER]: 'sandbox' },
    });
  }
}
