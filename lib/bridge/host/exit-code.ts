/** Exit codes of the command (docs/integrate.md). */
export const EXIT = {
  done: 0,
  usage: 2,
  refused: 3,
  operator: 4,
  unknown: 5,
  timedOut: 6,
  unreachable: 7,
} as const;

const BY_STATUS: Readonly<Record<string, number>> = {
  refused: EXIT.refused,
  denied: EXIT.refused,
  declined: EXIT.refused,
  cancelled: EXIT.refused,
  expired: EXIT.refused,
  failed: EXIT.refused,
  rejected: EXIT.refused,
  withdrawn: EXIT.refused,
  revoked: EXIT.refused,
  awaiting_approval: EXIT.operator,
  awaiting_choice: EXIT.operator,
  handoff: EXIT.operator,
  pending_signature: EXIT.operator,
  requested: EXIT.operator,
  outcome_unknown: EXIT.unknown,
};

const BY_CODE: Readonly<Record<string, number>> = {
  usage: EXIT.usage,
  invalid_input: EXIT.usage,
  invalid_amount: EXIT.usage,
  invalid_merchant: EXIT.usage,
  invalid_terms: EXIT.usage,
  key_required: EXIT.usage,
  unknown_operation: EXIT.usage,
  several_profiles: EXIT.usage,
  wallet_locked: EXIT.operator,
  agent_requested: EXIT.operator,
  no_answer: EXIT.timedOut,
  extension_not_reachable: EXIT.unreachable,
  connection_lost: EXIT.unreachable,
};

/** Gives the exit code that a result's status stands for; 0 where the command was to bring it about (`wanted`). */
export function exitCodeOf(value: unknown, wanted?: string): number {
  const status = (value as { status?: unknown } | null)?.status;
  if (typeof status !== 'string' || status === wanted) return EXIT.done;
  return BY_STATUS[status] ?? EXIT.done;
}

/** Gives the exit code of an error. */
export function exitCodeOfError(code: string): number {
  return BY_CODE[code] ?? EXIT.refused;
}
