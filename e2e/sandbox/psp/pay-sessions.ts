import type { World } from '../world/world.ts';
import type { Charge } from './charges.ts';
import type { PspMerchant } from './merchants.ts';

/** A payment that a shop hands to the provider's own page. */
export interface PaySession {
  id: string;
  merchant: PspMerchant;
  amount: number;
  order: string;
  /** Where the buyer goes when it is paid; the session's id is added. */
  successUrl: string;
  /** In a pop-up the page tells its opener and closes instead of going back by itself. */
  isPopUp: boolean;
  charge: Charge | undefined;
}

/** The provider's open payment pages. */
export class PaySessions {
  private readonly sessions = new Map<string, PaySession>();

  constructor(private readonly world: World) {}

  open(request: Omit<PaySession, 'id' | 'charge'>): PaySession {
    const session = { ...request, id: this.world.ids.prefixed('ps'), charge: undefined };
    this.sessions.set(session.id, session);
    return session;
  }

  find(id: string): PaySession | undefined {
    return this.sessions.get(id);
  }

  reset(): void {
    this.sessions.clear();
  }
}
