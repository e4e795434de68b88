import { WALLET_CURRENCY } from '@/lib/domain/ledger/wallet-currency.ts';
import { importLedger } from '@/lib/app/operator/import-ledger.ts';
import { bundleEvidence } from '@/lib/app/operator/records/bundle-evidence.ts';
import { erase } from '@/lib/app/operator/records/forget.ts';
import { reconcileBooks } from '@/lib/app/operator/records/reconcile-books.ts';
import { rehearsePurchase, replayMandate } from '@/lib/app/operator/records/rehearse-policy.ts';
import { describeDiagnostics } from '@/lib/app/operator/records/describe-diagnostics.ts';
import { exportLedger } from '@/lib/app/operator/records/export-ledger.ts';
import { listActivity } from '@/lib/app/operator/records/list-activity.ts';
import { listCards } from '@/lib/app/operator/records/list-cards.ts';
import { listSites } from '@/lib/app/operator/records/list-sites.ts';
import { measureWeeks } from '@/lib/app/operator/records/measure-weeks.ts';
import { readEntries } from '@/lib/app/operator/records/read-entries.ts';
import { sumSpendByDay } from '@/lib/app/operator/records/spend-by-day.ts';
import { recourseOf } from '@/lib/app/operator/reverse-payment.ts';
import type { Kit } from '@/lib/app/kit.ts';
import { ok, type Result } from '@/lib/kernel/result.ts';
import type { records } from '@/lib/messaging/contracts/records.ts';
import type { Handlers, MessageError } from '@/lib/messaging/serve.ts';
import { describeRefusal } from './refusal-words.ts';

function named<T>(result: Result<T, { kind: string }>): Result<T, MessageError> {
  return result.ok ? result : { ok: false, error: describeRefusal(result.error) };
}

/** Which reader answers what the dashboard asks beyond the snapshot. */
export function recordRoutes(kit: Kit): Handlers<typeof records> {
  return {
    'records.spend': async ({ starts }) =>
      ok({ days: await sumSpendByDay(readEntries(kit.ledger), starts, WALLET_CURRENCY) }),
    'records.activity': (query) => Promise.resolve(ok(listActivity(kit.book.state(), query))),
    'records.cards': () => Promise.resolve(ok({ cards: listCards(kit.book.state()) })),
    'records.sites': () => Promise.resolve(ok({ sites: listSites(kit.book.state()) })),
    'records.weeks': async () => ok({ weeks: await measureWeeks(readEntries(kit.ledger)) }),
    'records.profile': async () => ok({ profile: (await kit.documents.profile()) ?? null }),
    'records.export': async ({ format }) => ok({ text: await exportLedger(readEntries(kit.ledger), format) }),
    'records.rehearse': (request) =>
      Promise.resolve(named(rehearsePurchase(kit.book.state(), kit.scope, request, kit.clock.now()))),
    'records.replay': (request) => Promise.resolve(named(replayMandate(kit.book.state(), request))),
    'records.reconcile': async ({ limit }) => {
      const report = await reconcileBooks(kit, limit);
      const { rows, toLookInto, notAsked } = report;
      const text = JSON.stringify(
        report,
        (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
        1,
      );
      return ok({ text, rows: rows.length, toLookInto, notAsked });
    },
    'records.evidence': async ({ checkoutId }) => {
      const bundle = await bundleEvidence(kit, checkoutId);
      return bundle.ok ? ok({ text: bundle.value }) : named(bundle);
    },
    'records.recourse': async ({ checkoutId }) => named(await recourseOf(kit, checkoutId)),
    'records.erase': async ({ what }) => ok({ erased: await erase(kit, what) }),
    'records.import': async ({ text }) => named(await importLedger(kit, text)),
    'records.diagnostics': async () => ok(await describeDiagnostics(kit)),
  };
}
