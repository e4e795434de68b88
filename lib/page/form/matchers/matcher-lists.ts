import { addressMatchers } from './address-matchers.ts';
import { cardMatchers } from './card-matchers.ts';
import type { Matcher } from './matcher.ts';
import { otherMatchers } from './other-matchers.ts';

/** What is asked together. Each list fits the bits of one number. */
export const MATCHER_LISTS = {
  other: otherMatchers,
  card: cardMatchers.filter(({ strength }) => strength > 1),
  /** Words that mean card data only among card fields. */
  weakCard: cardMatchers.filter(({ strength }) => strength === 1),
  address: addressMatchers,
} as const satisfies Readonly<Record<string, readonly Matcher[]>>;

export type MatcherListName = keyof typeof MATCHER_LISTS;
