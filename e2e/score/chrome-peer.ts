import type { Browser } from '@playwright/test';
import { CONTROLS, readLabels } from './judge-page.ts';
import type { Corpus, LabelledPage } from './corpus.ts';
import type { Judged, JudgedPage } from './score-pages.ts';

/** Has Chrome write what it takes a field for onto the field itself (`chrome://flags/#show-autofill-type-predictions`). */
export const SHOWS_PREDICTIONS = '--enable-features=AutofillShowTypePredictions';

/** How long Chrome may take to parse a page's forms; a page on which it sees none never says so. */
const PARSES_WITHIN_MS = 2_000;

/** Chrome's field types (`components/autofill/core/browser/field_types.h`) as HTML autocomplete tokens. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/^CREDIT_CARD_NUMBER/, 'cc-number'],
  [/^CREDIT_CARD_EXP_MONTH/, 'cc-exp-month'],
  [/^CREDIT_CARD_EXP_\d_DIGIT_YEAR/, 'cc-exp-year'],
  [/^CREDIT_CARD_EXP_DATE/, 'cc-exp'],
  [/^CREDIT_CARD_(STANDALONE_)?VERIFICATION_CODE/, 'cc-csc'],
  [/^CREDIT_CARD_NAME_FULL/, 'cc-name'],
  [/^CREDIT_CARD_NAME_FIRST/, 'cc-given-name'],
  [/^CREDIT_CARD_NAME_LAST/, 'cc-family-name'],
  [/^CREDIT_CARD_TYPE/, 'cc-type'],
  [/^NAME_FULL/, 'name'],
  [/^NAME_FIRST/, 'given-name'],
  [/^NAME_MIDDLE/, 'additional-name'],
  [/^NAME_LAST/, 'family-name'],
  [/^EMAIL_ADDRESS/, 'email'],
  [/^PHONE_/, 'tel'],
  [/^COMPANY_NAME/, 'organization'],
  [/^ADDRESS_HOME_(STREET_ADDRESS|STREET_LOCATION|LINE1|STREET_NAME)$/, 'street-address'],
  [/^ADDRESS_HOME_(LINE2|APT|APT_NUM|SUBPREMISE|OVERFLOW)/, 'address-line2'],
  [/^ADDRESS_HOME_LINE3/, 'address-line3'],
  [/^ADDRESS_HOME_CITY/, 'address-level2'],
  [/^ADDRESS_HOME_STATE/, 'address-level1'],
  [/^ADDRESS_HOME_ZIP/, 'postal-code'],
  [/^ADDRESS_HOME_COUNTRY/, 'country'],
];

/** A Chrome whose own predictions are read. */
export interface ChromePeer {
  judge(page: LabelledPage): Promise<JudgedPage>;
  close(): Promise<void>;
}

/** Reads what Chrome's own autofill takes each field for, on pages that a corpus serves at an address. */
export async function openChromePeer(browser: Browser, corpus: Corpus, address: string): Promise<ChromePeer> {
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**', (route) =>
    route.request().url().startsWith(address) ? route.continue() : route.abort(),
  );
  const tab = await context.newPage();
  return {
    async judge(page) {
      const started = performance.now();
      await tab.goto(`${address}/${page.file}`, { waitUntil: 'load' });
      await tab
        .waitForFunction(() => document.querySelector('[autofill-prediction]') !== null, undefined, {
          timeout: PARSES_WITHIN_MS,
        })
        .catch(() => undefined);
      const durationMs = performance.now() - started;
      const predicted = await tab.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)].map(
            (control) => control.getAttribute('autofill-prediction') ?? '',
          ),
        CONTROLS,
      );
      const labels = await readLabels(tab, await corpus.read(page.file));
      return {
        file: page.file,
        isPayment: page.isPayment,
        isComplete: page.isComplete,
        isNeutral: page.isNeutral,
        durationMs,
        controls: labels.map(
          (label, index): Judged => ({
            ...label,
            found: TOKENS.find(([type]) => type.test(predicted[index] ?? ''))?.[1] ?? null,
            what: predicted[index] ?? '',
          }),
        ),
      };
    },
    close: () => browser.close(),
  };
}
