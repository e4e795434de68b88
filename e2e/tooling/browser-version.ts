/** Branded Chrome ignores `--load-extension` from this version on. */
const CHROME_STOPPED_AT = 137;

/** Tells by what a browser prints for `--version` whether it loads an unpacked extension from where our tests put it. */
export function canLoadExtensions(version: string): boolean {
  // A snap sees neither our /tmp nor the native host's socket.
  if (/\bsnap\b/.test(version)) return false;
  const major = Number(/(\d+)\.\d+\.\d+/.exec(version)?.[1]);
  if (!Number.isInteger(major)) return false;
  // "Google Chrome for Testing" is what Playwright downloads, and still does.
  const isBranded = version.includes('Google Chrome') && !version.includes('for Testing');
  return !isBranded || major < CHROME_STOPPED_AT;
}
