import { hashTypedData, type Hex } from 'viem';
import type { MandateTerms } from '../../domain/mandate/terms.ts';

const types = {
  Mandate: [
    { name: 'mandateId', type: 'string' },
    { name: 'version', type: 'uint256' },
    { name: 'agentId', type: 'string' },
    { name: 'purpose', type: 'string' },
    { name: 'workflow', type: 'string' },
    { name: 'currency', type: 'string' },
    { name: 'budget', type: 'uint256' },
    { name: 'hasPerPayment', type: 'bool' },
    { name: 'perPayment', type: 'uint256' },
    { name: 'hasAskAbove', type: 'bool' },
    { name: 'askAbove', type: 'uint256' },
    { name: 'hasMaxPayments', type: 'bool' },
    { name: 'maxPayments', type: 'uint256' },
    { name: 'merchants', type: 'string[]' },
    { name: 'tolerance', type: 'uint256' },
    { name: 'notBefore', type: 'uint256' },
    { name: 'expiresAt', type: 'uint256' },
  ],
} as const;

/**
 * Puts mandate terms into EIP-712 typed data: every field that is shown is signed, and an absent limit differs from a
 * limit of zero. The domain names no chain contract: the signature binds the operator to the extension's policy.
 */
export function mandateTypedData(terms: MandateTerms) {
  return {
    domain: { name: 'Countersign', version: '1', chainId: 1 },
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
      hasPerPayment: terms.perPayment !== null,
      perPayment: terms.perPayment?.minor ?? 0n,
      hasAskAbove: terms.askAbove !== null,
      askAbove: terms.askAbove?.minor ?? 0n,
      hasMaxPayments: terms.maxPayments !== null,
      maxPayments: BigInt(terms.maxPayments ?? 0),
      merchants: terms.merchants,
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
