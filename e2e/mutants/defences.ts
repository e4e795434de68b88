import type { Defence, Guard } from './defence.ts';
import { HOSTILE_DEFENCES } from './hostile-defences.ts';

const unit = (file: string, title?: string): Guard => ({ runner: 'vitest', file, ...(title && { title }) });
const browser = (file: string, title: string): Guard => ({
  runner: 'playwright',
  file: `e2e/specs/${file}.spec.ts`,
  title,
});

export const DEFENCES: readonly Defence[] = [
  ...HOSTILE_DEFENCES,
  {
    name: 'an agent in a retry loop is stopped',
    file: 'lib/app/agent/attempt.ts',
    edits: [
      [
        "status !== 'stopped' ? ok(attempt) : agentStopped()",
        "status !== 'stopped' || attempt ? ok(attempt) : agentStopped()",
      ],
    ],
    guard: browser('alerts', 'again and again is stopped'),
  },
  {
    name: 'a currency that no page names is asked about',
    file: 'lib/app/checkout/judge-run.ts',
    edits: [
      [
        'found.isCurrencyAssumed && !isCurrencyKnown(state, mandateId, found)',
        'isCurrencyKnown(state, mandateId, found) && !found.isCurrencyAssumed',
      ],
    ],
    guard: browser('zoo-shops', 'dollars that no page names'),
  },
  {
    name: 'a run that ended refused counts as an attempt',
    file: 'lib/app/book-state.ts',
    edits: [["    case 'checkout-refused':\n", '']],
    guard: browser('alerts', 'runs that end refused count'),
  },
  {
    name: 'an attempt is counted again only by whoever was told',
    file: 'lib/domain/agent/attempts.ts',
    edits: [['askedAt <= known.at', 'askedAt < 0']],
    guard: unit('lib/domain/agent/attempts.test.ts', 'are one attempt'),
  },
  {
    name: 'low funds are told once',
    file: 'lib/domain/ledger/funds-alert.ts',
    edits: [['alert.toldAt === undefined && lowFundsOf', 'lowFundsOf']],
    guard: unit('lib/domain/ledger/funds-alert.test.ts', 'are news once'),
  },
  {
    name: 'the record of submitting is written before Pay is pressed',
    file: 'lib/app/checkout/submit-checkout.ts',
    edits: [
      [
        'const recorded = await kit.book.commit<StepRefusal',
        'const commitRecord = () => kit.book.commit<StepRefusal',
      ],
      [
        "  if (!recorded.ok)\n    return 'code' in recorded.error\n      ? refuseCheckout(kit, checkout, recorded.error)\n      : startOver(kit, checkout, [recorded.error.kind]);\n",
        '',
      ],
      [
        '  if (missed) return missPress(kit, checkout, missed);\n',
        '  if (missed) return missPress(kit, checkout, missed);\n  await commitRecord();\n',
      ],
    ],
    guard: browser('crash-points', 'killed at CP9'),
  },
  {
    name: 'the page is read again before the card is armed',
    file: 'lib/app/checkout/submit-checkout.ts',
    edits: [['hashIntent(intent) === checkout.approval?.intentHash', 'true']],
    guard: browser('moving-ground', 'the total rises by one cent after approval'),
  },
  {
    name: 'Pay is recorded only for the page that was approved',
    file: 'lib/domain/checkout/decide.ts',
    edits: [
      [
        "      if (event.intentHash !== checkout.intentHash) return { kind: 'intent_changed' };\n      return guardSubmission",
        '      return guardSubmission',
      ],
    ],
    guard: unit(
      'lib/domain/checkout/checkout.test.ts',
      'does not cover a page that was read differently at Pay',
    ),
  },
  {
    name: 'an approval is consumed by its one use',
    file: 'lib/domain/checkout/evolve.ts',
    edits: [['isConsumed: true', 'isConsumed: false']],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'a run that goes well ends with a receipt'),
  },
  {
    name: 'a consumed approval presses nothing',
    file: 'lib/domain/checkout/decide.ts',
    edits: [["  if (approval.isConsumed) return { kind: 'approval_consumed' };\n", '']],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'never lets'),
  },
  {
    name: 'an approval decides only when it stood uncovered for a while',
    file: 'lib/ui/use-armed.ts',
    edits: [['armedFor === shown', "armedFor !== ''"]],
    guard: browser('operator-screens', 'keeps being uncovered'),
  },
  {
    name: 'an approval is used in time',
    file: 'lib/domain/checkout/decide.ts',
    edits: [["now >= approval.expiresAt ? { kind: 'approval_expired' } : undefined", 'undefined']],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'is used in time'),
  },
  {
    name: 'the address in the page’s own fields is part of what was approved',
    file: 'lib/app/checkout/see-page.ts',
    edits: [["`${token}=${holds ?? ''}`", '`${token}=`']],
    guard: browser('moving-ground', 'the delivery address is another one'),
  },
  {
    name: 'the address that the page shows in words is part of what was approved',
    file: 'lib/app/checkout/see-page.ts',
    edits: [["`shown=${sight.top.reading.shownDelivery ?? ''}`", '`shown=`']],
    guard: browser('moving-ground', 'the address that the shop shows in words'),
  },
  {
    name: 'a card field that holds another number is not filled',
    file: 'lib/page/page-engine.ts',
    edits: [['return { ...finding, isFilled: false };', 'return finding;']],
    guard: browser('moving-ground', 'the number of the card is another one'),
  },
  {
    name: 'a run from before a pause of its mandate does not pay',
    file: 'lib/app/checkout/submit-checkout.ts',
    edits: [['    !isFromBefore(mandate.pausedAt) &&\n', '']],
    guard: unit('e2e/simulate/authority-at-pay.test.ts', 'under way when its mandate was paused'),
  },
  {
    name: 'what the issuer paid beyond the wallet is made good first',
    file: 'lib/app/book.ts',
    edits: [['withRepayments(decided.value).map', 'decided.value.map']],
    guard: unit('lib/app/operator/money-of-run.test.ts', 'makes that good before it is available'),
  },
  {
    name: 'the store refuses an append that expects another version',
    file: 'lib/adapters/storage/idb-ledger-store.ts',
    edits: [['if (actual !== version) return', 'if (actual < 0) return']],
    guard: unit('lib/adapters/storage/ledger-store.test.ts', 'a wrong version is refused'),
  },
  {
    name: 'the book decides anew when another writer was first',
    file: 'lib/app/book.ts',
    edits: [['      await readOn();\n    }\n  }\n', '      return decided;\n    }\n  }\n']],
    guard: unit('lib/app/book.test.ts', 'two writers'),
  },
  {
    name: 'a run that is found at Pay is never pressed again',
    file: 'lib/app/checkout/drive-checkout.ts',
    edits: [['return resumeSubmit(kit, checkout);', 'return submitCheckout(kit, checkout);']],
    guard: browser('crash-points', 'killed at CP9'),
  },
  {
    name: 'a press that the document knows of is seen through',
    file: 'lib/page/page-engine.ts',
    edits: [["if (report.outcome === 'pressed') pressed = control.fingerprint;", 'void pressed;']],
    guard: browser('crash-points', 'before the shop charged'),
  },
  {
    name: 'Pay is recorded once ever',
    file: 'lib/domain/checkout/decide.ts',
    edits: [["  if (isPastSubmit(checkout)) return { kind: 'already_submitted' };\n  const", '  const']],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'never lets a run that has paid press Pay'),
  },
  {
    name: 'a card is asked for under a key that was recorded before',
    file: 'lib/app/checkout/mint-card.ts',
    edits: [
      [
        "const cardId = requested?.status === 'requested' ? requested.id : (kit.clock.nextId('card') as CardId);",
        "const cardId = kit.clock.nextId('card') as CardId;",
      ],
    ],
    guard: browser('crash-points', 'killed at CP5'),
  },
  {
    name: 'a card is minted inactive',
    file: 'lib/adapters/issuers/lithic/lithic-card-issuer.ts',
    edits: [["state: 'PAUSED',\n        spend_limit", "state: 'OPEN',\n        spend_limit"]],
    guard: unit(
      'lib/adapters/issuers/lithic/lithic-card-issuer.test.ts',
      'a card that was never armed pays nothing',
    ),
  },
  {
    name: 'the same order under the same key is the same run',
    file: 'lib/app/agent/idempotency.ts',
    edits: [['  if (!before) return undefined;', '  if (before !== null) return undefined;']],
    guard: browser('crash-points', 'killed at CP1:'),
  },
  {
    name: 'success needs the issuer’s authorization',
    file: 'lib/domain/checkout/decide.ts',
    edits: [["checkout.authorization ? undefined : { kind: 'evidence_missing' }", 'undefined']],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'success needs the issuer'),
  },
  {
    name: 'nothing is typed, pressed or pictured while the operator holds the page',
    file: 'lib/app/checkout/page-lock.ts',
    edits: [["run.status === 'handoff') return true", "run.status === 'handoff') return false"]],
    guard: unit('lib/app/checkout/page-lock.test.ts', 'while the operator holds the page'),
  },
  {
    name: 'a step that was under way ends no run that the operator holds',
    file: 'lib/domain/checkout/decide.ts',
    edits: [
      [
        "      if (!isPastSubmit(checkout)) return { kind: 'illegal_step', step: event.type, from: checkout.status };\n",
        '      if (!isPastSubmit(checkout)) return undefined;\n',
      ],
    ],
    guard: unit('lib/domain/checkout/checkout.test.ts', 'is not ended by a step that was under way'),
  },
  {
    name: 'a payment that the operator made by hand is found',
    file: 'lib/app/checkout/notice-payment.ts',
    edits: [
      [
        "  if (!isAsked || !card.issuerToken) return 'nothing';",
        "  if (isAsked !== undefined || !card?.issuerToken) return 'nothing';",
      ],
    ],
    guard: browser('crash-points', 'presses Pay by hand while the worker is dead'),
  },
  {
    name: 'an order on the page that we did not pay ends the run',
    file: 'lib/app/checkout/see-page.ts',
    edits: [['return orderIn(finding) !== undefined && ', "return finding.kind === 'none' && "]],
    guard: browser('handoff', 'the operator pays by other means'),
  },
  {
    name: 'the card of a lost outcome is frozen',
    file: 'lib/app/checkout/lose-outcome.ts',
    edits: [['await kit.issuer.freeze(card.issuerToken)', '{ ok: true }']],
    guard: browser('handoff', 'nobody comes in time: the card is frozen'),
  },
  {
    name: 'a handoff ends by its deadline',
    file: 'lib/app/checkout/handoff.ts',
    edits: [
      [
        "    if (kit.clock.now() >= expiresAt) return abandonHandoff(kit, checkout, 'deadline');\n",
        '    void expiresAt;\n',
      ],
    ],
    guard: browser('handoff', 'nobody comes in time: the card is closed'),
  },
  {
    name: 'nothing is done before the wallet is unlocked',
    file: 'lib/app/checkout/drive-checkout.ts',
    edits: [["if (!before || (await kit.signer.state()) !== 'unlocked') break;", 'if (!before) break;']],
    guard: browser('handoff', 'the browser restarts at the bank'),
  },
  {
    name: 'the browser is told not to remember a card while it is typed',
    file: 'lib/page/fill/fill-fields.ts',
    edits: [
      ['  if (isCardKind(entry.token)) silenceAutocomplete(element);\n', '  void silenceAutocomplete;\n'],
    ],
    guard: browser('nothing-on-disk', 'killed in the middle'),
  },
  {
    name: 'a mandate is never overspent',
    file: 'lib/domain/mandate/limits.ts',
    edits: [
      [
        "  if (isMoreThan(amount, remaining)) return { kind: 'budget_exceeded', remaining, asked: amount };\n",
        '',
      ],
    ],
    guard: unit('lib/domain/mandate/mandate.test.ts'),
  },
  {
    name: 'what is captured late fits into what is left',
    file: 'lib/domain/mandate/mandate.ts',
    edits: [
      [
        "  if (isMoreThan(amount, remaining)) return err({ kind: 'budget_exceeded', remaining, asked: amount });\n",
        '',
      ],
    ],
    guard: unit('lib/domain/mandate/mandate.test.ts', 'must still fit into the hold'),
  },
  {
    name: 'a hold is resolved once',
    file: 'lib/domain/mandate/mandate.ts',
    edits: [
      [
        "  if (hold.status !== 'open') return err({ kind: 'hold_resolved', status: hold.status });\n  if (command.posted",
        '  if (command.posted',
      ],
    ],
    guard: unit('lib/domain/mandate/mandate.test.ts'),
  },
];
