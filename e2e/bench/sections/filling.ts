import { chromium, type Frame, type Page } from '@playwright/test';
import { AS_ROOT } from '../../fixtures/launch-browser.ts';
import { bundleEngine } from '../../fixtures/engine-page.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { FillReport } from '../../../lib/messaging/contracts/page.ts';
import type { PageEngine } from '../../../lib/page/page-engine.ts';
import type { BenchContext } from '../bench-context.ts';

interface EngineGlobals {
  countersignEngine: PageEngine;
  engineBundle: { createPageEngine: (document: Document) => PageEngine };
}

type Entry = Parameters<PageEngine['fill']>[0][number];

/** What is typed, by token. The number passes its check digit and belongs to nobody. */
const VALUES: Readonly<Record<string, string>> = {
  'email': 'ada@example.com', 'tel': '4155550123', 'name': 'Ada Lovelace', 'given-name': 'Ada', 'family-name': 'Lovelace',
  'street-address': '1 Market Street', 'address-line1': '1 Market Street', 'address-line2': 'Floor 2',
  'organization': 'Analytical Engines', 'address-level2': 'San Francisco', 'address-level1': 'California', 'postal-code': '94105',
  'country': 'United States', 'cc-name': 'Ada Lovelace', 'cc-number': '4242424242424242', 'cc-exp': '0830', 'cc-csc': '123',
}; // prettier-ignore

const PROVIDER_FRAMES = 3;

/** Puts an engine into a document and gives what it would fill there. */
async function prepare(frame: Frame, bundle: string): Promise<Entry[]> {
  await frame.evaluate(bundle);
  return frame.evaluate(async (values) => {
    const own = globalThis as unknown as EngineGlobals;
    own.countersignEngine = own.engineBundle.createPageEngine(document);
    const { fields } = await own.countersignEngine.read();
    return fields.flatMap(({ ref, token, decoy }) => {
      const value = token && decoy === null ? values[token] : undefined;
      return token && value
        ? [{ ref, token, value, alternatives: token === 'address-level1' ? ['CA'] : [] }]
        : [];
    });
  }, VALUES);
}

const documentsOf = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame === page.mainFrame() || frame.name().startsWith('psp-field-'));

async function openCheckout(page: Page, url: string): Promise<Frame[]> {
  await page.goto(url);
  for (const name of ['number', 'expiry', 'cvc'])
    await page.frameLocator(`iframe[name="psp-field-${name}"]`).locator('input').first().waitFor();
  return documentsOf(page);
}

/** Fills a checkout of a shop and three cross-site provider frames, beside Playwright's own `fill` of the same fields. */
export async function measureFilling({ executablePath, runs, say }: BenchContext): Promise<object> {
  const sandbox = await startSandbox({ seed: 1, ports: 'ephemeral' });
  const bundle = await bundleEngine();
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', ...AS_ROOT],
  });
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  const url = `${sandbox.urls.shop}/checkout?sku=small`;
  const ours: number[] = [];
  const theirs: number[] = [];
  let fields = 0;
  let kept = 0;
  for (let run = 0; run < runs; run += 1) {
    const frames = await openCheckout(page, url);
    if (frames.length !== PROVIDER_FRAMES + 1) throw new Error(`${frames.length - 1} provider frames`);
    const entries = await Promise.all(frames.map((frame) => prepare(frame, bundle)));
    const since = performance.now();
    const reports: FillReport[] = [];
    for (const [index, frame] of frames.entries())
      reports.push(
        ...(await frame.evaluate(
          (own) => (globalThis as unknown as EngineGlobals).countersignEngine.fill(own),
          entries[index]!,
        )),
      );
    ours.push(performance.now() - since);
    fields = reports.length;
    kept = reports.filter(({ outcome }) => outcome === 'kept').length;
    // The same fields, by the marks that a script's author would have written down.
    const again = await openCheckout(page, url);
    const marked = await Promise.all(again.map((frame) => markFields(frame, bundle)));
    const started = performance.now();
    for (const [index, frame] of again.entries())
      for (const { selector, value, isList } of marked[index]!) {
        if (isList) await frame.locator(selector).selectOption({ label: value });
        else await frame.locator(selector).fill(value);
      }
    theirs.push(performance.now() - started);
    say(`run ${run + 1}: fill ${Math.round(theirs[run]!)} ms, countersign ${Math.round(ours[run]!)} ms`);
  }
  await browser.close();
  await sandbox.close();
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[(values.length - 1) >> 1]!;
  return {
    baseline: "Playwright's own `fill` of the same fields, one after the other",
    fields,
    provider_frames: PROVIDER_FRAMES,
    kept,
    baseline_ms: Number(median(theirs).toFixed(1)),
    measured_ms: Number(median(ours).toFixed(1)),
    ratio: Number((median(ours) / median(theirs)).toFixed(2)),
  };
}

/** Marks in a document the fields that the engine fills there, so that a script can name them. */
async function markFields(
  frame: Frame,
  bundle: string,
): Promise<{ selector: string; value: string; isList: boolean }[]> {
  const entries = await prepare(frame, bundle);
  return frame.evaluate(
    async ({ own, values }) => {
      const { countersignEngine: engine } = globalThis as unknown as EngineGlobals;
      const { fields } = await engine.read();
      const controls = [...document.querySelectorAll<HTMLElement>('input, select, textarea')];
      return own.map(({ ref, token }, index) => {
        const { rect, control } = fields.find((field) => field.ref === ref)!;
        const element = controls.find((one) => {
          const { x, y } = one.getBoundingClientRect();
          return x === rect.x && y === rect.y;
        })!;
        element.setAttribute('data-bench', String(index));
        return { selector: `[data-bench="${index}"]`, value: values[token]!, isList: control === 'select' };
      });
    },
    { own: entries, values: VALUES },
  );
}
