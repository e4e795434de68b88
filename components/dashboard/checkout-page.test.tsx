// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { err, ok } from '../../lib/kernel/result.ts';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { openPage } from '../testing/view.tsx';
import { CheckoutPage } from './checkout-page.tsx';

const snapshot = SNAPSHOTS.paid!;
const paid = snapshot.checkouts.find(({ status }) => status === 'succeeded')!;
const { show, text } = openPage();

/** Opens the page of a run over a background that answers so. */
async function open(id: CheckoutView['id'], answers: Readonly<Record<string, unknown>>, of = snapshot) {
  const asked: string[] = [];
  const call = ((type: string) => {
    asked.push(type);
    return Promise.resolve(
      type in answers ? ok(answers[type]) : err({ code: 'issuer_unreachable', message: '' }),
    );
  }) as unknown as OperatorCall;
  const surface = createSurface(call, () => Promise.resolve(true));
  await show(<CheckoutPage id={id} surface={surface} snapshot={of} refusal={undefined} isBusy={false} />);
  return { asked, text };
}

test('a run that is too old for the snapshot is asked for by its id', async () => {
  const recent = await open(paid.id, {});
  expect(recent.text()).toContain(paid.merchant);
  expect(recent.asked).not.toContain('records.checkout');

  const old = { ...paid, merchant: 'old.example' };
  const older = await open(
    paid.id,
    { 'records.checkout': { checkout: old } },
    { ...snapshot, checkouts: [] },
  );
  expect(older.asked).toContain('records.checkout');
  expect(older.text()).toContain('old.example');
});

test('a run that there is not is said not to be there', async () => {
  const page = await open(
    paid.id,
    { 'records.checkout': { checkout: null } },
    { ...snapshot, checkouts: [] },
  );
  expect(page.text()).toBe('errorOther');
});

test('an issuer that does not say what can be done about a payment is said not to answer', async () => {
  expect((await open(paid.id, {})).text()).toContain('recourseTitleerrorIssuerUnreachable');
  const answered = await open(paid.id, { 'records.recourse': { isReversible: false, dispute: 'open' } });
  expect(answered.text()).toContain('recourseTitlerecourseRefund');
});
