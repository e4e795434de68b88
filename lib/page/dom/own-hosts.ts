const ownHosts = new WeakSet<Element>();

/** Marks an element as ours, so that no reading takes our words for the page's. */
export function markOwn(host: Element): void {
  ownHosts.add(host);
}

/** Tells whether an element is ours. */
export function isOwn(host: Element): boolean {
  return ownHosts.has(host);
}
