import type { Defence } from './defence.ts';

/** The hostile shops' tests whose titles begin with these keys. */
const shops = (...keys: string[]): Defence['guard'] => ({
  runner: 'playwright',
  file: 'e2e/specs/hostile-shops.spec.ts',
  titles: keys.map((key) => `] ${key}: `),
});

/** A card without a lock on its amount; Lithic takes a limit of nothing for none. */
const UNLOCKED: Defence['edits'] = [
  ['spend_limit: minor,', 'spend_limit: 0,'],
  ['if (spend_limit !== minor || ', 'if ('],
];

/** What stands against the hostile shops; each of them must fail without it. */
export const HOSTILE_DEFENCES: readonly Defence[] = [
  {
    name: 'what nobody can see is not filled',
    file: 'lib/page/dom/visibility.ts',
    edits: [["  if (!view || !element.isConnected) return 'invisible';\n", '  if (view) return null;\n']],
    guard: shops('a1-faded', 'a2-clipped', 'b1-baits', 'b2-moved'),
  },
  {
    name: 'what is covered is not filled',
    file: 'lib/page/dom/coverage.ts',
    edits: [["typeof root.elementFromPoint !== 'function') return false;", 'root) return false;']],
    guard: shops('a3-covered', 'a4-dialogs'),
  },
  {
    name: 'a field that became another one is not filled',
    file: 'lib/page/fill/fill-fields.ts',
    edits: [
      [
        "  if (describeElement(element) !== refs.identityOf(entry.ref)) return 'field_changed';\n",
        '  void describeElement;\n',
      ],
    ],
    guard: shops('b2-swapped'),
  },
  {
    name: 'what a field is called outweighs what it declares',
    file: 'lib/page/form/judge-words.ts',
    edits: [
      [
        "    if (shown)\n      return { ...opinion, kind: shown.kind, strength: 1, score: 15, signals: ['conflict:autocomplete'] };\n",
        '    void shown;\n',
      ],
    ],
    guard: shops('b3-mislabelled'),
  },
  {
    name: 'two fields for one card number are not filled',
    file: 'lib/page/form/find-fields.ts',
    edits: [['  markDoubles(findings, classified);\n', '  void markDoubles;\n']],
    guard: shops('b4-twice'),
  },
  {
    name: 'a form that posts elsewhere is not paid',
    file: 'lib/domain/checkout/find-checkout.ts',
    edits: [['if (posted && !mayReceiveCard(', 'if (posted && !top && !mayReceiveCard(']],
    guard: shops('b6-action', 'b6-button', 'b6-base', 'b6-script', 'd3-action'),
  },
  {
    name: 'an ended run leaves nothing in the page',
    file: 'lib/app/checkout/end-checkout.ts',
    edits: [
      [
        '    await kit.pages.clear(checkout.tabId);\n    if (checkout.openerTabId',
        '    if (checkout.openerTabId',
      ],
    ],
    guard: {
      runner: 'playwright',
      file: 'e2e/specs/hostile-shops.spec.ts',
      titles: ['[B9] what was typed is cleared'],
    },
  },
  {
    name: 'a card that was not armed pays nothing',
    file: 'lib/adapters/issuers/lithic/lithic-card-issuer.ts',
    edits: [["state: 'PAUSED',\n        spend_limit", "state: 'OPEN',\n        spend_limit"]],
    guard: shops('a8-false-hands', 'b7-reader', 'b8-skimmer'),
  },
  {
    name: 'only real clicks count, in a root that the page cannot enter',
    file: 'lib/page/banner/holder-banner.ts',
    edits: [
      ["mode: 'closed'", "mode: 'open'"],
      ['if (event.isTrusted) onPress();', 'if (event) onPress();'],
      ['if (place?.isSteady()) onPress();', 'if (place) onPress();'],
    ],
    guard: shops('a5-banner'),
  },
  {
    name: 'what is moved under a hand is not pressed by it',
    file: 'lib/page/banner/steady-place.ts',
    edits: [['return performance.now() - since >= STEADY_MS;', 'return performance.now() >= since;']],
    guard: {
      runner: 'vitest',
      file: 'lib/page/banner/steady-place.test.ts',
      title: 'what has just appeared or moved',
    },
  },
  {
    name: 'words of a page are shown as plain text',
    file: 'lib/ui/clean-text.ts',
    edits: [["    .replace(/[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]+/gu, ' ')\n", '']],
    guard: {
      runner: 'playwright',
      file: 'e2e/specs/hostile-surfaces.spec.ts',
      titles: ['[A11] '],
    },
  },
  {
    name: 'no page may embed or open a page of ours',
    file: 'wxt.config.ts',
    edits: [
      [
        'web_accessible_resources: [],',
        "web_accessible_resources: [{ resources: ['popup.html'], matches: ['<all_urls>'] }],",
      ],
      [" frame-ancestors 'none'", ''],
    ],
    guard: {
      runner: 'playwright',
      file: 'e2e/specs/hostile-surfaces.spec.ts',
      titles: ['[A9] '],
    },
  },
  {
    name: 'a page that lost the card is not paid',
    file: 'lib/app/checkout/submit-checkout.ts',
    edits: [['if (!holdsCard(found.value)) {', 'if (!holdsCard(found.value) && !found) {']],
    guard: shops('d3-emptied'),
  },
  {
    name: 'a page that is drawn anew while the card is typed is not previewed',
    file: 'lib/app/checkout/fill-card.ts',
    edits: [['  if (!holdsCard(found.value))\n', '  if (!holdsCard(found.value) && !found)\n']],
    guard: shops('a8-false-hands'),
  },
  {
    name: 'a page that is on its way to another is not pressed',
    file: 'lib/page/departure.ts',
    edits: [['    leftAt = performance.now();\n', '    void performance.now();\n']],
    guard: {
      runner: 'playwright',
      file: 'e2e/specs/page-reading.spec.ts',
      titles: ['[A8] is not pressed: its form was sent'],
    },
  },
  {
    name: 'only the shop and known providers hold card fields',
    file: 'lib/domain/checkout/scope.ts',
    edits: [
      [
        "  if (frame.origin === 'null' || frame.origin === '' || top.origin === 'null') return false;\n",
        '  if (frame.url !== top.url) return true;\n',
      ],
    ],
    guard: shops('c2-stranger', 'c3-sandboxed', 'c4-srcdoc'),
  },
  {
    name: 'a frame that nobody can see holds no fields',
    file: 'lib/domain/checkout/shown-frames.ts',
    edits: [
      ['  if (frame.frameId === top.frameId) return true;\n', '  if (frame.frameId !== -1) return true;\n'],
    ],
    guard: shops('c2-speck', 'c2-faded'),
  },
  {
    name: 'what was approved is what is paid',
    file: 'lib/app/checkout/submit-checkout.ts',
    edits: [['hashIntent(intent) === checkout.approval?.intentHash', 'true']],
    guard: shops('d1-after-preview', 'd2-currency', 'd2-goods', 'd2-address', 'd3-button', 'd7-ticked'),
  },
  {
    name: 'a preview asks no more than was reserved',
    file: 'lib/app/checkout/fill-card.ts',
    edits: [
      [
        'if (checkout.hold && !isWithin(found.value.total, checkout.hold.amount)) {',
        'if (checkout.hold && isWithin(found.value.total, checkout.hold.amount) && false) {',
      ],
    ],
    guard: shops('d1-while-typing', 'd2-while-typing', 'd2-donation'),
  },
  {
    name: 'a card is locked to its amount',
    file: 'lib/adapters/issuers/lithic/lithic-card-issuer.ts',
    edits: UNLOCKED,
    guard: shops('d4-dearer'),
  },
  {
    name: 'a card pays once',
    file: 'lib/adapters/issuers/lithic/lithic-card-issuer.ts',
    // The lock on the amount stands in for it: both go.
    edits: [["type: 'SINGLE_USE'", "type: 'VIRTUAL'"], ...UNLOCKED],
    guard: shops('d4-twice'),
  },
  {
    name: 'totals must agree',
    file: 'lib/page/amounts/find-total.ts',
    edits: [
      [
        "  if (stated.some((amount) => !isSameAmount(amount, first))) return unreadable('disagreement');\n",
        '  void isSameAmount;\n',
      ],
    ],
    guard: shops('d5-two-totals'),
  },
  {
    name: 'a tick box can make a payment a recurring one',
    file: 'lib/domain/checkout/build-intent.ts',
    edits: [["kind === 'recurring' && isChecked)", "kind === 'recurring' && isChecked && !kind)"]],
    guard: shops('d7-renewal'),
  },
  {
    name: 'the page that is paid is a shop of the mandate',
    file: 'lib/domain/policy/decide-purchase.ts',
    edits: [
      [
        'if (!isOpenToAnyMerchant(terms) && !isNamedMerchant(terms, facts)) {',
        'if (terms.hosts.length > 99 && !isNamedMerchant(terms, facts)) {',
      ],
    ],
    guard: shops('d8-led-away'),
  },
  {
    name: 'a confirmation page alone is no success',
    file: 'lib/app/checkout/observe-outcome.ts',
    edits: [
      [
        '        : undefined,\n    declined',
        "        : { id: 'none', amount: expected, category: null },\n    declined",
      ],
    ],
    guard: shops('d11-no-charge', 'e4-elsewhere'),
  },
  {
    name: 'a decline that an authorization stands beside is none',
    file: 'lib/domain/outcome/judge-outcome.ts',
    edits: [['if (!issuer.approved && issuer.declined) {', 'if (issuer.declined) {']],
    guard: {
      runner: 'vitest',
      file: 'lib/domain/outcome/judge-outcome.test.ts',
      title: 'before an authorization that stands is no decline',
    },
  },
];
