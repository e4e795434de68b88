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
    issuer_address_insecure: 'errorIssuerInsecure',
    invalid_deposit: 'depositInvalid',
    request_expired: 'errorRequestExpired',
    terms_differ: 'errorTermsDiffer',
    intent_changed: 'errorIntentChanged',
    card_in_use: 'errorCardInUse',
    unknown_agent: 'errorNoAccess',
    invalid_merchant: 'errorMerchant',
    invalid_amount: 'depositInvalid',
    invalid_terms: 'errorInput',
    vault_exists: 'errorVaultExists',
    vault_missing: 'errorVaultMissing',
    issuer_answer_invalid: 'errorIssuerAnswer',
    preview_expired: 'approveLapsed',
    choice_closed: 'errorChoiceClosed',
  },
  'errorOther',
);

/** Words for why policy asks. `changed` is told part by part instead. */
export const askKey = look(
  {
    new_merchant: 'askNewMerchant',
    item_not_listed: 'askItemNotListed',
    above_ask_limit: 'askAboveLimit',
    unknown_category: 'askUnknownCategory',
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
    submitFingerprint: 'changedControl',
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

export const settlementKey = look({ open: 'settlementOpen', settled: 'settlementSettled' }, 'settlementNone');

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
  { requested: 'statusRequested', approved: 'statusApproved', paused: 'paused', revoked: 'statusRevoked' },
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
  ui_interference: ['wallInterference', 'wallLookDo'],
  post_submit_review: ['wallReview', 'wallLookDo'],
};

/** What a wall is and what to do there. */
export function wallKeys(kind: string): readonly [title: MessageKey, instruction: MessageKey] {
  return WALLS[kind] ?? ['wallManual', 'wallLookDo'];
}
