import type { CDPSession, Page } from '@playwright/test';
import type { Corpus, LabelledPage } from './corpus.ts';
import { readLabels, CONTROLS } from './judge-page.ts';
import type { Judged, JudgedPage } from './score-pages.ts';

/**
 * What is filled into a page's fields, by token. Chrome does not tell its predictions by any stable interface, but
 * fills by them: the field that receives the value of a token is what it takes for that token.
 */
const CARD = {
  number: '4111111111111111',
  name: 'Zyxa Qwerbel',
  expiryMonth: '11',
  expiryYear: '2041',
  cvc: '739',
};

const ADDRESS = {
  fields: [
    { name: 'NAME_FULL', value: 'Orla Vintner' },
    { name: 'EMAIL_ADDRESS', value: 'orla@vintner.example' },
    { name: 'PHONE_HOME_WHOLE_NUMBER', value: '+12065550142' },
    { name: 'COMPANY_NAME', value: 'Quillmark Ltd' },
    { name: 'ADDRESS_HOME_STREET_ADDRESS', value: '481 Marrow Lane\nUnit 9' },
    { name: 'ADDRESS_HOME_LINE1', value: '481 Marrow Lane' },
    { name: 'ADDRESS_HOME_LINE2', value: 'Unit 9' },
    { name: 'ADDRESS_HOME_CITY', value: 'Spokane' },
    { name: 'ADDRESS_HOME_STATE', value: 'WA' },
    { name: 'ADDRESS_HOME_ZIP', value: '99205' },
    { name: 'ADDRESS_HOME_COUNTRY', value: 'US' },
  ],
};

/** Says which token a value that Chrome typed stands for. Runs in the page. */
function tokenOf(value: string): string | null {
  const text = value.trim();
  const digits = text.replace(/\D/g, '');
  if (/^4111( ?1111){1,3}$/.test(text) || digits === '4111111111111111' || text === '4111')
    return 'cc-number';
  if (text === '739') return 'cc-csc';
  if (/^11 ?[/-] ?(20)?41$/.test(text) || text === '2041-11' || digits === '1141' || digits === '112041')
    return 'cc-exp';
  if (text === '11') return 'cc-exp-month';
  if (text === '2041' || text === '41') return 'cc-exp-year';
  if (/zyxa|qwerbel/i.test(text)) return 'cc-name';
  const known: Record<string, string> = {
    'orla vintner': 'name', 'orla': 'given-name', 'vintner': 'family-name', 'orla@vintner.example': 'email',
    'quillmark ltd': 'organization', '481 marrow lane': 'street-address', 'unit 9': 'address-line2',
    'spokane': 'address-level2', 'wa': 'address-level1', 'washington': 'address-level1', '99205': 'postal-code', 'us': 'country',
    'united states': 'country',
  }; // prettier-ignore
  if (/^481 marrow lane/i.test(text)) return 'street-address';
  return known[text.toLowerCase()] ?? (digits.endsWith('2065550142') ? 'tel' : null);
}

/** Has Chrome's own autofill fill each form of a page from its first field on, and reads which value went where. */
export async function judgeByChrome(
  browserPage: Page,
  session: CDPSession,
  { page, corpus, address }: { page: LabelledPage; corpus: Corpus; address: string },
): Promise<JudgedPage> {
  const labels = await readLabels(browserPage, await corpus.read(page.file));
  const found = new Map<number, string>();
  const started = performance.now();
  for (const filling of [{ card: CARD }, { address: ADDRESS }]) {
    await browserPage.goto(`${address}/${page.file}`, { waitUntil: 'load' });
    const before = await browserPage.evaluate(readValues, CONTROLS);
    for (const backendNodeId of await firstFields(browserPage, session)) {
      // Chrome refuses where it would not offer anything: that is its answer.
      await session
        .send('Autofill.trigger', { fieldId: backendNodeId, ...filling } as never)
        .catch(() => undefined);
    }
    const after = await browserPage.evaluate(readValues, CONTROLS);
    after.forEach((value, index) => {
      const token = value !== before[index] ? tokenOf(value) : null;
      if (token !== null) found.set(index, token);
    });
  }
  const durationMs = performance.now() - started;
  return {
    file: page.file,
    isPayment: page.isPayment,
    isComplete: page.isComplete,
    isNeutral: page.isNeutral,
    durationMs,
    controls: labels.map(
      ({ truth, alternatives }, index): Judged => ({
        truth,
        alternatives,
        found: found.get(index) ?? null,
        what: '',
      }),
    ),
  };
}

function readValues(selector: string): string[] {
  return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)].map((control) =>
    control.tagName === 'SELECT'
      ? ((control as HTMLSelectElement).selectedOptions[0]?.text ?? '').trim() || control.value
      : control.value,
  );
}

/** A field of each form from which to trigger: Chrome fills the whole form from any of its fields. */
async function firstFields(browserPage: Page, session: CDPSession): Promise<number[]> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(() => {
      const fields = [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=checkbox]):not([type=radio]), select, textarea')];
      return fields.filter((field) => field.checkVisibility?.() ?? true).slice(0, 60);
    })()`,
  });
  if (!result.objectId) return [];
  const { result: items } = await session.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  });
  const ids: number[] = [];
  for (const { name, value } of items) {
    if (!/^\d+$/.test(name) || !value?.objectId) continue;
    const { node } = await session.send('DOM.describeNode', { objectId: value.objectId });
    ids.push(node.backendNodeId);
  }
  return ids;
}
