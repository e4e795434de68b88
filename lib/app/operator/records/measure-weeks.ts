import type { Entry } from '../../../domain/ledger/entry.ts';

const DAY_MS = 86_400_000;
/** The first Monday of the epoch was 5 January 1970. */
const FIRST_MONDAY = 4 * DAY_MS;

export interface WeekMeasure {
  /** Monday 00:00 UTC. */
  readonly week: number;
  readonly workflow: string;
  readonly runs: number;
  readonly paid: number;
  /** Runs that ended unpaid, met a wall, or were lost sight of. */
  readonly exceptions: number;
  /** How often the operator was asked: signatures, previews, walls, unknown outcomes. */
  readonly prompts: number;
  /** Mandates that anything was asked or done for. */
  readonly missions: number;
  /** Median of how long a wall stood until the run went on. */
  readonly resumeMs: number | null;
  /** Median of how long a preview waited for the operator's answer. */
  readonly reviewMs: number | null;
}

interface Tally {
  runs: number;
  paid: number;
  prompts: number;
  readonly excepted: Set<string>;
  readonly missions: Set<string>;
  readonly resumes: number[];
  readonly reviews: number[];
}

const UNPAID = new Set([
  'checkout-refused',
  'checkout-declined',
  'checkout-failed',
  'checkout-cancelled',
  'checkout-expired',
]);
const PROMPTS = new Set([
  'mandate-requested',
  'approval-asked',
  'checkout-handed-off',
  'outcome-lost',
  'choice-requested',
]);

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

const weekOf = (at: number) => at - ((((at - FIRST_MONDAY) % (7 * DAY_MS)) + 7 * DAY_MS) % (7 * DAY_MS));

/** Counts one entry. `since` holds, per run, when it began to wait for the operator and for what. */
function count(tally: Tally, entry: Entry, since: Map<string, { type: string; at: number }>): void {
  const { type, stream, at } = entry;
  if (entry.context.mandateId) tally.missions.add(entry.context.mandateId);
  if (type === 'checkout-created') tally.runs += 1;
  if (type === 'checkout-succeeded') tally.paid += 1;
  if (UNPAID.has(type) || type === 'checkout-handed-off' || type === 'outcome-lost')
    tally.excepted.add(stream);
  const waiting = since.get(stream);
  // A preview that got more time asks nothing new.
  if (PROMPTS.has(type) && waiting?.type !== type) tally.prompts += 1;
  if (waiting?.type === 'approval-asked' && ['checkout-approved', 'checkout-cancelled'].includes(type))
    tally.reviews.push(at - waiting.at);
  if (waiting?.type === 'checkout-handed-off' && type === 'handoff-resolved')
    tally.resumes.push(at - waiting.at);
  if (waiting?.type === type) return;
  if (type === 'approval-asked' || type === 'checkout-handed-off') since.set(stream, { type, at });
  else if (!type.startsWith('handoff-') || type === 'handoff-resolved') since.delete(stream);
}

/** Measures the pilot from the log, per week and workflow, newest week first. */
export async function measureWeeks(entries: AsyncIterable<Entry> | Iterable<Entry>): Promise<WeekMeasure[]> {
  const tallies = new Map<string, Tally>();
  const since = new Map<string, { type: string; at: number }>();
  for await (const entry of entries) {
    // What belongs to no mandate (a deposit, an agent's access) is no part of a job.
    if (!entry.context.mandateId) continue;
    const key = `${weekOf(entry.at)}|${entry.context.workflow ?? ''}`;
    const tally = tallies.get(key) ?? {
      runs: 0,
      paid: 0,
      prompts: 0,
      excepted: new Set(),
      missions: new Set(),
      resumes: [],
      reviews: [],
    };
    tallies.set(key, tally);
    count(tally, entry, since);
  }
  return [...tallies]
    .map(([key, { runs, paid, prompts, excepted, missions, resumes, reviews }]) => {
      const cut = key.indexOf('|');
      return {
        week: Number(key.slice(0, cut)),
        workflow: key.slice(cut + 1),
        runs,
        paid,
        exceptions: excepted.size,
        prompts,
        missions: missions.size,
        resumeMs: median(resumes),
        reviewMs: median(reviews),
      };
    })
    .sort((a, b) => b.week - a.week || a.workflow.localeCompare(b.workflow));
}
