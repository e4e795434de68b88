import type { Money } from '../../kernel/money.ts';

/** An amount as issuers take it: a positive JSON number; `undefined` when it would not be exact. */
export function exactMinor({ minor }: Money): number | undefined {
  return minor > 0n && minor <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(minor) : undefined;
}
