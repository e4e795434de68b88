import { expect, test } from 'vitest';
import { peerOf, type OwnPlaces } from './peer.ts';

const own: OwnPlaces = {
  extensionId: 'ours',
  extensionOrigin: 'chrome-extension://ours',
  isOwnWindow: (tabId) => tabId === 9,
};
const origin = own.extensionOrigin;

test('popup and side panel have no tab: a surface', () => {
  expect(peerOf({ id: 'ours', origin }, own)).toEqual({ kind: 'surface' });
});

test('our page in a tab may only look; in our own window it is a surface', () => {
  expect(peerOf({ id: 'ours', origin, tab: { id: 3 } }, own)).toEqual({ kind: 'tab', tabId: 3 });
  expect(peerOf({ id: 'ours', origin, tab: { id: 9 } }, own)).toEqual({ kind: 'surface', tabId: 9 });
});

test('a content script is a page, whatever its document claims', () => {
  const shop = { id: 'ours', origin: 'https://shop.example', tab: { id: 3 }, frameId: 0 };
  expect(peerOf(shop, own)).toEqual({ kind: 'page', tabId: 3, frameId: 0 });
  expect(peerOf({ ...shop, origin: 'null' }, own)?.kind).toBe('page');
});

test('another extension, and a sender without a tab that is not our page, are nobody', () => {
  expect(peerOf({ id: 'theirs', origin }, own)).toBeUndefined();
  expect(peerOf({ origin }, own)).toBeUndefined();
  expect(peerOf({ id: 'ours', origin: 'https://shop.example' }, own)).toBeUndefined();
});
