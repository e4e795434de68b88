/** An open tab, as far as the browser tells. */
export interface OpenTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  /** Epoch ms; browsers without it tell tabs apart by their order alone. */
  readonly lastAccessed?: number | undefined;
}

/** A fragment that names a page, as shops with a router in the fragment write it: `#/checkout`, `#!/checkout`. */
const ROUTE = /^#!?\//;

interface Spelling {
  readonly whole: string;
  readonly page: string;
}

/** Spells an address as browsers do (WHATWG URL), with and without the place in the page that a fragment names. */
function spellingOf(url: string): Spelling | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  const whole = address.href;
  if (!ROUTE.test(address.hash)) address.hash = '';
  return { whole, page: address.href };
}

/**
 * Lists the tabs at an address, the likeliest first. An agent that drives the browser by other means writes the address as it
 * went there; the browser spells it anew (`/` after the host, `%20`), and pages add fragments. Query and path are the
 * shop's word for a cart and must be equal.
 */
export function tabsAt(url: string, tabs: readonly OpenTab[]): number[] {
  const asked = spellingOf(url);
  if (!asked) return [];
  return tabs
    .flatMap(({ id, url: shown, lastAccessed = 0 }) => {
      const spelled = shown === undefined ? undefined : spellingOf(shown);
      if (id === undefined || spelled?.page !== asked.page) return [];
      return [{ id, isSame: spelled.whole === asked.whole, lastAccessed }];
    })
    .sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.lastAccessed - a.lastAccessed)
    .map(({ id }) => id);
}
