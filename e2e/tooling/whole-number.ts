/** Reads a whole number, zero included; `undefined` for anything else. */
export function parseWholeNumber(text: string): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Reads a flag of a command of ours. Ends the command with one line when it is no whole number. */
export function wholeNumberOf(flag: string, text: string): number {
  const value = parseWholeNumber(text);
  if (value !== undefined) return value;
  process.stderr.write(`--${flag} takes a whole number such as 7, not "${text}".\n`);
  process.exit(2);
}
