import { z } from 'zod';

/** How a claim against the merchant's bank stands. `closed`: lost, or taken back by whoever filed it. */
export const DisputeStatus = z.enum(['none', 'open', 'won', 'closed']);
export type DisputeStatus = z.infer<typeof DisputeStatus>;

/** What can still be done about a payment that the issuer approved. */
export const Recourse = z.strictObject({
  /** Nothing was collected yet, and the issuer can give the authorization back. */
  isReversible: z.boolean(),
  dispute: DisputeStatus,
});
export type Recourse = z.infer<typeof Recourse>;
