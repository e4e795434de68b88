import { z } from 'zod';
import { createIssuerCall, type IssuerCall, type IssuerCallParameters } from '../issuer-call.ts';

export type LithicCall = IssuerCall<unknown>;

const Complaint = z.object({ message: z.string() }).catch({ message: '' });

/** Asks as Lithic wants to be asked: JSON, and the bare key. */
export function createLithicCall(parameters: IssuerCallParameters): LithicCall {
  return createIssuerCall<unknown>(parameters, {
    headers: (key) => ({ Authorization: key }),
    contentType: 'application/json',
    write: JSON.stringify,
    complaint: (answer) => Complaint.parse(answer).message,
  });
}
