import { invariant } from './invariant.ts';

const TAG = '$bigint';

/** Writes a value as JSON, with whole numbers of any size. */
export function writeExact(value: unknown): string {
  return JSON.stringify(value, (_key, of: unknown) => {
    if (typeof of === 'bigint') return { [TAG]: String(of) };
    invariant(
      typeof of !== 'object' || of === null || !(TAG in of) || Object.keys(of).length > 1,
      `${TAG} is no name for a field`,
    );
    return of;
  });
}

/** Reads what `writeExact` wrote. */
export function readExact(text: string): unknown {
  return restored(JSON.parse(text));
}

function restored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(restored);
  const fields = value as Record<string, unknown>;
  if (typeof fields[TAG] === 'string') return BigInt(fields[TAG]);
  // In place: what was parsed belongs to nobody else.
  for (const key in fields) fields[key] = restored(fields[key]);
  return fields;
}
