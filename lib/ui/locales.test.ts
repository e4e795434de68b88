import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../public/_locales/', import.meta.url);
type Messages = Readonly<Record<string, { message: string }>>;
const read = (locale: string) =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, root), 'utf8')) as Messages;
const english = read('en');
const valuesOf = (message: string) =>
  [...new Set([...message.matchAll(/\$\d/g)].map(([value]) => value))].sort();
const isPlural = (message: string) => message.includes('other=');
const formsOf = (message: string) => message.split('|').map((form) => form.slice(0, form.indexOf('=')));

describe.each(readdirSync(root))('locale %s', (locale) => {
  const messages = read(locale);

  test('has exactly the keys of English', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
  });

  test.each(Object.keys(english))('%s says something, with the same values', (key) => {
    expect(messages[key]?.message.trim()).not.toBe('');
    expect(messages[key]?.message).not.toContain('¦');
    expect(valuesOf(messages[key]?.message ?? '')).toEqual(valuesOf(english[key]?.message ?? ''));
  });

  const plurals = Object.keys(english).filter((key) => isPlural(english[key]!.message));

  test.each(plurals)('%s has every plural form of the language', (key) => {
    const { pluralCategories } = new Intl.PluralRules(messages.localeTag!.message).resolvedOptions();
    expect(formsOf(messages[key]!.message).toSorted()).toEqual(pluralCategories.toSorted());
  });
});

test('German says Sie throughout, and has one word for the issuer', () => {
  for (const { message } of Object.values(read('de'))) {
    expect(message).not.toMatch(/\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b/i);
    expect(message).not.toMatch(/Aussteller|(?<!Karten)ausgeber|herausgeber/i);
  }
});
