import { describe, expect, test } from 'vitest';
import { money } from '../kernel/money.ts';
import { cleanText } from './clean-text.ts';
import { formatAmount, sayAmount, shareOf } from './format-amount.ts';
import { formatMoment, formatSpan, formatTimeLeft } from './format-time.ts';
import { splitHost } from './split-host.ts';
import { createLanguage, splitMessage } from './translate.ts';

const NBSP = '\u00a0';

describe('amounts', () => {
  test.each([
    [2_490n, 'USD', 'en', `24.90${NBSP}USD`],
    [2_490n, 'EUR', 'de', `24,90${NBSP}EUR`],
    [2_490n, 'USD', 'ar', `24.90${NBSP}USD`],
    [12_489_000n, 'JPY', 'en', `12,489,000${NBSP}JPY`],
    [1_234_567n, 'KWD', 'en', `1,234.567${NBSP}KWD`],
    [-10n, 'USD', 'en', `\u22120.10${NBSP}USD`],
    [90_071_992_547_409_931n, 'USD', 'en', `900,719,925,474,099.31${NBSP}USD`],
  ])('%s minor %s in %s is exact', (minor, currency, locale, text) => {
    expect(formatAmount(money(minor, currency), locale)).toBe(text);
  });

  test('are heard with the currency by name', () => {
    expect(sayAmount(money(2_490n, 'EUR'), 'en')).toBe('24.90 euros');
  });

  test('shares stay inside the bar', () => {
    expect(shareOf(money(50n, 'USD'), money(150n, 'USD'))).toBe(333);
    expect(shareOf(money(500n, 'USD'), money(150n, 'USD'))).toBe(1000);
    expect(shareOf(money(1n, 'USD'), money(0n, 'USD'))).toBe(0);
  });
});

describe('time', () => {
  test('deadlines are words, and seconds where each counts', () => {
    expect(formatTimeLeft(9.9 * 60_000, 'en-GB')).toBe('9 min');
    expect(formatTimeLeft(581_000, 'en', 'fine')).toBe('9:41');
    expect(formatTimeLeft(52_000, 'en')).toBe('0:52');
    expect(formatTimeLeft(-1, 'en')).toBe('0:00');
  });

  test.each([
    [179 * 60_000, 'en-GB', '2 hr 59 min'],
    [71 * 3_600_000, 'en-GB', '2 days 23 hr'],
    [90_000, 'en-GB', '1 min 30 sec'],
    [3_600_000, 'en-GB', '1 hr'],
    [1_001, 'en-GB', '1.001 sec'],
    [179 * 60_000, 'de', '2 Std., 59 Min.'],
    [71 * 3_600_000, 'ar', 'يومان و23 س'],
  ])('the term of %s ms in %s is exact', (ms, locale, text) => {
    expect(formatSpan(ms, locale)).toBe(text);
  });

  test('an older moment is a date with its month in words', () => {
    const now = new Date(2026, 4, 14, 14).getTime();
    expect(formatMoment(new Date(2026, 4, 14, 9, 41).getTime(), now, 'en-GB')).toBe('today 09:41');
    expect(formatMoment(new Date(2026, 3, 2, 9, 41).getTime(), now, 'en-GB')).toBe('2 April 2026');
  });
});

describe('what others say', () => {
  test('loses control characters, bidi overrides and zero-width characters', () => {
    expect(cleanText('a\u202Eb\u200Bc\u0007 d\n\ne')).toBe('a b c d e');
    expect(cleanText('x'.repeat(50), 10)).toBe(`${'x'.repeat(10)}…`);
  });

  test('a host shows its registrable domain whole', () => {
    expect(splitHost('pay.shop.example:8443', 'shop.example')).toEqual({
      subdomains: 'pay.',
      registrable: 'shop.example',
    });
    expect(splitHost('shop.example.evil.test', 'evil.test').registrable).toBe('evil.test');
    expect(splitHost('10.0.0.1', '')).toEqual({ subdomains: '', registrable: '10.0.0.1' });
  });
});

test('a message is cut at its values, wherever a language puts them', () => {
  const language = createLanguage((key, values) =>
    key === 'signWhere' ? `bis ${values[1] ?? ''} bei ${values[0] ?? ''}.` : 'rtl',
  );
  expect(splitMessage(language.t, 'signWhere', 2)).toEqual(['bis ', 1, ' bei ', 0, '.']);
  expect(language.direction).toBe('rtl');
});
