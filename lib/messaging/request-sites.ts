import { browser } from 'wxt/browser';

/**
 * Has the browser ask the operator for sites. Call it in the very turn of a press: browsers refuse a request without
 * a gesture. Resolves to what the operator chose.
 */
export function requestSites(patterns: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...patterns] }).catch(() => false);
}
