import type { Provider } from './scope.ts';

/**
 * Names the sites that paying at some merchants needs, as match patterns: the merchants with their subdomains, and
 * the hosts whose card fields they may embed. Source: Chrome and MDN, "Match patterns".
 */
export function sitePatternsFor(merchants: readonly string[], providers: readonly Provider[]): string[] {
  const shops = merchants.map((merchant) => `https://*.${merchant}/*`);
  const frames = providers.flatMap(({ hosts }) => hosts.map((host) => `https://${host}/*`));
  return [...new Set([...shops, ...frames])];
}
