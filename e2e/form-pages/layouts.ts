import type { FieldWords } from './words.ts';

/** Gives one of the wordings of a field; which one differs from page to page. */
export type Say = (key: Exclude<keyof FieldWords, 'monthYear'>) => string;

export interface Layout {
  readonly name: string;
  readonly isPayment: boolean;
  readonly draw: (say: Say, monthYear: string) => string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
const years = Array.from({ length: 12 }, (_, index) => String(2026 + index));
const options = (values: readonly string[]): string =>
  values.map((value) => `<option>${value}</option>`).join('');
const truth = (token: string | null): string => (token ? ` data-truth="${token}"` : '');
const alternatives = (...tokens: string[]): string => ` data-truth-alt="${tokens.join(' ')}"`;

/** A label that names its field by `for`; names and ids say nothing. */
function tied(id: string, label: string, token: string | null, attributes = ''): string {
  return `<p><label for="${id}">${escape(label)}</label> <input id="${id}" type="text"${truth(token)} ${attributes}></p>\n`;
}

/** Words in a box of their own before the field, tied by nothing. */
function loose(label: string, fields: string): string {
  return `<div class="row"><div class="col">${escape(label)}</div><div class="col">${fields}</div></div>\n`;
}

const box = (token: string | null, attributes = ''): string =>
  `<input type="text"${truth(token)} ${attributes}>`;
const select = (values: readonly string[], token: string | null): string =>
  `<select${truth(token)}>${options(values)}</select>`;

/** The ways in which pages put words beside fields. Each is drawn in every language. */
export const LAYOUTS: readonly Layout[] = [
  {
    name: 'tied-labels',
    isPayment: true,
    draw: (say) => `<form><h2>${escape(say('heading'))}</h2>
${tied('a1', say('name'), 'cc-name')}${tied('a2', say('number'), 'cc-number')}${tied('a3', say('expiry'), 'cc-exp')}${tied('a4', say('code'), 'cc-csc')}
<button type="submit">OK</button></form>`,
  },
  {
    name: 'placeholders',
    isPayment: true,
    draw: (say, monthYear) => `<div>
<input data-truth="cc-number" placeholder="${escape(say('number'))}">
<input data-truth="cc-exp" placeholder="${escape(monthYear)}">
<input data-truth="cc-csc" placeholder="${escape(say('code'))}">
<input data-truth="cc-name" placeholder="${escape(say('name'))}">
<input data-truth="postal-code" placeholder="${escape(say('zip'))}">
<button>OK</button></div>`,
  },
  {
    name: 'table-two-lists',
    isPayment: true,
    draw: (say) => `<form><table>
<tr><td>${escape(say('number'))}:</td><td>${box('cc-number', 'maxlength="19"')}</td></tr>
<tr><td>${escape(say('expiry'))}:</td><td>${select(months, 'cc-exp-month')} / ${select(years, 'cc-exp-year')}</td></tr>
<tr><td>${escape(say('code'))}:</td><td>${box('cc-csc', 'size="4"')}</td></tr>
<tr><td>${escape(say('name'))}:</td><td>${box('cc-name')}</td></tr>
<tr><td></td><td><input type="submit" value="OK"></td></tr></table></form>`,
  },
  {
    name: 'floating-labels',
    isPayment: true,
    draw: (say) => `<form class="f">
<div class="g">${box('cc-number')}<span>${escape(say('number'))}</span></div>
<div class="g">${box('cc-exp-month', 'maxlength="2"')}<span>${escape(say('month'))}</span></div>
<div class="g">${box('cc-exp-year', 'maxlength="4"')}<span>${escape(say('year'))}</span></div>
<div class="g">${box('cc-csc', 'maxlength="4"')}<span>${escape(say('code'))}</span></div>
<div class="g">${box('cc-name')}<span>${escape(say('name'))}</span></div></form>`,
  },
  {
    name: 'split-number',
    isPayment: true,
    draw: (say, monthYear) => {
      const [month = 'MM', year = 'YY'] = monthYear.split('/');
      const four = Array.from({ length: 4 }, () => box('cc-number', 'maxlength="4" size="4"')).join(' - ');
      return `<form><h3>${escape(say('heading'))}</h3>${loose(say('number'), four)}${loose(
        say('expiry'),
        `${box('cc-exp-month', `maxlength="2" placeholder="${month}"`)} / ${box('cc-exp-year', `maxlength="2" placeholder="${year}"`)}`,
      )}${loose(say('code'), box('cc-csc', 'type="password" maxlength="3"').replace('type="text"', ''))}${loose(say('name'), box('cc-name'))}</form>`;
    },
  },
  {
    name: 'aria-labels-and-address',
    isPayment: true,
    draw: (say) => {
      const own = (key: Parameters<Say>[0], token: string, more = ''): string =>
        `<input${truth(token)} aria-label="${escape(say(key))}" ${more}>\n`;
      return `<main><section>${own('email', 'email')}${own('given', 'given-name')}${own('family', 'family-name')}${own('street', 'street-address')}${own('line2', 'address-line2')}${own('zip', 'postal-code')}${own('city', 'address-level2', alternatives('address-level3', 'address-level1'))}${own('phone', 'tel')}</section>
<section>${own('number', 'cc-number')}${own('expiry', 'cc-exp')}${own('code', 'cc-csc')}${own('name', 'cc-name')}</section>
<section>${own('coupon', 'coupon')}</section></main>`;
    },
  },
  {
    name: 'decoys-beside-card',
    isPayment: true,
    draw: (
      say,
    ) => `<header><form><input type="text" placeholder="${escape(say('search'))}" data-truth="search"></form></header>
<form>${tied('q1', say('quantity'), 'quantity', 'value="1"')}${tied('q2', say('coupon'), 'coupon')}${tied('q3', say('giftCard'), 'coupon')}${tied('q4', say('loyalty'), 'other', alternatives('loyalty'))}</form>
<form><fieldset><legend>${escape(say('heading'))}</legend>${tied('b1', say('number'), 'cc-number')}${tied('b2', say('expiry'), 'cc-exp')}${tied('b3', say('code'), 'cc-csc')}${tied('b4', say('name'), 'cc-name')}</fieldset></form>`,
  },
  {
    name: 'address',
    isPayment: false,
    draw: (
      say,
    ) => `<form>${tied('c1', say('fullName'), 'name')}${tied('c2', say('email'), 'email')}${tied('c3', say('company'), 'organization')}
${tied('c4', say('street'), 'street-address', alternatives('address-line1'))}${tied('c5', say('line2'), 'address-line2')}${tied('c6', say('zip'), 'postal-code')}${tied('c7', say('city'), 'address-level2', alternatives('address-level3', 'address-level1'))}${tied('c8', say('state'), 'address-level1', alternatives('address-level2'))}
<p><label for="c9">${escape(say('country'))}</label><select id="c9" data-truth="country"><option>Deutschland</option><option>France</option><option>Italia</option></select></p>${tied('c10', say('phone'), 'tel')}</form>`,
  },
  {
    name: 'only-decoys',
    isPayment: false,
    draw: (
      say,
    ) => `<form><input type="text" placeholder="${escape(say('search'))}" data-truth="search"></form>
<form>${tied('d1', say('giftCard'), 'coupon')}<button>OK</button></form>
<form>${tied('d2', say('oneTimeCode'), 'one-time-code', 'maxlength="6" inputmode="numeric"')}</form>
<form>${tied('d3', say('loyalty'), 'other', alternatives('loyalty'))}${tied('d4', say('coupon'), 'coupon')}${tied('d5', say('quantity'), 'quantity')}</form>
<form>${tied('d6', 'IBAN', 'other', alternatives('bank-account'))}${tied('d7', 'BIC / SWIFT', 'other', alternatives('bank-account'))}</form>`,
  },
];
