import { z } from 'zod';

/** EMV 3-D Secure 2.2 messages, as far as a browser flow carries them. */
const Version = z.literal('2.2.0');

export const ThreeDsMethodData = z.looseObject({
  threeDSServerTransID: z.string(),
  threeDSMethodNotificationURL: z.string().optional(),
});
export type ThreeDsMethodData = z.infer<typeof ThreeDsMethodData>;

/** What the 3DS server asks the bank (AReq). The amount has no decimal point; the card is named by its end only. */
export const AuthenticationRequest = z.looseObject({
  messageType: z.literal('AReq'),
  messageVersion: Version,
  threeDSServerTransID: z.string(),
  merchantName: z.string(),
  purchaseAmount: z.string().regex(/^\d+$/),
  purchaseCurrency: z.literal('840'),
  cardLastFour: z.string(),
  notificationURL: z.string(),
  resultsURL: z.string(),
});
export type AuthenticationRequest = z.infer<typeof AuthenticationRequest>;

/** The bank's answer (ARes): authenticated at once, a challenge to show, or decoupled: it asks the buyer by itself. */
export const AuthenticationResponse = z.looseObject({
  messageType: z.literal('ARes'),
  threeDSServerTransID: z.string(),
  acsTransID: z.string(),
  transStatus: z.enum(['Y', 'C', 'D', 'N']),
  acsURL: z.string().optional(),
});
export type AuthenticationResponse = z.infer<typeof AuthenticationResponse>;

export const ChallengeRequest = z.looseObject({
  messageType: z.literal('CReq'),
  messageVersion: Version,
  threeDSServerTransID: z.string(),
  acsTransID: z.string(),
  challengeWindowSize: z.string().regex(/^0[1-5]$/),
});
export type ChallengeRequest = z.infer<typeof ChallengeRequest>;

/** What the bank tells the 3DS server behind the browser's back (RReq). The only word that counts. */
export const ResultsRequest = z.looseObject({
  messageType: z.literal('RReq'),
  threeDSServerTransID: z.string(),
  acsTransID: z.string(),
  transStatus: z.enum(['Y', 'N', 'U']),
  challengeCancel: z.string().optional(),
});
export type ResultsRequest = z.infer<typeof ResultsRequest>;

/** What the browser carries back (CRes). A claim, never trusted for money. */
export const ChallengeResponse = z.looseObject({
  messageType: z.literal('CRes'),
  threeDSServerTransID: z.string(),
  acsTransID: z.string(),
  transStatus: z.enum(['Y', 'N', 'U']),
});
export type ChallengeResponse = z.infer<typeof ChallengeResponse>;

/** Writes a message as the forms of the flow carry it. */
export function encodeMessage(message: unknown): string {
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

/** Reads a form's message; `undefined` when it is not base64url JSON of that shape. */
export function decodeMessage<T extends z.ZodType>(schema: T, text: string | null): z.output<T> | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}
