/** Writes a token of the books (a UUID) as Stripe names things: `ic_0b8f4d7e…`. */
export function toStripeId(prefix: string, token: string): string {
  return `${prefix}_${token.replaceAll('-', '')}`;
}

/** Reads it back; gives a token of nothing when it names something else. */
export function fromStripeId(prefix: string, id: string): string {
  const hex = id.startsWith(`${prefix}_`) ? id.slice(prefix.length + 1) : '';
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
