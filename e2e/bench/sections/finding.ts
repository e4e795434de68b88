import { ownPages } from '../../form-pages/form-pages.ts';
import { openCorpus } from '../../score/corpus.ts';
import { openScoringBrowser } from '../../score/scoring-browser.ts';
import type { BenchContext } from '../bench-context.ts';

interface Durations {
  readonly floor: number;
  readonly finding: number;
  readonly found: number;
}

/** Runs in the page, without functions of its own: the floor first, so that it pays for the layout; then the detector. */
function measureDocument(): Durations {
  const { countersignDetect } = globalThis as unknown as {
    countersignDetect: (document: Document) => { token: string }[];
  };
  const started = performance.now();
  let read = 0;
  for (const control of document.querySelectorAll('input, select, textarea')) {
    for (const { name, value } of control.attributes) read += name.length + value.length;
    read += control.getBoundingClientRect().width;
  }
  const walked = performance.now();
  const fields = countersignDetect(document);
  const detected = performance.now();
  return {
    floor: walked - started,
    finding: detected - walked,
    found: read < 0 ? 0 : fields.filter(({ token }) => token.startsWith('cc-')).length,
  };
}

/** Runs in the page: what the script costs before it is asked anything. */
function loadDetector(content: string): number {
  const script = document.createElement('script');
  script.textContent = content;
  const started = performance.now();
  document.head.append(script);
  return performance.now() - started;
}

/** A page of many plain controls with one card form at its end. */
function manyControls(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `<p><label for="f${index}">Row ${index}</label><input id="f${index}" name="row[${index}]"></p>`,
  ).join('');
  return `<!doctype html><form>${rows}</form><form><label>Card number<input name="number"></label><label>Expiry<input name="exp" placeholder="MM/YY"></label><label>CVC<input name="cvc"></label><label>Name on card<input name="holder"></label></form>`;
}

/** A page of many elements with one card form at its end. */
function manyElements(count: number): string {
  const rows = '<div><a href="#">Row</a><p>Some <b>text</b></p><input name="row"></div>'.repeat(count / 5);
  return manyControls(0).replace('<form>', `<main>${rows}</main><form>`);
}

/** What a page may hold by the thousand, alike: each could ask for all others to be looked through. */
const ALIKE: Readonly<Record<string, string>> = {
  labels_of_one_id: '<p><label for="q">Row</label><input id="q"></p>',
  lists_in_one_box: '<select><option>01<option>02<option>12</select>',
  numbers_in_one_form: '<p><label>Card number <input name="n"></label></p>',
};
const FEW_ALIKE = 1_000;
const TIMES_MORE = 4;

/** Runs in the page: finds in slices, and beside it takes turns with the page to see how long none came. */
async function measureSlices(): Promise<{ longest: number; found: number }> {
  const { countersignDetectInSlices } = globalThis as unknown as {
    countersignDetectInSlices: (document: Document) => Promise<{ token: string }[]>;
  };
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    port2.postMessage(null);
  };
  port2.postMessage(null);
  const fields = await countersignDetectInSlices(document);
  longest = Math.max(longest, performance.now() - last);
  port1.close();
  return { longest, found: fields.filter(({ token }) => token.startsWith('cc-')).length };
}

const at = (values: readonly number[], share: number): number =>
  Number(([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0).toFixed(2));

/** Finds fields on labelled pages and on a page of 2,000 controls, beside a walk that only reads them. */
export async function measureFinding({ corpus, runs, say }: BenchContext): Promise<object> {
  const pages = corpus ? await openCorpus(corpus) : ownPages();
  const scoring = await openScoringBrowser(pages, say);
  const all: Durations[] = [];
  const loads: number[] = [];
  const measure = async (): Promise<Durations> => {
    loads.push(await scoring.page.evaluate(loadDetector, scoring.script));
    return scoring.page.evaluate(measureDocument);
  };
  for (const { file } of pages.pages) {
    await scoring.page.goto(`${scoring.address}/${file}`, { waitUntil: 'load' });
    all.push(await measure());
  }
  const large: Durations[] = [];
  for (let run = 0; run < runs; run += 1) {
    await scoring.page.goto('about:blank');
    await scoring.page.setContent(manyControls(2_000));
    large.push(await measure());
  }
  const sliced: { longest: number; found: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    await scoring.page.goto('about:blank');
    await scoring.page.setContent(manyElements(50_000));
    await scoring.page.evaluate(loadDetector, scoring.script);
    sliced.push(await scoring.page.evaluate(measureSlices));
  }
  const growth: Record<string, { few_ms: number; many_ms: number; ratio: number }> = {};
  for (const [what, html] of Object.entries(ALIKE)) {
    const findAmong = async (count: number): Promise<number> => {
      const own: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await scoring.page.goto('about:blank');
        await scoring.page.setContent(`<!doctype html><form>${html.repeat(count)}</form>`);
        own.push((await measure()).finding);
      }
      return at(own, 0.5);
    };
    const [few, many] = [await findAmong(FEW_ALIKE), await findAmong(FEW_ALIKE * TIMES_MORE)];
    growth[what] = { few_ms: few, many_ms: many, ratio: Number((many / few).toFixed(2)) };
  }
  await scoring.close();
  const compare = (durations: readonly Durations[], share: number) => {
    const [floor, finding] = [
      at(durations.map((own) => own.floor), share),
      at(durations.map((own) => own.finding), share),
    ]; // prettier-ignore
    return { floor_ms: floor, measured_ms: finding, ratio: Number((finding / (floor || 0.1)).toFixed(2)) };
  };
  return {
    baseline: 'one walk over all controls that reads their attributes and one rectangle each',
    script_load_ms: { median: at(loads, 0.5), p95: at(loads, 0.95) },
    pages: { of: pages.name, count: all.length, median: compare(all, 0.5), p95: compare(all, 0.95) },
    controls_2000: {
      median: compare(large, 0.5),
      card_fields_found: Math.min(...large.map(({ found }) => found)),
    },
    alike_controls: {
      baseline: `a quarter as many: ${TIMES_MORE} is linear growth, ${TIMES_MORE ** 2} square`,
      ...growth,
    },
    elements_50000: {
      longest_task_ms: {
        median: at(
          sliced.map(({ longest }) => longest),
          0.5,
        ),
        max: at(
          sliced.map(({ longest }) => longest),
          1,
        ),
      },
      card_fields_found: Math.min(...sliced.map(({ found }) => found)),
    },
  };
}
