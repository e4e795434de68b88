import { answerChoice } from '@/lib/app/operator/answer-choice.ts';
import { checkOutcome } from '@/lib/app/operator/check-outcome.ts';
import { connectIssuer } from '@/lib/app/operator/connect-issuer.ts';
import { decideAgentAccess } from '@/lib/app/operator/decide-agent-access.ts';
import { closeUnusedCard } from '@/lib/app/operator/close-unused-card.ts';
import {
  approveCheckout,
  extendPreview,
  cancelCheckout,
  rejectCheckout,
} from '@/lib/app/operator/answer-preview.ts';
import { fundWallet } from '@/lib/app/operator/fund-wallet.ts';
import { extendHandoff, leavePage, returnPage, takePage } from '@/lib/app/operator/hold-page.ts';
import { reversePayment } from '@/lib/app/operator/reverse-payment.ts';
import { changeMandate, disallowMerchant, signMandate } from '@/lib/app/operator/sign-mandate.ts';
import { stopEverything } from '@/lib/app/operator/stop-everything.ts';
import { takeSnapshot, viewRun } from '@/lib/app/operator/take-snapshot.ts';
import { setFundsAlert } from '@/lib/app/operator/watch-alerts.ts';
import { advance } from '@/lib/app/checkout-step.ts';
import type { CheckoutDriver } from '@/lib/app/checkout/drive-checkout.ts';
import type { Kit } from '@/lib/app/kit.ts';
import { draftMandate } from '@/lib/app/operator/draft-mandate.ts';
import { ok, type Result } from '@/lib/kernel/result.ts';
import type { operator } from '@/lib/messaging/contracts/operator.ts';
import type { Handlers, MessageError } from '@/lib/messaging/serve.ts';
import type { OwnWindows } from './own-windows.ts';
import { recordRoutes } from './record-routes.ts';
import { describeRefusal } from './refusal-words.ts';
import { openIssuer } from './wire.ts';

const DONE = ok({});

function done(result: Result<unknown, { kind: string }>): Result<Record<string, never>, MessageError> {
  return result.ok ? DONE : { ok: false, error: describeRefusal(result.error) };
}

/** Which use case answers which message of the operator's surfaces. */
export function operatorRoutes(
  kit: Kit,
  driver: CheckoutDriver,
  windows: OwnWindows,
): Handlers<typeof operator> {
  return {
    'operator.snapshot': async (_, peer) =>
      ok({ ...(await takeSnapshot(kit)), isReadOnly: peer.kind !== 'surface' }),
    'operator.stop-all': async () => ok(await stopEverything(kit)),
    'surface.open': async ({ page, path }) => {
      await windows.open(page, path);
      return DONE;
    },
    'vault.create': async ({ password }) => done(await kit.signer.create(password)),
    'vault.unlock': async ({ password }) => {
      const unlocked = await kit.signer.unlock(password);
      if (unlocked.ok) await driver.resumeAll(true);
      return done(unlocked);
    },
    'vault.backup': async ({ password }) => {
      const backup = await kit.signer.backup(password);
      return backup.ok ? ok({ text: backup.value }) : { ok: false, error: describeRefusal(backup.error) };
    },
    'vault.restore': async ({ backup, password }) => done(await kit.signer.restore(backup, password)),
    'vault.lock': async () => {
      await kit.signer.lock();
      return DONE;
    },
    'issuer.connect': async (connection) => done(await connectIssuer(kit, openIssuer, connection)),
    'wallet.deposit': async ({ amount, reference }) => done(await fundWallet(kit, amount, reference)),
    'wallet.alert-below': async ({ below }) => {
      await setFundsAlert(kit, below);
      return DONE;
    },
    'sites.choose-shops': async () => {
      await kit.documents.chooseSiteBySite();
      return DONE;
    },
    'profile.save': async (profile) => {
      await kit.documents.saveProfile(profile, kit.clock.now());
      return DONE;
    },
    'agent.approve': async ({ agentId }) => done(await decideAgentAccess(kit, agentId, { type: 'approve' })),
    'agent.deny': async ({ agentId }) => done(await decideAgentAccess(kit, agentId, { type: 'deny' })),
    'agent.revoke': async ({ agentId }) => done(await decideAgentAccess(kit, agentId, { type: 'revoke' })),
    'agent.pause': async ({ agentId }) => done(await decideAgentAccess(kit, agentId, { type: 'pause' })),
    'agent.resume': async ({ agentId }) => done(await decideAgentAccess(kit, agentId, { type: 'resume' })),
    'mandate.draft': async (draft) => {
      const drafted = await draftMandate(kit, draft);
      return drafted.ok
        ? ok({ mandateId: drafted.value })
        : { ok: false, error: describeRefusal(drafted.error) };
    },
    'mandate.sign': async ({ mandateId, digest }) => done(await signMandate(kit, mandateId, digest)),
    'mandate.reject': async ({ mandateId }) => done(await changeMandate(kit, mandateId, 'reject')),
    'mandate.revoke': async ({ mandateId }) => done(await changeMandate(kit, mandateId, 'revoke')),
    'mandate.pause': async ({ mandateId }) => done(await changeMandate(kit, mandateId, 'pause')),
    'mandate.disallow-merchant': async ({ mandateId, merchant }) =>
      done(await disallowMerchant(kit, driver, mandateId, merchant)),
    'mandate.resume': async ({ mandateId }) => done(await changeMandate(kit, mandateId, 'resume')),
    'choice.pick': async ({ choiceId, picked }) =>
      done(await answerChoice(kit, choiceId, { type: 'pick', picked })),
    'choice.reject': async ({ choiceId }) => done(await answerChoice(kit, choiceId, { type: 'reject' })),
    'checkout.approve': async ({ checkoutId, intentHash, merchant }) =>
      done(await approveCheckout(kit, driver, checkoutId, intentHash, merchant === 'always')),
    'checkout.extend': async ({ checkoutId }) => done(await extendPreview(kit, checkoutId)),
    'card.close': async ({ cardId }) => done(await closeUnusedCard(kit, cardId)),
    'checkout.reject': async ({ checkoutId }) => done(await rejectCheckout(kit, checkoutId)),
    'checkout.cancel': async ({ checkoutId }) => done(await cancelCheckout(kit, checkoutId)),
    'checkout.picture': async ({ checkoutId }) =>
      ok({ dataUrl: (await kit.documents.picture(checkoutId)) ?? null }),
    'handoff.go-to-tab': async ({ checkoutId }) => done(await takePage(kit, checkoutId)),
    'handoff.done': async ({ checkoutId }) => done(await returnPage(kit, driver, checkoutId)),
    'handoff.give-up': async ({ checkoutId }) => done(await leavePage(kit, driver, checkoutId)),
    'handoff.extend': async ({ checkoutId }) => done(await extendHandoff(kit, checkoutId)),
    'checkout.reverse': async ({ checkoutId }) => done(await reversePayment(kit, checkoutId)),
    'unknown.state': async ({ checkoutId, said }) => {
      const stated = await advance(kit, { type: 'outcome-stated', checkoutId, said });
      driver.poke(checkoutId);
      return done(stated);
    },
    'unknown.check': async ({ checkoutId }) => {
      const checked = await checkOutcome(kit, driver, checkoutId);
      return checked.ok
        ? ok({ issuer: checked.value })
        : { ok: false, error: describeRefusal(checked.error) };
    },
    ...recordRoutes(kit),
    'records.checkout': ({ checkoutId }) => Promise.resolve(ok({ checkout: viewRun(kit, checkoutId) })),
  };
}
