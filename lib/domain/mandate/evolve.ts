import { addMoney, money, subtractMoney } from '../../kernel/money.ts';
import type { HoldId } from '../../kernel/ids.ts';
import { unreachable } from '../../kernel/invariant.ts';
import type { MandateEvent } from './events.ts';
import { Holds, type Hold } from './holds.ts';
import type { Mandate } from './state.ts';

/** Folds one event into a mandate. */
export function evolveMandate(
  mandate: Mandate | undefined,
  event: MandateEvent,
  at: number,
): Mandate | undefined {
  if (event.type === 'mandate-requested') {
    const none = money(0n, event.terms.budget.currency);
    return {
      terms: event.terms,
      status: 'pending_signature',
      requestedAt: at,
      seenAt: at,
      superseded: [],
      rejectedAt: [],
      allowedMerchants: [],
      holds: Holds.NONE,
      reserved: none,
      spent: none,
    };
  }
  return mandate && evolveKnown({ ...mandate, seenAt: Math.max(mandate.seenAt, at) }, event);
}

function evolveKnown(mandate: Mandate, event: Exclude<MandateEvent, { type: 'mandate-requested' }>): Mandate {
  switch (event.type) {
    case 'mandate-revised':
      return { ...mandate, revision: { terms: event.terms, requestedAt: mandate.seenAt } };
    case 'mandate-signed':
      return withSignature(mandate, event);
    case 'mandate-rejected': {
      const rejectedAt = [...mandate.rejectedAt, mandate.seenAt];
      return mandate.status === 'pending_signature'
        ? { ...mandate, rejectedAt, status: 'rejected' }
        : { ...withoutRevision(mandate), rejectedAt };
    }
    case 'mandate-paused':
      return { ...mandate, status: 'paused', pausedAt: mandate.seenAt };
    case 'mandate-resumed':
      return { ...mandate, status: 'active' };
    case 'mandate-revoked':
      return { ...mandate, status: 'revoked' };
    case 'mandate-expired':
      return { ...mandate, status: 'expired' };
    case 'merchant-allowed':
      return { ...mandate, allowedMerchants: [...mandate.allowedMerchants, event.merchant] };
    case 'merchant-disallowed': {
      const allowedMerchants = mandate.allowedMerchants.filter((merchant) => merchant !== event.merchant);
      return { ...mandate, allowedMerchants };
    }
    case 'funds-reserved': {
      const { holdId, checkoutId, merchant, amount, category = null } = event;
      const { version } = mandate.terms;
      const at = mandate.seenAt;
      const none = money(0n, amount.currency);
      const hold: Hold = {
        id: holdId,
        checkoutId,
        merchant,
        amount,
        status: 'open',
        at,
        category,
        version,
        posted: none,
        refunded: none,
      };
      return {
        ...mandate,
        holds: mandate.holds.with(hold),
        reserved: addMoney(mandate.reserved, amount),
      };
    }
    case 'funds-posted':
      return {
        ...withResolvedHold(mandate, event.holdId, {
          status: 'posted',
          posted: event.posted,
          transactionId: event.authorizationId,
        }),
        spent: addMoney(mandate.spent, event.posted),
      };
    case 'funds-posted-late': {
      const posted = addMoney(mandate.holds.get(event.holdId)!.posted, event.amount);
      const change = { status: 'posted', posted, transactionId: event.transactionId } as const;
      return {
        ...withHold(mandate, event.holdId, change),
        spent: addMoney(mandate.spent, event.amount),
      };
    }
    case 'funds-refunded': {
      const refunded = addMoney(mandate.holds.get(event.holdId)!.refunded, event.amount);
      return {
        ...withHold(mandate, event.holdId, { refunded }),
        spent: subtractMoney(mandate.spent, event.amount),
      };
    }
    case 'funds-released':
      return withResolvedHold(mandate, event.holdId, { status: 'released' });
    default:
      return unreachable(event);
  }
}

/** What the issuer says that a merchant sells is known once it is paid: from then on the payment counts for that. */
export function withCategory(mandate: Mandate, holdId: HoldId, category: string): Mandate {
  return withHold(mandate, holdId, { category });
}

function withoutRevision({ revision: _dropped, ...mandate }: Mandate): Mandate {
  return mandate;
}

/** The first signature begins a mandate; a later one puts new terms into force and keeps the old, as they were signed. */
function withSignature(
  mandate: Mandate,
  { version, digest, signature, signer }: Extract<MandateEvent, { type: 'mandate-signed' }>,
): Mandate {
  const signed = { digest, signature, signer };
  const { revision } = mandate;
  if (!revision || !mandate.signature || revision.terms.version !== version)
    return { ...mandate, status: 'active', signature: signed };
  const replaced = { terms: mandate.terms, signature: mandate.signature };
  return {
    ...withoutRevision(mandate),
    terms: revision.terms,
    signature: signed,
    superseded: [...mandate.superseded, replaced],
  };
}

function withHold(mandate: Mandate, holdId: HoldId, change: Partial<Hold>): Mandate {
  const hold = mandate.holds.get(holdId);
  return hold ? { ...mandate, holds: mandate.holds.with({ ...hold, ...change }) } : mandate;
}

function withResolvedHold(mandate: Mandate, holdId: HoldId, change: Partial<Hold>): Mandate {
  const hold = mandate.holds.get(holdId);
  if (!hold || hold.status !== 'open') return mandate;
  return {
    ...mandate,
    holds: mandate.holds.with({ ...hold, ...change }),
    reserved: subtractMoney(mandate.reserved, hold.amount),
  };
}
