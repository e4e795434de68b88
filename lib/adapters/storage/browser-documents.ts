import { openDB, type IDBPDatabase } from 'idb';
import { storage } from '@wxt-dev/storage';
import { z } from 'zod';
import { Profile } from '../../domain/checkout/profile.ts';
import { AgentKey, IssuerSettings, type Documents } from '../../ports/documents.ts';

const profileItem = storage.defineItem<unknown>('local:profile', { version: 1 });
const profileSavedAtItem = storage.defineItem<unknown>('local:profile-saved-at', { version: 1 });
const issuerItem = storage.defineItem<unknown>('local:issuer', { version: 1 });
const siteBySiteItem = storage.defineItem<unknown>('local:site-by-site', { version: 1 });
const agentKeysItem = storage.defineItem<unknown>('local:agent-keys', { version: 1 });
const browserProfileItem = storage.defineItem<unknown>('local:browser-profile', { version: 1 });

const AgentKeys = z.array(AgentKey);
const BrowserProfileId = z.string().regex(/^[0-9a-f]{16}$/);

type Item = typeof profileItem;

const quarantineOf = ({ key }: Item) => `local:quarantine:${key.replace('local:', '')}` as const;

/** Reads a document; one that does not parse is set aside under `quarantine` and counts as absent. */
async function read<T>(item: Item, schema: z.ZodType<T>): Promise<T | undefined> {
  const raw = await item.getValue();
  if (raw === null || raw === undefined) return undefined;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  await storage.setItem(quarantineOf(item), raw);
  await item.removeValue();
  return undefined;
}

/** Opens the pictures' database once; a connection that was cut is replaced by the next call. */
function createPictures(): () => Promise<IDBPDatabase> {
  let opened: Promise<IDBPDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return () => {
    opened ??= openDB('countersign-pictures', 1, {
      upgrade: (db) => void db.createObjectStore('pictures'),
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return opened;
  };
}

/** Keeps small documents in `storage.local` and pictures in IndexedDB. */
export function createBrowserDocuments(): Documents {
  const pictures = createPictures();
  let queue: Promise<unknown> = Promise.resolve();
  /** Runs what reads and then writes one after another; two agents approved at once would else lose a key. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = queue.then(work);
    queue = run.catch(() => undefined);
    return run;
  };
  // Every call of an agent asks for its key, and nobody but this worker writes them: read once.
  let knownKeys: Promise<readonly AgentKey[]> | undefined;
  const keys = () => (knownKeys ??= read(agentKeysItem, AgentKeys).then((kept) => kept ?? []));
  async function keepKeys(next: readonly AgentKey[]): Promise<void> {
    await agentKeysItem.setValue(next);
    knownKeys = Promise.resolve(next);
  }
  const othersThan = async (agentId: string) => (await keys()).filter((key) => key.agentId !== agentId);

  async function browserProfileId(): Promise<string> {
    const known = await read(browserProfileItem, BrowserProfileId);
    if (known) return known;
    const bytes = crypto.getRandomValues(new Uint8Array(8));
    const fresh = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    await browserProfileItem.setValue(fresh);
    return fresh;
  }

  return {
    profile: () => read(profileItem, Profile),
    async saveProfile(profile, at) {
      await profileSavedAtItem.setValue(at);
      await profileItem.setValue(profile);
    },
    profileSavedAt: () => read(profileSavedAtItem, z.number()),
    async eraseProfile() {
      await profileItem.removeValue();
      // What could not be read may hold an address all the same.
      await storage.removeItem(quarantineOf(profileItem));
      await profileSavedAtItem.removeValue();
    },
    issuer: () => read(issuerItem, IssuerSettings),
    saveIssuer: (settings) => issuerItem.setValue(settings),
    isSiteBySite: async () => (await read(siteBySiteItem, z.literal(true))) === true,
    chooseSiteBySite: () => siteBySiteItem.setValue(true),
    agentKey: async (agentId) => (await keys()).find((key) => key.agentId === agentId),
    saveAgentKey: (key) => inTurn(async () => keepKeys([...(await othersThan(key.agentId)), key])),
    forgetAgentKey: (agentId) => inTurn(async () => keepKeys(await othersThan(agentId))),
    browserProfileId: () => inTurn(browserProfileId),
    async picture(id) {
      const picture = z.string().safeParse(await (await pictures()).get('pictures', id));
      return picture.success ? picture.data : undefined;
    },
    async savePicture(id, dataUrl) {
      await (await pictures()).put('pictures', dataUrl, id);
    },
    pictureIds: async () => (await (await pictures()).getAllKeys('pictures')).map(String),
    async erasePicture(id) {
      await (await pictures()).delete('pictures', id);
    },
  };
}
