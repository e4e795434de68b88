import type { MessageKey } from './translate.ts';

type Table = Readonly<Record<string, MessageKey>>;

const look =
  <F extends MessageKey | undefined>(table: Table, fallback: F) =>
  (code: string): MessageKey | F =>
    Object.hasOwn(table, code) ? table[code]! : fallback;

/** Words for a refusal of the background. */
export const refusalKey = look(
  {
    background_unreachable: 'unreachable',
    sender_not_allowed: 'errorNotAllowed',
    invalid_input: 'errorInput',
    internal: 'errorInternal',
    weak_password: 'errorWeakPassword',
    wrong_password: 'errorWrongPassword',
    vault_damaged: 'errorVaultDamaged',
    vault_locked: 'errorVaultLocked',
    issuer_unreachable: 'errorIssuerUnreachable',
    issuer_rejected: 'errorIssuerRejected',
    issuer_locked: 'errorVaultLocked',
    issuer_in_use: 'errorIssuerInUse',
    issuer_live: 'errorIssuerLive',
    issuer_address_insecure: 'errorIssuerInsecure',
    invalid_deposit: 'depositInvalid',
    request_expired: 'errorRequestExpired',
    terms_differ: 'errorTermsDiffer',
    intent_changed: 'errorIntentChanged',
    already_submitted: 'errorPastPay',
    card_in_use: 'errorCardInUse',
    not_reversible: 'errorNotReversible',
    already_settled: 'errorNotReversible',
    unknown_agent: 'errorNoAccess',
    invalid_merchant: 'errorMerchant',
    invalid_amount: 'depositInvalid',
    invalid_terms: 'errorInput',
    vault_exists: 'errorVaultExists',
    vault_missing: 'errorVaultMissing',
    backup_unreadable: 'errorBackup',
    not_an_export: 'errorNotExport',
    export_broken: 'errorExportBroken',
    ledger_not_empty: 'errorLedgerNotEmpty',
    issuer_answer_invalid: 'errorIssuerAnswer',
    preview_expired: 'approveLapsed',
    choice_closed: 'errorChoiceClosed',
  },
  'errorOther',
);

/** Words for why a run ended without a payment, by the code that the agent was given too. */
export const reasonKey = look(
  {
    unknown_mandate: 'reasonMandateInactive',
    mandate_not_active: 'reasonMandateInactive',
    mandate_pending_signature: 'reasonMandateInactive',
    mandate_not_begun: 'reasonMandateInactive',
    mandate_paused: 'reasonMandateInactive',
    mandate_rejected: 'reasonMandateInactive',
    mandate_revoked: 'reasonMandateInactive',
    mandate_expired: 'reasonMandateInactive',
    mandate_superseded: 'reasonMandateSuperseded',
    wrong_version: 'reasonMandateSuperseded',
    signature_invalid: 'reasonSignature',
    merchant_not_in_mandate: 'reasonMerchant',
    budget_exceeded: 'reasonBudget',
    per_payment_exceeded: 'reasonPerPayment',
    per_day_exceeded: 'reasonPeriod',
    per_week_exceeded: 'reasonPeriod',
    per_month_exceeded: 'reasonPeriod',
    insufficient_funds: 'reasonFunds',
    count_exceeded: 'reasonCount',
    currency_mismatch: 'reasonCurrency',
    recurring_not_allowed: 'reasonRecurring',
    too_soon: 'reasonTooSoon',
    outside_hours: 'reasonHours',
    category_not_in_mandate: 'reasonCategory',
    category_exceeded: 'reasonCategorySpent',
    would_ask: 'reasonWouldAsk',
    off_mission: 'reasonOffMission',
    line_limit_exceeded: 'reasonLine',
    line_quantity_exceeded: 'reasonLine',
    cart_unreadable: 'reasonCart',
    cart_does_not_add_up: 'reasonSum',
    total_unreadable: 'reasonTotal',
    amount_ambiguous: 'reasonTotal',
    address_not_payable: 'reasonAddress',
    form_posts_elsewhere: 'reasonPostsElsewhere',
    cart_empty: 'reasonCartEmpty',
    out_of_stock: 'reasonOutOfStock',
    not_deliverable: 'reasonNotDeliverable',
    minimum_order: 'reasonMinimumOrder',
    cart_expired: 'reasonCartExpired',
    no_checkout: 'reasonNoCheckout',
    too_many_steps: 'reasonNoCheckout',
    unsupported_widget: 'reasonUnsupported',
    site_not_allowed: 'reasonSite',
    wall_persists: 'reasonWall',
    paid_by_operator: 'reasonPaidByYou',
    given_up: 'reasonGivenUp',
    handoff_expired: 'reasonHandoffExpired',
    tab_gone: 'reasonTabGone',
    card_declined: 'reasonDeclined',
    not_charged: 'reasonNotCharged',
    merchant_changed: 'reasonMerchantChanged',
    above_maximum: 'reasonMaximum',
    card_does_not_fit: 'reasonCardFit',
    not_as_chosen: 'reasonNotChosen',
    rejected_by_operator: 'reasonRejected',
    agent_paused: 'reasonAgentPaused',
    agent_revoked: 'reasonAgentRevoked',
    stopped: 'reasonStopped',
    stopped_on_page: 'reasonStoppedOnPage',
    stopped_by_operator: 'reasonStoppedRun',
    cancelled_by_agent: 'reasonAgentCancelled',
    interrupted: 'reasonInterrupted',
    expired: 'reasonExpired',
  },
  'reasonOther',
);

