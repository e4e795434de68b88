import { EventLog } from './event-log.ts';
import { OptionStore } from './options.ts';
import { RequestRecorder } from './recorder.ts';
import { SeededIds } from './seeded.ts';

/** Where the servers listen, both by the name a browser uses and by the address Node can reach. */
export interface Addresses {
  /** The page from which people script all this. */
  front: string;
  issuer: string;
  psp: string;
  acs: string;
  bank: string;
  shop: string;
  other: string;
  mail: string;
  /** The origin of any shop, by its key. */
  shopAt: (key: string) => string;
  /** Loopback addresses for calls between servers: Node may not resolve `*.localhost`. */
  inside: { issuer: string; psp: string; acs: string };
}

/** What all servers of one sandbox share. */
export interface World {
  readonly seed: number;
  readonly ids: SeededIds;
  readonly events: EventLog;
  readonly options: OptionStore;
  readonly recorder: RequestRecorder;
  /** What the wall before the checkout wants to hear, once it has asked. */
  wallAnswer: string;
  /** Known once every server listens; read it inside requests only. */
  addresses(): Addresses;
}

/** Makes an empty world for a seed. */
export function createWorld(seed: number, addresses: () => Addresses): World {
  return {
    seed,
    ids: new SeededIds(seed),
    events: new EventLog(),
    options: new OptionStore(),
    recorder: new RequestRecorder(),
    wallAnswer: '',
    addresses,
  };
}
