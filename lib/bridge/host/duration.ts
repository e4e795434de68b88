const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads a time such as `60s`, `5m` or plain seconds; `undefined` when it is none. */
export function durationMs(text: string): number | undefined {
  const match = /^(\d{1,6})([smhd]?)$/.exec(text);
  return match ? Number(match[1]) * UNIT_MS[match[2] || 's']! : undefined;
}
