import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
export type Translate = (key: MessageKey, ...values: readonly string[]) => string;

/** What every view needs to speak: the messages and the tag that numbers and dates follow. */
export interface Language {
  readonly t: Translate;
  /** Says how many, in the plural form that the language has for the number. */
  readonly count: (key: MessageKey, number: number) => string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Makes the language of a surface out of the browser's message store. */
export function createLanguage(getMessage: (key: string, values: string[]) => string): Language {
  const t: Translate = (key, ...values) => getMessage(key, [...values]);
  const locale = t('localeTag');
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(`${locale}-u-nu-latn`);
  const count: Language['count'] = (key, number) =>
    pluralForm(t(key, digits.format(number)), rules.select(number));
  return { t, count, locale, direction: t('localeDirection') === 'rtl' ? 'rtl' : 'ltr' };
}

/** Picks a form of a message written as `one=$1 run|other=$1 runs`; the forms are named as `Intl.PluralRules` names them. */
export function pluralForm(message: string, category: Intl.LDMLPluralRule): string {
  const forms = new Map(
    message.split('|').map((form) => [form.slice(0, form.indexOf('=')), form.slice(form.indexOf('=') + 1)]),
  );
  return forms.get(category) ?? forms.get('other') ?? message;
}

/** Private-use marks that stand for a message's values while it is cut into pieces. */
const FIRST_MARK = 0xe000;

/** Cuts a message at its values: text pieces, and the index of the value that belongs between them. */
export function splitMessage(t: Translate, key: MessageKey, count: number): (string | number)[] {
  const marks = Array.from({ length: count }, (_, index) => String.fromCharCode(FIRST_MARK + index));
  return t(key, ...marks)
    .split(/([\uE000-\uE008])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const index = piece.charCodeAt(0) - FIRST_MARK;
      return piece.length === 1 && index >= 0 && index < count ? index : piece;
    });
}
