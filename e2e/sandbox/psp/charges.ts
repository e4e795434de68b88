import type { World } from '../world/world.ts';
import type { IssuerLink } from './issuer-link.ts';
import type { PspMerchant } from './merchants.ts';
import type { ThreeDsAction, ThreeDsServer } from './three-ds-server.ts';
import type { CardVault, StoredCard } from './vault.ts';

export interface Charge {
  id: string;
  merchant: PspMerchant;
  order: string;
  amount: number;
  captured: number;
  status: 'requires_action' | 'authorizing' | 'succeeded' | 'declined';
  /** Why it was declined: Lithic's code, or `THREE_DS_FAILED`. */
  reason: string;
  transactionToken: string;
  threeDsId: string | undefined;
  card: StoredCard;
}

interface ChargeView {
  id: string;
  status: Charge['status'];
  amount: number;
  captured: number;
  reason: string;
  action?: ThreeDsAction;
}

export interface ChargeRequest {
  token: string;
  amount: number;
  order: string;
  /** What `ThreeDsServer.start` takes. */
  wholePageReturn?: string | undefined;
}

/** Charges cards for shops: 3-D Secure when it is scripted, then the issuer's authorization. */
export class Charges {
  private readonly charges = new Map<string, Charge>();

  constructor(
    private readonly world: World,
    private readonly vault: CardVault,
    private readonly issuer: IssuerLink,
    private readonly threeDs: ThreeDsServer,
  ) {}

  async create(
    merchant: PspMerchant,
    request: ChargeRequest,
  ): Promise<Charge | 'unknown_token' | 'token_already_used'> {
    const card = this.vault.spend(request.token, merchant.publicKey);
    if (typeof card === 'string') return card;
    const charge: Charge = {
      id: this.world.ids.prefixed('ch'),
      merchant,
      order: request.order,
      amount: request.amount,
      captured: 0,
      status: 'authorizing',
      reason: '',
      transactionToken: '',
      threeDsId: undefined,
      card,
    };
    this.charges.set(charge.id, charge);
    if (!this.isAuthenticationWanted(charge)) return this.authorize(charge);
    charge.status = 'requires_action';
    charge.threeDsId = this.threeDs.start({
      merchant,
      amount: charge.amount,
      lastFour: card.pan.slice(-4),
      wholePageReturn: request.wholePageReturn,
    });
    return charge;
  }

  /** Goes on after 3-D Secure: authorizes when the bank vouched for the buyer, declines otherwise. */
  async confirm(charge: Charge): Promise<Charge> {
    if (charge.status !== 'requires_action' || charge.threeDsId === undefined) return charge;
    const outcome = this.threeDs.outcomeOf(charge.threeDsId);
    if (outcome === 'open') return charge;
    if (outcome === 'authenticated') return this.authorize(charge);
    charge.status = 'declined';
    charge.reason = 'THREE_DS_FAILED';
    return charge;
  }

  async capture(charge: Charge, amount: number): Promise<'captured' | 'not_capturable'> {
    if (charge.status !== 'succeeded' || amount > charge.amount - charge.captured) return 'not_capturable';
    charge.captured += amount;
    return (await this.issuer.capture(charge.transactionToken, amount)) ? 'captured' : 'not_capturable';
  }

  find(id: string, merchant: PspMerchant): Charge | undefined {
    const charge = this.charges.get(id);
    return charge?.merchant === merchant ? charge : undefined;
  }

  view(charge: Charge): ChargeView {
    const { id, status, amount, captured, reason, threeDsId } = charge;
    const isWaiting = status === 'requires_action' && threeDsId !== undefined;
    return {
      id,
      status,
      amount,
      captured,
      reason,
      ...(isWaiting && { action: this.threeDs.actionOf(threeDsId) }),
    };
  }

  reset(): void {
    this.charges.clear();
  }

  private isAuthenticationWanted(charge: Charge): boolean {
    const { threeDs, threeDsFrom, threeDsAt } = this.world.options.current;
    const isHere = threeDsAt === null || threeDsAt === charge.merchant.shop;
    return threeDs !== 'none' && isHere && charge.amount >= threeDsFrom;
  }

  private async authorize(charge: Charge): Promise<Charge> {
    // Set before the first await: a second confirm must not authorize again.
    charge.status = 'authorizing';
    const answer = await this.issuer.authorize(charge.card, charge.merchant, charge.amount);
    charge.transactionToken = answer.transactionToken;
    charge.status = answer.approved ? 'succeeded' : 'declined';
    charge.reason = answer.approved ? '' : answer.reason;
    return charge;
  }
}