/** Words for how sight was lost after Pay. */
export const lostKey = look(
  {
    tab_closed: 'lostTabClosed',
    no_answer: 'lostNoAnswer',
    gave_up_at_wall: 'reasonGivenUp',
    wall_not_passed: 'reasonHandoffExpired',
    browser_stopped: 'lostBrowserStopped',
    press_missed: 'lostPressMissed',
  },
  'unknownTitle',
);

/** Words for why policy asks. `changed` is told part by part instead. */
export const askKey = look(
  {
    new_merchant: 'askNewMerchant',
    item_not_listed: 'askItemNotListed',
    above_ask_limit: 'askAboveLimit',
    unproven_payee: 'askUnprovenPayee',
    unknown_category: 'askUnknownCategory',
    assumed_currency: 'askAssumedCurrency',
    always_ask: 'askAlways',
  },
  'askOther',
);

/** Words for a part of the intent that moved. The total is shown as a difference instead. */
export const changeKey = look(
  {
    topOrigin: 'changedAddress',
    merchant: 'changedAddress',
    providerOrigins: 'changedAddress',
    formAction: 'changedAddress',
    lines: 'changedLines',
    amounts: 'changedAmounts',
    isCurrencyAssumed: 'changedAmounts',
    submitFingerprint: 'changedControl',
    page: 'changedPage',
    deliveryDigest: 'changedDelivery',
    isRecurring: 'changedConsent',
    agreedTo: 'changedConsent',
  },
  undefined,
);

export const warningKey = look(
  {
    punycode: 'warnPunycode',
    ticked_save_card: 'warnTickedSaveCard',
    ticked_recurring: 'warnTickedRecurring',
    ticked_marketing: 'warnTickedMarketing',
    ticked_terms: 'warnTickedTerms',
    ticked_add_on: 'warnTickedAddOn',
  },
  'warnTickedOther',
);

export const amountKindKey = look(
  {
    subtotal: 'amountSubtotal',
    shipping: 'amountShipping',
    tax: 'amountTax',
    discount: 'amountDiscount',
    tip: 'amountTip',
    fee: 'amountFee',
    total: 'total',
  },
  'amountFee',
);

export const stepKey = look(
  {
    created: 'stepCreated',
    preparing: 'stepPreparing',
    reserved: 'stepReserved',
    minted: 'stepMinted',
    filling: 'stepFilling',
    previewed: 'stepPreviewed',
    awaiting_approval: 'stepAwaitingApproval',
    approved: 'stepApproved',
    revalidating: 'stepRevalidating',
    arming: 'stepArming',
    submitting: 'stepSubmitting',
    processing: 'stepProcessing',
    handoff: 'stepHandoff',
    outcome_unknown: 'stepOutcomeUnknown',
    reconciling: 'stepReconciling',
    interrupted: 'stepInterrupted',
    succeeded: 'stepSucceeded',
    declined: 'stepDeclined',
    refused: 'stepRefused',
    cancelled: 'stepCancelled',
    expired: 'stepExpired',
  },
  'stepFailed',
);

