const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const tag = (locale: string) => `${locale}-u-ca-gregory-nu-latn`;

/** Writes a clock time: `14:03:24`, or `14:03` without seconds. */
export function formatClock(at: number, locale: string, seconds = true): string {
  return new Intl.DateTimeFormat(tag(locale), {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds && { second: '2-digit' }),
    hourCycle: 'h23',
  }).format(at);
}

/** Writes a date with its month in words: `30 June 2026`. */
export function formatDate(at: number, locale: string): string {
  return new Intl.DateTimeFormat(tag(locale), { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** Writes a day of the week, short: `Mon`. */
export function formatWeekday(at: number, locale: string): string {
  return new Intl.DateTimeFormat(tag(locale), { weekday: 'short' }).format(at);
}

/** Gives the first moments of the last `count` days in the reader's time zone, oldest first; the last one is today. */
export function lastDays(now: number, count: number): number[] {
  const today = new Date(now);
  return Array.from({ length: count }, (_, index) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)).getTime(),
  );
}

/** Writes how long something took: `4.2 s`, `3 min`, `2 h`. */
export function formatDuration(ms: number, locale: string): string {
  const [value, unit] =
    ms < MINUTE ? [ms / 1000, 'second'] : ms < 2 * HOUR ? [ms / MINUTE, 'minute'] : [ms / HOUR, 'hour'];
  return new Intl.NumberFormat(tag(new Intl.Locale(locale).language), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: ms < MINUTE ? 1 : 0,
  }).format(value);
}

/** From the longest; milliseconds are decimals of a second. */
const SPAN_UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const;

/** Writes how long something is to the last millisecond: `2 days 23 hr`, `2 hr 59 min`. For what is signed. */
export function formatSpan(ms: number, locale: string): string {
  const language = tag(new Intl.Locale(locale).language);
  let left = ms;
  const parts = SPAN_UNITS.flatMap(([unit, unitMs]) => {
    const value = unit === 'second' ? left / unitMs : Math.floor(left / unitMs);
    left %= unitMs;
    const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 3 } as const;
    return value === 0 ? [] : [new Intl.NumberFormat(language, style).format(value)];
  });
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(parts);
}

/** Writes date and time: `30 June 2026, 23:59`. */
export function formatDateTime(at: number, locale: string): string {
  return `${formatDate(at, locale)}, ${formatClock(at, locale, false)}`;
}

/** Writes a minute of the day, 0 to 1440: `09:00`. */
export function formatMinute(minute: number, locale: string): string {
  const two = new Intl.NumberFormat(tag(locale), { minimumIntegerDigits: 2 });
  return `${two.format(Math.floor(minute / 60))}:${two.format(minute % 60)}`;
}

/** The first of January 2024 was a Monday. */
const A_SUNDAY = Date.UTC(2023, 11, 31);

/** Writes ISO weekdays (1 is Monday): `Mon, Tue`. */
export function formatWeekdays(weekdays: readonly number[], locale: string): string {
  const name = new Intl.DateTimeFormat(tag(locale), { weekday: 'short', timeZone: 'UTC' });
  return weekdays.map((day) => name.format(A_SUNDAY + day * DAY)).join(', ');
}

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** Writes when something happened: the clock today, the weekday within a week, else the date. */
export function formatMoment(at: number, now: number, locale: string): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days < 0 || days > 6) return formatDate(at, locale);
  const clock = formatClock(at, locale, false);
  if (days > 1) return `${new Intl.DateTimeFormat(tag(locale), { weekday: 'long' }).format(at)} ${clock}`;
  return `${new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' }).format(-days, 'day')} ${clock}`;
}

/** Writes what is left: `9 min`, and `9:41` below ten minutes where each second counts. */
export function formatTimeLeft(leftMs: number, locale: string, style: 'coarse' | 'fine' = 'coarse'): string {
  const left = Math.max(0, leftMs);
  if (left < MINUTE || (style === 'fine' && left < 10 * MINUTE)) {
    const seconds = Math.floor(left / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
  const [value, unit] =
    left < 2 * HOUR
      ? [Math.floor(left / MINUTE), 'minute']
      : left < 2 * DAY
        ? [Math.floor(left / HOUR), 'hour']
        : [Math.floor(left / DAY), 'day'];
  // The bare language: British English would write `9 mins`.
  return new Intl.NumberFormat(tag(new Intl.Locale(locale).language), {
    style: 'unit',
    unit: unit,
    unitDisplay: 'short',
  }).format(value);
}
