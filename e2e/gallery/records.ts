import type { CardId } from '../../lib/kernel/ids.ts';
import { money } from '../../lib/kernel/money.ts';
import type { RecordName, RecordOf } from '../../lib/ui/surface-store.ts';
import type { OperatorSnapshot } from '../../lib/ui/snapshot-views.ts';
import { GALLERY_NOW } from './snapshots.ts';

const DAY = 86_400_000;
const usd = (minor: number) => money(minor, 'USD');
const SPENT = [1240, 0, 0, 4620, 11_800, 3175, 1930];

/** What the background would answer to a dashboard that shows this snapshot. */
export function recordsFor(snapshot: OperatorSnapshot): { [K in RecordName]: RecordOf<K> } {
  const isEmpty = snapshot.wallet.spent.minor === 0n;
  const rows = snapshot.checkouts.toReversed().map((checkout) => ({
    id: checkout.id,
    at: checkout.steps.at(-1)?.at ?? 0,
    status: checkout.status,
    isOver: checkout.status === 'succeeded' || checkout.status === 'refused',
    merchant: checkout.merchant,
    agentName: checkout.agentName,
    workflow: 'Office supplies',
    amount: checkout.total,
    settlement: !checkout.isExcessBack
      ? ('excess' as const)
      : checkout.returned
        ? ('settled' as const)
        : ('none' as const),
    orderRef: checkout.receipt?.orderRef ?? '',
    last4: checkout.card?.last4 ?? '',
    reasonCode: checkout.reason?.code ?? '',
  }));
  return {
    'records.spend': {
      days: SPENT.map((minor, index) => ({
        from: GALLERY_NOW - (6 - index) * DAY,
        amount: usd(isEmpty ? 0 : minor),
      })),
    },
    'records.activity': { total: rows.length, rows },
    'records.checkout': { checkout: snapshot.checkouts[0] ?? null },
    'records.cards': {
      cards: isEmpty
        ? []
        : (['inactive', 'closed', 'armed'] as const).map((status, index) => ({
            id: `card_${index}123456789abcde` as CardId,
            last4: ['4821', '0094', '7710'][index]!,
            status,
            merchant: 'shop.example',
            limit: usd(2490 + index * 100),
            agentName: 'Desk agent',
            workflow: 'Office supplies',
            expiresAt: GALLERY_NOW + DAY,
            canClose: status === 'inactive',
          })),
    },
    'records.sites': {
      sites: isEmpty
        ? []
        : [
            { merchant: 'shop.example', payments: 4, refusals: 0, lastAt: GALLERY_NOW, isApproved: true },
            { merchant: 'gadget-deals.example', payments: 0, refusals: 2, lastAt: GALLERY_NOW - DAY, isApproved: false }, // prettier-ignore
          ],
    },
    'records.weeks': {
      weeks: isEmpty
        ? []
        : [
            { week: GALLERY_NOW - 3 * DAY, workflow: 'Office supplies', runs: 12, paid: 11, exceptions: 2, prompts: 5, missions: 3, resumeMs: 41_200, reviewMs: 9_400 }, // prettier-ignore
            { week: GALLERY_NOW - 10 * DAY, workflow: 'Train tickets', runs: 4, paid: 4, exceptions: 0, prompts: 4, missions: 1, resumeMs: null, reviewMs: 182_000 }, // prettier-ignore
          ],
    },
    'records.recourse': { isReversible: false, dispute: 'open' },
    'records.profile': {
      profile: {
        givenName: 'Ada',
        familyName: 'Lovelace',
        phoneticGivenName: '',
        phoneticFamilyName: '',
        email: 'ada@example.com',
        phone: '',
        addressLine1: '12 Canary Lane',
        addressLine2: '',
        city: 'Springfield',
        region: 'CA',
        postalCode: '94103',
        country: 'US',
      },
    },
    'records.export': { text: '' },
    'records.rehearse': { verdict: 'allow', reasons: [] },
    'records.replay': { rows: [], changed: 0, total: { minor: 0n, currency: 'USD' } },
    'records.reconcile': { text: '', rows: 0, toLookInto: 0, notAsked: 0 },
    'records.evidence': { text: '' },
    'records.erase': { erased: 0 },
    'records.import': { entries: 0 },
    'records.diagnostics': {
      text: JSON.stringify(
        { format: 'countersign.diagnostics.v1', ledger: { entries: 212, chain: 'holds' } },
        null,
        2,
      ),
      leftOut: { names: 2, purposes: 3, shops: 2, bodies: 212, profile: 1 },
    },
  };
}
