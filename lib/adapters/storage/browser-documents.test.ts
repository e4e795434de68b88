import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Profile } from '../../domain/checkout/profile.ts';
import type { AgentKey, IssuerSettings } from '../../ports/documents.ts';

// The storage library takes the browser from here when it is loaded.
vi.stubGlobal('chrome', fakeBrowser);
const { createBrowserDocuments } = await import('./browser-documents.ts');

const PROFILE: Profile = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  phoneticGivenName: '',
  phoneticFamilyName: '',
  email: 'ada@example.org',
  phone: '',
  addressLine1: '12 St James Square',
  addressLine2: '',
  city: 'London',
  region: '',
  postalCode: 'SW1Y 4JH',
  country: 'GB',
};
const ISSUER: IssuerSettings = { kind: 'sandbox', baseUrl: 'http://127.0.0.1:4410' };
const keyOf = (agentId: string, digit: string): AgentKey => ({ agentId, key: digit.repeat(64) });

beforeEach(() => fakeBrowser.reset());

const stored = () => fakeBrowser.storage.local.get();

test('nothing is there at first', async () => {
  const documents = createBrowserDocuments();
  expect(await documents.profile()).toBeUndefined();
  expect(await documents.issuer()).toBeUndefined();
  expect(await documents.agentKey('agt_a')).toBeUndefined();
  expect(await documents.picture('chk_none')).toBeUndefined();
});

test('a new worker reads what an old one saved', async () => {
  await createBrowserDocuments().saveProfile(PROFILE, 1_000);
  await createBrowserDocuments().saveIssuer(ISSUER);
  expect(await createBrowserDocuments().profile()).toEqual(PROFILE);
  expect(await createBrowserDocuments().profileSavedAt()).toBe(1_000);
  expect(await createBrowserDocuments().issuer()).toEqual(ISSUER);
});

test('documents of version 1 still load', async () => {
  await fakeBrowser.storage.local.set({
    profile: PROFILE,
    issuer: ISSUER,
    'agent-keys': [keyOf('agt_a', '1')],
    'browser-profile': '0123456789abcdef',
  });
  const documents = createBrowserDocuments();
  expect(await documents.profile()).toEqual(PROFILE);
  expect(await documents.issuer()).toEqual(ISSUER);
  expect((await documents.agentKey('agt_a'))?.key).toBe('1'.repeat(64));
  expect(await documents.browserProfileId()).toBe('0123456789abcdef');
});

test('a document that does not parse is set aside whole and counts as absent', async () => {
  const broken = { ...PROFILE, country: 'Great Britain' };
  await fakeBrowser.storage.local.set({ profile: broken });
  const documents = createBrowserDocuments();
  expect(await documents.profile()).toBeUndefined();
  const kept = await stored();
  expect(kept['quarantine:profile']).toEqual(broken);
  expect(kept).not.toHaveProperty('profile');
  await documents.saveProfile(PROFILE, 1_000);
  expect(await documents.profile()).toEqual(PROFILE);
});

test('what is erased of contact and delivery goes whole, also what could not be read', async () => {
  await fakeBrowser.storage.local.set({ profile: { ...PROFILE, country: 'Great Britain' } });
  const documents = createBrowserDocuments();
  await documents.profile();
  await documents.saveProfile(PROFILE, 1_000);
  await documents.eraseProfile();
  expect(JSON.stringify(await stored())).not.toContain(PROFILE.addressLine1);
});

test('an agent key is replaced by name and forgotten by name', async () => {
  const documents = createBrowserDocuments();
  await documents.saveAgentKey(keyOf('agt_a', '1'));
  await documents.saveAgentKey(keyOf('agt_b', '2'));
  await documents.saveAgentKey(keyOf('agt_a', '3'));
  expect((await documents.agentKey('agt_a'))?.key).toBe('3'.repeat(64));
  await documents.forgetAgentKey('agt_a');
  expect(await documents.agentKey('agt_a')).toBeUndefined();
  expect((await documents.agentKey('agt_b'))?.key).toBe('2'.repeat(64));
});

test('keys that are saved at once are all kept', async () => {
  const documents = createBrowserDocuments();
  const ids = ['a', 'b', 'c', 'd'];
  await Promise.all(ids.map((id) => documents.saveAgentKey(keyOf(id, id))));
  for (const id of ids) expect((await documents.agentKey(id))?.key).toBe(id.repeat(64));
});

test('the id of this browser profile is made once', async () => {
  const documents = createBrowserDocuments();
  const ids = await Promise.all([documents.browserProfileId(), documents.browserProfileId()]);
  expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set([...ids, await createBrowserDocuments().browserProfileId()]).size).toBe(1);
});

test('pictures are kept in their own database, not in the storage area', async () => {
  const documents = createBrowserDocuments();
  await documents.savePicture('chk_a', 'data:image/png;base64,AAAA');
  await documents.savePicture('chk_a', 'data:image/png;base64,BBBB');
  expect(await createBrowserDocuments().picture('chk_a')).toBe('data:image/png;base64,BBBB');
  expect(JSON.stringify(await stored())).not.toContain('BBBB');
});

test('a stored picture that is no text counts as absent', async () => {
  const documents = createBrowserDocuments();
  await documents.savePicture('chk_b', 'data:,');
  const db = await openDB('countersign-pictures', 1);
  await db.put('pictures', { not: 'a picture' }, 'chk_b');
  db.close();
  expect(await documents.picture('chk_b')).toBeUndefined();
});
