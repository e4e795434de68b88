export type FormValue = string | number | { readonly [name: string]: FormValue } | readonly FormValue[];

function* pairsOf(name: string, value: FormValue): Generator<[string, string]> {
  if (typeof value !== 'object') {
    yield [name, String(value)];
    return;
  }
  // Lists carry their index, as the official client writes them.
  for (const [key, inner] of Object.entries<FormValue>(value)) yield* pairsOf(`${name}[${key}]`, inner);
}

/** Writes nested values as Stripe takes them: `a[b][0][c]=…`. */
export function toForm(fields: Readonly<Record<string, FormValue>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [...pairsOf(name, value)]);
  return new URLSearchParams(pairs).toString();
}
