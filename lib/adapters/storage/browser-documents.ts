import { openDB } from 'idb';
import { storage } from '@wxt-dev/storage';
import { z } from 'zod';
import { AgentKey, IssuerSettings, Profile, type Documents } from '../../ports/documents.ts';

const profileItem = storage.defineItem<unknown>('local:profile', { version: 1 });
const issuerItem = storage.defineItem<unknown>('local:issuer', { version: 1 });
const agentKeysItem = storage.defineItem<unknown>('local:agent-keys', { version: 1 });
const browserProfileItem = storage.defineItem<unknown>('local:browser-profile', { version: 1 });

const AgentKeys = z.array(AgentKey);
const BrowserProfileId = z.string().regex(/^[0-9a-f]{16}$/);

type Item = typeof profileItem;

/** Reads a document; one that does not parse is set aside under `quarantine` and counts as absent. */
async function read<T>(item: Item, schema: z.ZodType<T>): Promise<T | undefined> {
  const raw = await item.getValue();
  if (raw === null || raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  await storage.setItem(`local:quarantine-${item.key.replace('local:', '')}`, raw);
  await item.removeValue();
  return undefined;
}

const pictures = () =>
  openDB('countersign-pictures', 1, { upgrade: (db) => void db.createObjectStore('pictures') });

/** Keeps small documents in `storage.local` and pictures in IndexedDB. */
export function createBrowserDocuments(): Documents {
  const keys = async () => (await read(agentKeysItem, AgentKeys)) ?? [];
  return {
    profile: () => read(profileItem, Profile),
    saveProfile: (profile) => profileItem.setValue(profile),
    issuer: () => read(issuerItem, IssuerSettings),
    saveIssuer: (settings) => issuerItem.setValue(settings),
    agentKey: async (agentId) => (await keys()).find((key) => key.agentId === agentId)?.key,
    async saveAgentKey(key) {
      await agentKeysItem.setValue([...(await keys()).filter(({ agentId }) => agentId !== key.agentId), key]);
    },
    async forgetAgentKey(agentId) {
      await agentKeysItem.setValue((await keys()).filter((key) => key.agentId !== agentId));
    },
    async browserProfileId() {
      const known = await read(browserProfileItem, BrowserProfileId);
      if (known) return known;
      const fresh = Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) =>
        b.toString(16).padStart(2, '0'),
      ).join('');
      await browserProfileItem.setValue(fresh);
      return fresh;
    },
    picture: async (id) =>
      z
        .string()
        .optional()
        .parse(await (await pictures()).get('pictures', id)),
    async savePicture(id, dataUrl) {
      await (await pictures()).put('pictures', dataUrl, id);
    },
  };
}
