import { hashTypedData, type Hex } from 'viem';
import type { MandateTerms } from '../../domain/mandate/terms.ts';
import type { Money } from '../../kernel/money.ts';

const types = {
  Mandate: [
    { name: 'mandateId', type: 'string' },
    { name: 'version', type: 'uint256' },
    { name: 'agentId', type: 'string' },
    { name: 'purpose', type: 'string' },
    { name: 'workflow', type: 'string' },
    { name: 'currency', type: 'string' },
    { name: 'budget', type: 'uint256' },
    { name: 'perPayment', type: 'Limit' },
    { name: 'perDay', type: 'Limit' },
    { name: 'perWeek', type: 'Limit' },
    { name: 'perMonth', type: 'Limit' },
    { name: 'askAbove', type: 'Limit' },
    { name: 'alwaysAsk', type: 'bool' },
    { name: 'quiet', type: 'bool' },
    { name: 'maxPayments', type: 'Limit' },
    { name: 'minimumIntervalMs', type: 'Limit' },
    { name: 'timeZone', type: 'string' },
    { name: 'hours', type: 'Hours[]' },
    { name: 'merchants', type: 'string[]' },
    { name: 'hosts', type: 'string[]' },
    { name: 'categories', type: 'Category[]' },
    { name: 'products', type: 'Product[]' },
    { name: 'recurring', type: 'bool' },
    { name: 'tolerance', type: 'uint256' },
    { name: 'notBefore', type: 'uint256' },
    { name: 'expiresAt', type: 'uint256' },
  ],
  /** No limit and a limit of zero are two things. */
  Limit: [
    { name: 'isSet', type: 'bool' },
    { name: 'value', type: 'uint256' },
  ],
  Hours: [
    { name: 'weekdays', type: 'uint8[]' },
    { name: 'fromMinute', type: 'uint16' },
    { name: 'untilMinute', type: 'uint16' },
  ],
  Category: [
    { name: 'code', type: 'string' },
    { name: 'limit', type: 'Limit' },
  ],
  Product: [
    { name: 'words', type: 'string' },
    { name: 'perLine', type: 'Limit' },
    { name: 'maxQuantity', type: 'Limit' },
  ],
} as const;

const limit = (value: bigint | number | null | undefined) => ({
  isSet: value !== null && value !== undefined,
  value: BigInt(value ?? 0),
});
const amount = (value: Money | null) => limit(value?.minor);

/**
 * Puts mandate terms into EIP-712 typed data: every field that is shown is signed, and an absent limit differs from a
 * limit of zero. The domain names no chain contract: the signature binds the operator to the extension's policy.
 */
export function mandateTypedData(terms: MandateTerms) {
  return {
    domain: { name: 'Countersign', version: '2', chainId: 1 },
    types,
    primaryType: 'Mandate' as const,
    message: {
      mandateId: terms.mandateId,
      version: BigInt(terms.version),
      agentId: terms.agentId,
      purpose: terms.purpose,
      workflow: terms.workflow,
      currency: terms.budget.currency,
      budget: terms.budget.minor,
      perPayment: amount(terms.perPayment),
      perDay: amount(terms.perDay),
      perWeek: amount(terms.perWeek),
      perMonth: amount(terms.perMonth),
      askAbove: amount(terms.askAbove),
      alwaysAsk: terms.alwaysAsk,
      quiet: terms.quiet,
      maxPayments: limit(terms.maxPayments),
      minimumIntervalMs: limit(terms.minimumIntervalMs),
      timeZone: terms.timeZone,
      hours: terms.hours,
      merchants: terms.merchants,
      hosts: terms.hosts,
      categories: terms.categories.map((one) => ({ code: one.code, limit: amount(one.limit) })),
      products: terms.products.map((one) => ({
        words: one.words,
        perLine: amount(one.perLine),
        maxQuantity: limit(one.maxQuantity),
      })),
      recurring: terms.recurring,
      tolerance: terms.tolerance.minor,
      notBefore: BigInt(terms.notBefore),
      expiresAt: BigInt(terms.expiresAt),
    },
  };
}

/** The EIP-712 digest of mandate terms. */
export function mandateDigest(terms: MandateTerms): Hex {
  return hashTypedData(mandateTypedData(terms));
}

/**
 * The struct as it is signed, field by field in its order, each value as JSON. Screens show these lines; whoever puts
 * them together again gets the digest.
 */
export function mandateStruct(terms: MandateTerms): { name: string; value: string }[] {
  const { message } = mandateTypedData(terms);
  return types.Mandate.map(({ name }) => ({
    name,
    value: JSON.stringify(message[name], (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  }));
}
