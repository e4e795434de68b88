import { originOf, type PspMerchant } from './merchants.ts';
import type { World } from '../world/world.ts';
import {
  AuthenticationResponse,
  encodeMessage,
  type AuthenticationRequest,
  type ResultsRequest,
} from '../world/three-ds-messages.ts';

interface Purchase {
  merchant: PspMerchant;
  amount: number;
  lastFour: string;
  /** Where of the provider's the bank leads back to when it has the whole page; in a frame it tells the shop's page. */
  wholePageReturn?: string | undefined;
}

interface Authentication extends Purchase {
  id: string;
  acsTransID: string | undefined;
  outcome: 'open' | 'authenticated' | 'refused';
}

/** What the shop's page needs to begin: a form to post into a hidden frame. */
export interface ThreeDsAction {
  type: 'three_ds';
  transactionId: string;
  methodUrl: string;
  threeDSMethodData: string;
}

/** What the page does after the bank answered. */
export type ThreeDsNextStep =
  | { step: 'done' }
  /** The bank asks the buyer by itself (decoupled authentication, EMV 3DS 2.2); the page waits. */
  | { step: 'wait' }
  | { step: 'challenge'; acsUrl: string; creq: string; windowSize: string };

/** The provider's 3DS server: asks the bank's access control server, and believes only what that one reports. */
export class ThreeDsServer {
  private readonly authentications = new Map<string, Authentication>();

  constructor(private readonly world: World) {}

  start(purchase: Purchase): string {
    const id = this.world.ids.uuid('three-ds-server');
    this.authentications.set(id, { ...purchase, id, acsTransID: undefined, outcome: 'open' });
    return id;
  }

  actionOf(id: string): ThreeDsAction {
    const { psp, acs } = this.world.addresses();
    return {
      type: 'three_ds',
      transactionId: id,
      methodUrl: `${acs}/3ds/method`,
      threeDSMethodData: encodeMessage({
        threeDSServerTransID: id,
        threeDSMethodNotificationURL: `${psp}/3ds/method-notification`,
      }),
    };
  }

  /** Sends the AReq once the method frame has reported; `undefined` for a transaction that is not ours. */
  async authenticate(id: string): Promise<ThreeDsNextStep | undefined> {
    const authentication = this.authentications.get(id);
    if (!authentication || authentication.acsTransID !== undefined) return undefined;
    const { psp, inside } = this.world.addresses();
    const request: AuthenticationRequest = {
      messageType: 'AReq',
      messageVersion: '2.2.0',
      threeDSServerTransID: id,
      merchantName: authentication.merchant.descriptor,
      purchaseAmount: String(authentication.amount),
      purchaseCurrency: '840',
      cardLastFour: authentication.lastFour,
      notificationURL: `${psp}${authentication.wholePageReturn ?? '/3ds/notification'}`,
      resultsURL: `${inside.psp}/3ds/results`,
    };
    const reply = await fetch(`${inside.acs}/3ds/areq`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    const answer = AuthenticationResponse.parse(await reply.json());
    authentication.acsTransID = answer.acsTransID;
    if (answer.transStatus === 'C' && answer.acsURL !== undefined)
      return challengeStep(authentication, answer.acsTransID, answer.acsURL);
    if (answer.transStatus === 'D') return { step: 'wait' };
    authentication.outcome = answer.transStatus === 'Y' ? 'authenticated' : 'refused';
    return { step: 'done' };
  }

  /** Takes the bank's report; the first one stands. */
  conclude(report: ResultsRequest): boolean {
    const authentication = this.authentications.get(report.threeDSServerTransID);
    if (!authentication || authentication.acsTransID !== report.acsTransID) return false;
    if (authentication.outcome === 'open')
      authentication.outcome = report.transStatus === 'Y' ? 'authenticated' : 'refused';
    return true;
  }

  outcomeOf(id: string): Authentication['outcome'] {
    return this.authentications.get(id)?.outcome ?? 'refused';
  }

  /** Gives the origin of the page that the notification frames may speak to. */
  pageOriginOf(id: string): string | undefined {
    const authentication = this.authentications.get(id);
    return authentication && originOf(authentication.merchant, this.world);
  }

  reset(): void {
    this.authentications.clear();
  }
}

function challengeStep(
  { id, wholePageReturn }: Authentication,
  acsTransID: string,
  acsUrl: string,
): ThreeDsNextStep {
  // 02 is 390 × 400 pixels, 05 the full screen (EMV 3DS, Challenge Window Size).
  const windowSize = wholePageReturn === undefined ? '02' : '05';
  const creq = encodeMessage({
    messageType: 'CReq',
    messageVersion: '2.2.0',
    threeDSServerTransID: id,
    acsTransID,
    challengeWindowSize: windowSize,
  });
  return { step: 'challenge', acsUrl, creq, windowSize };
}
