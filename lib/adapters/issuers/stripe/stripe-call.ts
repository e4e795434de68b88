import { z } from 'zod';
import { createIssuerCall, type IssuerCall, type IssuerCallParameters } from '../issuer-call.ts';
import { toForm, type FormValue } from './to-form.ts';

/** The version whose `lifecycle_controls` end a card after its payment. */
const API_VERSION = '2026-03-25.dahlia';

const Complaint = z.object({ error: z.object({ message: z.string() }) }).catch({ error: { message: '' } });

/** Asks as Stripe wants to be asked: forms with nested names, and a pinned version. */
export function createStripeCall(
  parameters: IssuerCallParameters,
): IssuerCall<Readonly<Record<string, FormValue>>> {
  return createIssuerCall(parameters, {
    headers: (key) => ({ Authorization: `Bearer ${key}`, 'Stripe-Version': API_VERSION }),
    contentType: 'application/x-www-form-urlencoded',
    write: toForm,
    complaint: (answer) => Complaint.parse(answer).error.message,
  });
}
