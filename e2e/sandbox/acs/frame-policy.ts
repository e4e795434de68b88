/** Tells whether a URL lies on an origin. */
export function originAllows(origin: string, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin;
}
