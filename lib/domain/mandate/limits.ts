import { isMoreThan, money, subtractMoney, type Money } from '../../kernel/money.ts';
import type { Mandate, MandateRefusal } from './state.ts';
import type { MandateTerms } from './terms.ts';

const DAY_MS = 86_400_000;
const WINDOWS = [
  { field: 'perDay', period: 'day', lengthMs: DAY_MS },
  { field: 'perWeek', period: 'week', lengthMs: 7 * DAY_MS },
  { field: 'perMonth', period: 'month', lengthMs: 30 * DAY_MS },
] as const;

/** What is left to spend: the budget less what is held and what was paid. */
export function remainingOf(mandate: Mandate): Money {
  return subtractMoney(subtractMoney(mandate.terms.budget, mandate.reserved), mandate.spent);
}

/** How many payments were made or are under way. */
export function paymentCountOf(mandate: Mandate): number {
  return mandate.holds.count;
}

/**
 * What was paid or held in the window of so many milliseconds that ends now. A hold leaves it at the first
 * millisecond after its length; one that a clock set back puts into the future is still in it.
 */
export function takenWithin(mandate: Mandate, lengthMs: number, now: number): Money {
  return money(mandate.holds.takenAfter(now - lengthMs), mandate.terms.budget.currency);
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Tells whether payments may begin at a moment, by the wall clock of the zone that the terms name. */
export function isWithinHours({ hours, timeZone }: Pick<MandateTerms, 'hours' | 'timeZone'>, now: number) {
  if (hours.length === 0) return true;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = WEEKDAYS.indexOf(part('weekday')) + 1;
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  return hours.some(
    ({ weekdays, fromMinute, untilMinute }) =>
      weekdays.includes(weekday) && minute >= fromMinute && minute < untilMinute,
  );
}

/** The first limit that a payment would break, in the order in which a person would look: size, time, pace, kind. */
export function brokenLimitOf(
  mandate: Mandate,
  { amount, category }: { amount: Money; category: string | null },
  now: number,
): MandateRefusal | undefined {
  const { terms } = mandate;
  if (terms.perPayment && isMoreThan(amount, terms.perPayment))
    return { kind: 'per_payment_exceeded', limit: terms.perPayment, asked: amount };
  const remaining = remainingOf(mandate);
  if (isMoreThan(amount, remaining)) return { kind: 'budget_exceeded', remaining, asked: amount };
  if (!isWithinHours(terms, now)) return { kind: 'outside_hours', timeZone: terms.timeZone };
  for (const { field, period, lengthMs } of WINDOWS) {
    const limit = terms[field];
    if (!limit) continue;
    const left = subtractMoney(limit, takenWithin(mandate, lengthMs, now));
    if (isMoreThan(amount, left)) return { kind: 'period_exceeded', period, limit, left, asked: amount };
  }
  return brokenPaceOf(mandate, now) ?? brokenCategoryOf(mandate, amount, category);
}

function brokenPaceOf(mandate: Mandate, now: number): MandateRefusal | undefined {
  const { maxPayments, minimumIntervalMs } = mandate.terms;
  const { count, lastAt } = mandate.holds;
  if (maxPayments !== null && count >= maxPayments) return { kind: 'count_exceeded', limit: maxPayments };
  if (minimumIntervalMs === null || count === 0) return undefined;
  const from = lastAt + minimumIntervalMs;
  return now < from ? { kind: 'too_soon', from } : undefined;
}

function brokenCategoryOf(
  mandate: Mandate,
  amount: Money,
  category: string | null,
): MandateRefusal | undefined {
  const limit = mandate.terms.categories.find(({ code }) => code === category)?.limit;
  if (!limit || category === null) return undefined;
  const left = subtractMoney(limit, money(mandate.holds.takenOn(category), amount.currency));
  return isMoreThan(amount, left)
    ? { kind: 'category_exceeded', category, limit, left, asked: amount }
    : undefined;
}
