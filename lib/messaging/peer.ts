import type { PeerKind } from './contract.ts';

/** Who sent a message, by the browser's word. */
export interface Peer {
  readonly kind: PeerKind;
  readonly tabId?: number;
  readonly frameId?: number;
}

/** What the browser says of a sender. */
export interface Sender {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** What the browser knows of its own windows: which tabs are the extension's own pop-up windows. */
export interface OwnPlaces {
  readonly extensionId: string;
  readonly extensionOrigin: string;
  isOwnWindow(tabId: number): boolean;
}

/**
 * Tells who sent a message: by `sender.id` and `sender.origin`, never by `sender.url`, which a sandboxed frame fakes.
 * Popup and side panel have no tab; the same page in a tab may only look. `undefined` is nobody we answer.
 */
export function peerOf(sender: Sender, own: OwnPlaces): Peer | undefined {
  if (sender.id !== own.extensionId) return undefined;
  const tabId = sender.tab?.id;
  if (sender.origin === own.extensionOrigin) {
    if (tabId === undefined) return { kind: 'surface' };
    return { kind: own.isOwnWindow(tabId) ? 'surface' : 'tab', tabId };
  }
  if (tabId === undefined) return undefined;
  return { kind: 'page', tabId, ...(sender.frameId !== undefined && { frameId: sender.frameId }) };
}
