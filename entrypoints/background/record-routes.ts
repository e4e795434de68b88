import { describeDiagnostics } from '@/lib/app/operator/records/describe-diagnostics.ts';
import { exportLedger } from '@/lib/app/operator/records/export-ledger.ts';
import { listActivity } from '@/lib/app/operator/records/list-activity.ts';
import { listCards } from '@/lib/app/operator/records/list-cards.ts';
import { listSites } from '@/lib/app/operator/records/list-sites.ts';
import { measureWeeks } from '@/lib/app/operator/records/measure-weeks.ts';
import { readEntries } from '@/lib/app/operator/records/read-entries.ts';
import { sumSpendByDay } from '@/lib/app/operator/records/spend-by-day.ts';
import type { Kit } from '@/lib/app/kit.ts';
import { ok } from '@/lib/kernel/result.ts';
import type { records } from '@/lib/messaging/contracts/records.ts';
import type { Handlers } from '@/lib/messaging/serve.ts';

/** The currency of the wallet's sums. */
const CURRENCY = 'USD';

/** Which reader answers what the dashboard asks beyond the snapshot. */
export function recordRoutes(kit: Kit): Handlers<typeof records> {
  return {
    'records.spend': async ({ starts }) =>
      ok({ days: await sumSpendByDay(readEntries(kit.ledger), starts, CURRENCY) }),
    'records.activity': (query) => Promise.resolve(ok(listActivity(kit.book.state(), query))),
    'records.cards': () => Promise.resolve(ok({ cards: listCards(kit.book.state()) })),
    'records.sites': () => Promise.resolve(ok({ sites: listSites(kit.book.state()) })),
    'records.weeks': async () => ok({ weeks: await measureWeeks(readEntries(kit.ledger)) }),
    'records.profile': async () => ok({ profile: (await kit.documents.profile()) ?? null }),
    'records.export': async ({ format }) => ok({ text: await exportLedger(readEntries(kit.ledger), format) }),
    'records.diagnostics': async () => ok(await describeDiagnostics(kit)),
  };
}
