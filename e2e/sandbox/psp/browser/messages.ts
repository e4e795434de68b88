import type { ThreeDsNextStep } from '../three-ds-server.ts';

export type FieldName = 'number' | 'expiry' | 'cvc';

/** From the shop's page to the number field. Carries no card data, as nothing on this channel ever does. */
export interface TokenizeMessage {
  type: 'psp:tokenize';
  session: string;
  requestId: string;
}

/** From the fields to the shop's page. */
export type FieldMessage =
  | { type: 'psp:ready'; session: string; field: FieldName }
  | { type: 'psp:change'; session: string; field: FieldName; complete: boolean }
  | { type: 'psp:focus'; session: string; field: FieldName; focused: boolean }
  | { type: 'psp:token'; session: string; requestId: string; token: string; lastFour: string }
  | { type: 'psp:token-refused'; session: string; requestId: string; reason: string };

/** From the 3-D Secure frames, once they are back on the provider's origin. */
export interface ThreeDsMessage {
  type: 'psp:3ds-next';
  transactionId: string;
  next: ThreeDsNextStep;
}

/** Between the provider's own frames, on a BroadcastChannel of their origin that the shop's page cannot join. */
export type FrameMessage =
  | { type: 'ask'; requestId: string }
  | { type: 'value'; requestId: string; field: FieldName; value: string };
