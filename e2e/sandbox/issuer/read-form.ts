import type { Context } from 'hono';

interface Fields {
  [name: string]: string | Fields;
}

/** Reads `a[b][0][c]=…` into nested records; lists become records with their indices for names. */
export function parseForm(text: string): Fields {
  const fields: Fields = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '');
    const last = path.pop();
    if (last === undefined || [last, ...path].includes('__proto__')) continue;
    let inner = fields;
    for (const part of path) {
      const next = inner[part];
      inner = typeof next === 'object' ? next : (inner[part] = {});
    }
    inner[last] = value;
  }
  return fields;
}

/** Reads a form body. */
export async function readForm(c: Context): Promise<Fields> {
  return parseForm(await c.req.text());
}
