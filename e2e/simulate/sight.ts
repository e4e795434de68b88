import type { FieldFinding } from '../../lib/domain/checkout/page-reading.ts';
import type { Money } from '../../lib/kernel/money.ts';
import type { TabSight } from '../../lib/ports/page-driver.ts';

export const SHOP = 'https://shop.example/checkout';
export const PAY = 'button pay';
const RECT = { x: 10, y: 10, width: 200, height: 30 };
const CHALLENGE = {
  vendor: 'recaptcha',
  isAsking: true,
  hasBox: true,
  answer: 'empty' as const,
  isInPath: true,
  mayPassAlone: false,
  shownForMs: 10_000,
  detail: 'challenge',
};

/** What a simulated shop's tab shows. */
export interface Shown {
  readonly tabId: number;
  readonly documentId: string;
  readonly total: Money;
  readonly shows: 'form' | 'confirmation' | 'declined' | 'nothing' | 'delivery' | 'consent';
  readonly orderNumber: string;
  readonly hasCard: boolean;
  readonly wall: boolean;
  /** Pay was pressed in this very document. */
  readonly wasPressed: boolean;
}

/** The reading of a one-frame checkout. */
export function sightOf({
  tabId,
  documentId,
  total,
  shows,
  orderNumber,
  hasCard,
  wall,
  wasPressed,
}: Shown): TabSight {
  const isForm = shows === 'form';
  const isConsent = shows === 'consent';
  const leadsOn = isConsent || shows === 'delivery';
  const field = (ref: string, token: NonNullable<FieldFinding['token']>): FieldFinding => ({
    ref,
    token,
    section: 'card',
    confidence: 1,
    signals: [],
    control: 'text',
    label: token,
    required: true,
    isFilled: hasCard,
    holds: null,
    decoy: null,
    rect: RECT,
  });
  const top = {
    frameId: 0,
    documentId,
    origin: 'https://shop.example',
    url: SHOP,
    parentFrameId: -1,
    reading: {
      url: SHOP,
      referrer: '',
      title: 'Checkout',
      lang: 'en',
      viewport: { width: 1280, height: 720, scale: 1 },
      isLoading: false,
      pressed: wasPressed ? PAY : null,
      fields: [
        ...(isForm ? [field('n', 'cc-number'), field('c', 'cc-csc'), field('e', 'cc-exp')] : []),
        ...(shows === 'delivery' ? [{ ...field('s', 'street-address'), required: false }] : []),
      ],
      lines: isConsent ? [] : [{ title: 'Paper', quantity: 1, amount: total }],
      amounts: [],
      total: isConsent
        ? { status: 'unreadable' as const, reason: 'not_found' as const }
        : { status: 'read' as const, amount: total, isCurrencyAssumed: false },
      submit: isForm ? { ref: 'p', label: 'Pay', fingerprint: PAY, isEnabled: true, rect: RECT } : null,
      proceed: leadsOn
        ? { ref: 'go', label: 'Continue', fingerprint: 'button continue', isEnabled: true, rect: RECT }
        : null,
      cardMethod: null,
      formAction: null,
      consents: [],
      recurringWording: null,
      step: null,
      shownDelivery: null,
      cartProblems: [],
      frames: [],
      evidence: {
        headlines: shows === 'confirmation' ? ['Thank you for your order'] : [],
        words: '',
        checks: wall ? [CHALLENGE] : [],
        alerts: shows === 'declined' ? ['The card was declined.'] : [],
        orderReferences: shows === 'confirmation' ? [{ reference: orderNumber, context: 'Thank you' }] : [],
        signals: [],
      },
    },
  };
  return { tabId, top, frames: [top] };
}
