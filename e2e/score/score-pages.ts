/** What one control is by its label and by the detector. `null` is "no field". */
export interface Judged {
  readonly truth: string | null;
  readonly alternatives: readonly string[];
  readonly found: string | null;
  readonly what: string;
}

/** One page as judged. */
export interface JudgedPage {
  readonly file: string;
  readonly isPayment: boolean;
  /** Every control that is no field is known to be none. */
  readonly isComplete: boolean;
  readonly isNeutral: boolean;
  readonly controls: readonly Judged[];
  readonly durationMs: number;
}

export interface Tally {
  hits: number;
  wrong: number;
  missed: number;
}

export interface Score {
  readonly pages: number;
  readonly card: Rates;
  readonly address: Rates;
  readonly paymentPages: { readonly exact: number; readonly of: number };
  readonly neutralPages: { readonly exact: number; readonly of: number; readonly card: Rates };
  readonly falseCardPages: { readonly count: number; readonly of: number };
  readonly tokens: Readonly<Record<string, Rates>>;
  readonly misses: readonly string[];
  readonly durationMs: { readonly median: number; readonly p95: number };
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly of: number;
}

const ADDRESS: ReadonlySet<string> = new Set([
  'name', 'given-name', 'additional-name', 'family-name', 'email', 'tel', 'organization', 'street-address',
  'address-line1', 'address-line2', 'address-line3', 'address-level1', 'address-level2', 'postal-code', 'country',
]); // prettier-ignore

const isCard = (token: string | null): boolean => token !== null && token.startsWith('cc-');

/** Spellings that count as one token. */
export function foldToken(token: string | null): string | null {
  if (token === 'address-line1') return 'street-address';
  if (token === 'country-name') return 'country';
  return token !== null && /^tel-(national|local)/.test(token) ? 'tel' : token;
}

/** Tells whether a control was read as its label, or as one of the other right answers. */
export function isHit({ truth, alternatives, found }: Judged): boolean {
  return found !== null && [truth, ...alternatives].some((token) => foldToken(token) === foldToken(found));
}

/** Scores pages per token and as a whole. */
export function scorePages(pages: readonly JudgedPage[]): Score {
  const tallies = new Map<string, Tally>();
  const misses: string[] = [];
  const tallyOf = (token: string): Tally => {
    const known = tallies.get(token) ?? { hits: 0, wrong: 0, missed: 0 };
    tallies.set(token, known);
    return known;
  };
  for (const page of pages) {
    for (const control of page.controls) {
      const isLabelled = control.truth !== null;
      if (!isLabelled && !page.isComplete) continue;
      const truth = foldToken(control.truth);
      const found = foldToken(control.found);
      if (isHit(control)) {
        tallyOf(truth ?? found!).hits += 1;
        continue;
      }
      const counts = (token: string | null): token is string =>
        token !== null && (isCard(token) || ADDRESS.has(token));
      if (counts(truth)) tallyOf(truth).missed += 1;
      if (counts(found)) tallyOf(found).wrong += 1;
      if (counts(truth) || counts(found))
        misses.push(`${page.file}: ${truth} read as ${found} · ${control.what}`);
    }
  }
  const payment = pages.filter(({ isPayment }) => isPayment);
  const neutral = payment.filter(({ isNeutral }) => isNeutral);
  const others = pages.filter(({ isPayment, isComplete }) => !isPayment && isComplete);
  const durations = pages.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  const all = [...tallies];
  return {
    pages: pages.length,
    card: rate(all.filter(([token]) => isCard(token))),
    address: rate(all.filter(([token]) => ADDRESS.has(token))),
    paymentPages: { exact: payment.filter(isExact).length, of: payment.length },
    neutralPages: {
      exact: neutral.filter(isExact).length,
      of: neutral.length,
      card: neutral.length > 0 ? scoreCards(neutral) : rate([]),
    },
    falseCardPages: {
      count: others.filter(({ controls }) =>
        controls.some((control) => isCard(control.found) && !isHit(control)),
      ).length,
      of: others.length,
    },
    tokens: Object.fromEntries(all.sort().map((entry) => [entry[0], rate([entry])])),
    misses,
    durationMs: { median: at(durations, 0.5), p95: at(durations, 0.95) },
  };
}

function scoreCards(pages: readonly JudgedPage[]): Rates {
  return scorePages(pages.map((page) => ({ ...page, isPayment: false }))).card;
}

function isExact({ controls, isComplete }: JudgedPage): boolean {
  return controls.every((control) => {
    if (control.truth === null && !isComplete) return true;
    return isCard(control.truth) ? isHit(control) : !isCard(control.found) || isHit(control);
  });
}

function rate(tallies: readonly (readonly [string, Tally])[]): Rates {
  const sum = tallies.reduce(
    (total, [, { hits, wrong, missed }]) => ({
      hits: total.hits + hits,
      wrong: total.wrong + wrong,
      missed: total.missed + missed,
    }),
    { hits: 0, wrong: 0, missed: 0 },
  );
  const precision = share(sum.hits, sum.hits + sum.wrong);
  const recall = share(sum.hits, sum.hits + sum.missed);
  return {
    precision,
    recall,
    f1: share(200 * sum.hits, 2 * sum.hits + sum.wrong + sum.missed) / 100,
    of: sum.hits + sum.missed,
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const at = (sorted: readonly number[], position: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * position))] ?? 0) * 10) / 10;