export const cardStatusKey = look(
  {
    requested: 'cardRequested',
    inactive: 'cardInactive',
    armed: 'cardArmed',
    unknown: 'cardUnknown',
    used: 'cardUsed',
    closed: 'cardClosed',
    cancelled: 'cardCancelled',
  },
  'cardFailed',
);

export const settlementKey = look(
  {
    open: 'settlementOpen',
    settled: 'settlementSettled',
    reversed: 'settlementReversed',
    partly_refunded: 'settlementPartlyRefunded',
    refunded: 'settlementRefunded',
    excess: 'settlementExcess',
  },
  'settlementNone',
);

/** Words for why money was taken that no hold stands for. */
export const excessKey = look(
  {
    over_capture: 'excessOverCapture',
    late_capture: 'excessLateCapture',
    second_authorization: 'excessSecond',
  },
  'excessForcePost',
);

export const mandateStatusKey = look(
  {
    active: 'statusActive',
    paused: 'paused',
    pending_signature: 'statusPending',
    rejected: 'statusRejected',
    revoked: 'statusRevoked',
  },
  'statusExpired',
);

export const agentStatusKey = look(
  {
    requested: 'statusRequested',
    approved: 'statusApproved',
    paused: 'paused',
    stopped: 'statusStopped',
    revoked: 'statusRevoked',
  },
  'statusDenied',
);

export const termKey = look(
  {
    budget: 'termBudget',
    perPayment: 'termPerPayment',
    perDay: 'termPerDay',
    perWeek: 'termPerWeek',
    perMonth: 'termPerMonth',
    alwaysAsk: 'termAskAbove',
    quiet: 'termAskAbove',
    minimumIntervalMs: 'termInterval',
    hours: 'termHours',
    hosts: 'termHosts',
    categories: 'termCategories',
    products: 'termProducts',
    recurring: 'termSubscriptions',
    askAbove: 'termAskAbove',
    maxPayments: 'termMaxPayments',
    merchants: 'termMerchants',
    tolerance: 'termTolerance',
    expiresAt: 'termExpiresAt',
    workflow: 'termWorkflow',
  },
  'termMandateId',
);

export const queueKey = look(
  {
    agent: 'queueAgent',
    stopped_agent: 'queueStoppedAgent',
    mandate: 'queueMandate',
    choice: 'queueChoice',
    preview: 'queuePreview',
    handoff: 'queueHandoff',
  },
  'queueUnknown',
);

const WALLS: Readonly<Record<string, readonly [MessageKey, MessageKey]>> = {
  captcha: ['wallCaptcha', 'wallCaptchaDo'],
  antibot: ['wallAntibot', 'wallAntibotDo'],
  otp_sms: ['wallOtpSms', 'wallOtpDo'],
  otp_email: ['wallOtpEmail', 'wallOtpDo'],
  otp_app: ['wallOtpApp', 'wallOtpDo'],
  '3ds': ['wall3ds', 'wall3dsDo'],
  login: ['wallLogin', 'wallLoginDo'],
  age_gate: ['wallAgeGate', 'wallConsentDo'],
  consent_required: ['wallConsent', 'wallConsentDo'],
  unsupported_widget: ['wallUnsupported', 'wallUnsupportedDo'],
  blocked: ['wallBlocked', 'wallBlockedDo'],
  amount_ambiguous: ['wallAmount', 'wallLookDo'],
  merchant_mismatch: ['wallMerchant', 'wallLookDo'],
  new_merchant: ['wallNewMerchant', 'wallNewMerchantDo'],
  ui_interference: ['wallInterference', 'wallLookDo'],
  post_submit_review: ['wallReview', 'wallLookDo'],
};

/** What a wall is and what to do there. */
export function wallKeys(kind: string): readonly [title: MessageKey, instruction: MessageKey] {
  return WALLS[kind] ?? ['wallManual', 'wallLookDo'];
}
