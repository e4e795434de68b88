import { err, ok, type Result } from '../kernel/result.ts';
import { MandateDraft } from '../messaging/contracts/operator.ts';
import { latinDigits, plainDecimal } from './read-amount.ts';
import type { MessageKey } from './translate.ts';

/** A mandate's terms as they are typed; the agent is chosen beside them. */
export type MandateForm = Omit<MandateDraft, 'agentId' | 'merchants' | 'days'> & {
  /** Domains, apart by commas or spaces. */
  merchants: string;
  days: string;
};

export interface MandateTemplate {
  readonly name: MessageKey;
  readonly form: Partial<MandateForm>;
}

export const EMPTY_MANDATE: MandateForm = {
  purpose: '',
  workflow: '',
  currency: 'USD',
  amount: '50.00',
  perPayment: '',
  askAbove: '',
  maxPayments: '',
  merchants: '',
  days: '30',
};

/** Beginnings, each with limits that fit the job: one thing once, a month of small things, a month of one subscription's top-ups. */
export const MANDATE_TEMPLATES: readonly MandateTemplate[] = [
  {
    name: 'templateOnce',
    form: { amount: '50.00', perPayment: '', askAbove: '', maxPayments: '1', days: '7' },
  },
  {
    name: 'templateSupplies',
    form: { amount: '150.00', perPayment: '40.00', askAbove: '25.00', maxPayments: '10', days: '30' },
  },
  {
    name: 'templateTravel',
    form: { amount: '600.00', perPayment: '250.00', askAbove: '0.01', maxPayments: '', days: '90' },
  },
];

/** An empty limit is none. */
const limitOf = (text: string) => (text.trim() === '' ? '' : plainDecimal(text));

/** Reads what was typed as a draft, or names the first field that the contract does not take. */
export function readMandateForm(
  form: MandateForm,
  agentId: MandateDraft['agentId'],
): Result<MandateDraft, keyof MandateForm> {
  const read = MandateDraft.safeParse({
    ...form,
    agentId,
    amount: plainDecimal(form.amount),
    perPayment: limitOf(form.perPayment),
    askAbove: limitOf(form.askAbove),
    maxPayments: latinDigits(form.maxPayments),
    merchants: form.merchants.split(/[\s,;]+/).filter((part) => part !== ''),
    days: Number(latinDigits(form.days)),
  });
  return read.success ? ok(read.data) : err(read.error.issues[0]?.path[0] as keyof MandateForm);
}
