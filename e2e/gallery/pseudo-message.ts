/** Marks around every translated text. What stands on a screen outside of them came from no message. */
export const OPEN = '⟦';
export const CLOSE = '⟧';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', c: 'ç', n: 'ñ', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û', S: 'Š', N: 'Ñ',
}; // prettier-ignore

/** Locale facts are read by the code, not by people. */
const FACTS = new Set(['localeTag', 'localeDirection']);

const stretch = (text: string) => {
  const accented = text.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter);
  // Translations run to a third more; short ones to twice.
  const padding = Math.ceil(text.replace(/\$\d/g, '').length * (text.length < 12 ? 0.6 : 0.35));
  return `${OPEN}${accented}${'·'.repeat(padding)}${CLOSE}`;
};

/** Turns an English message into one that is longer, accented and marked, with its values and plural forms kept. */
export function pseudoMessage(key: string, message: string): string {
  if (FACTS.has(key)) return message;
  if (!message.includes('other=')) return stretch(message);
  return message
    .split('|')
    .map((form) => {
      const cut = form.indexOf('=') + 1;
      return form.slice(0, cut) + stretch(form.slice(cut));
    })
    .join('|');
}
