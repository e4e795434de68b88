import { z } from 'zod';
import { Currency } from '../../kernel/money.ts';
import { defineContract } from '../contract.ts';
import { AutocompleteToken, FrameReading, Rect } from './page-reading.ts';

/** One value for one field. `value` may be card data: it lives in this message and the field only. */
export const FillEntry = z.strictObject({
  ref: z.string().max(40),
  token: AutocompleteToken,
  value: z.string().max(500),
  /** Other spellings a select or listbox may offer for the same value (`US`, `United States`). */
  alternatives: z.array(z.string().max(200)).max(6),
});
export type FillEntry = z.infer<typeof FillEntry>;

/** What became of one field: kept exactly, or a named failure. Never the value itself. */
export const FillReport = z.strictObject({
  ref: z.string().max(40),
  token: AutocompleteToken,
  outcome: z.enum([
    'kept',
    'field_gone',
    'field_changed',
    'not_visible',
    'blank',
    'altered',
    'no_such_option',
  ]),
});
export type FillReport = z.infer<typeof FillReport>;

export const PressReport = z.strictObject({
  outcome: z.enum(['pressed', 'page_leaving', 'control_gone', 'control_changed', 'disabled']),
});
export type PressReport = z.infer<typeof PressReport>;

/** What the background may ask of the page engine in one document. Sent to one `documentId` only. */
export const page = defineContract({
  /** `assumedCurrency`: the one to take for the page's where it says none. */
  'page.read': {
    from: ['background'],
    input: z.strictObject({ assumedCurrency: Currency.optional() }),
    output: FrameReading,
  },
  'page.fill': {
    from: ['background'],
    input: z.strictObject({ entries: z.array(FillEntry).max(60) }),
    output: z.array(FillReport),
  },
  /** Empties what this engine filled and restores the fields' `autocomplete`. */
  'page.clear': {
    from: ['background'],
    input: z.strictObject({}),
    output: z.strictObject({ cleared: z.number() }),
  },
  'page.press': {
    from: ['background'],
    input: z.strictObject({ ref: z.string(), fingerprint: z.string() }),
    output: PressReport,
  },
  /** Rectangles that show digits of the filled card, for masking: card fields and every element that echoes them. */
  'page.card-geometry': { from: ['background'], input: z.strictObject({}), output: z.array(Rect).max(200) },
  /** Shows or removes the banner that says who holds the page. Top frame only. */
  'page.show-holder': {
    from: ['background'],
    input: z.strictObject({ holder: z.enum(['agent', 'operator', 'nobody']) }),
    output: z.strictObject({}),
  },
});
