import { z } from 'zod';
import { defineContract } from '../contract.ts';

/** What a page's script may report. It may report and be asked; it never approves, reveals or chooses an amount. */
export const pageEvents = defineContract({
  /** The operator pressed a button of the banner. Both are safe if clickjacked. */
  'page.take-over': { from: ['page'], input: z.strictObject({}), output: z.strictObject({}) },
  'page.stop': { from: ['page'], input: z.strictObject({}), output: z.strictObject({}) },
  /** The passive look found card fields. */
  'page.checkout-seen': { from: ['page'], input: z.strictObject({}), output: z.strictObject({}) },
});
