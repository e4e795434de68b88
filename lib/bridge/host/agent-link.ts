import { setTimeout as wait } from 'node:timers/promises';
import { openAgentConnection, type AgentConnection } from './agent-connection.ts';
import {
  forgetNextKey,
  loadCredentials,
  loadNextKey,
  makeNextKey,
  saveCredentials,
  type AgentCredentials,
} from './agent-credentials.ts';
import { CountersignError } from './countersign-error.ts';
import { runningProfiles } from './running-profiles.ts';
import { socketPath } from './state-dir.ts';

const RETRY_EVERY_MS = 250;
/** A key older than this is replaced at the next connection. */
const ROTATE_AFTER_MS = 86_400_000;
const KEY_PROBLEMS = new Set(['extension_not_proven', 'not_authentic']);
const MAX_STALE_KEYS = 3;

export interface AgentLinkOptions {
  readonly directory: string;
  readonly agent: string;
  readonly profile: string | undefined;
  readonly reachWithinMs: number;
  readonly onWaiting: (() => void) | undefined;
}

/** The way from one agent's credentials to the extension that knows them. */
export interface AgentLink {
  /** The credentials in use; reads them from their file when there are none, for another process may have asked. */
  credentials(): AgentCredentials | undefined;
  /** Reads the credentials' file again. */
  reload(): void;
  /** Goes on with other credentials, or as nobody. */
  use(credentials: AgentCredentials | undefined): void;
  /** A connection, opened or open already. A key that has grown old is rotated on the way. Throws `CountersignError`. */
  reach(): Promise<AgentConnection>;
  /** Rotates the key now. Throws `CountersignError`. */
  rotate(): Promise<void>;
  readonly disconnect: () => void;
}

/** Makes the link; it connects when it is first reached for. */
export function createAgentLink(options: AgentLinkOptions): AgentLink {
  const { directory, agent, reachWithinMs } = options;
  let credentials: AgentCredentials | undefined;
  let connection: AgentConnection | undefined;
  let reaching: Promise<AgentConnection> | undefined;

  function disconnect(): void {
    connection?.close();
    connection = undefined;
  }

  async function profileToAsk(): Promise<string | undefined> {
    const known = credentials?.profile_id ?? options.profile;
    if (known !== undefined) return known;
    const profiles = await runningProfiles(directory);
    if (profiles.length <= 1) return profiles[0];
    throw new CountersignError({
      code: 'several_profiles',
      message: `Several browser profiles are running: ${profiles.join(', ')}.`,
      fix: 'Name one with --browser-profile.',
    });
  }

  function open(profile: string): Promise<AgentConnection> {
    const next = credentials && loadNextKey(directory, agent);
    return openAgentConnection({
      path: socketPath(directory, profile),
      agentId: credentials?.agent_id ?? null,
      keys: [credentials?.key, next].filter((key) => key !== undefined),
    });
  }

  async function connectBefore(deadline: number): Promise<AgentConnection> {
    let staleKeys = 0;
    for (let tries = 0; ; tries += 1) {
      try {
        const profile = await profileToAsk();
        if (profile !== undefined) return await withFreshKey(await open(profile), profile);
      } catch (problem) {
        // A missing or refusing socket is a browser that is not there yet; what the extension says is final, but for a
        // key that another process of this agent may be replacing just now.
        const code = problem instanceof CountersignError ? problem.code : 'connection_lost';
        const isReplaced = KEY_PROBLEMS.has(code) && (staleKeys += 1) <= MAX_STALE_KEYS;
        if (isReplaced) reload();
        else if (code !== 'connection_lost') throw problem;
      }
      if (Date.now() >= deadline) {
        throw new CountersignError({
          code: 'extension_not_reachable',
          message: `No browser with the extension answered within ${Math.round(reachWithinMs / 1000)} s.`,
          fix: 'Start the browser, then run: countersign doctor.',
        });
      }
      if (tries === 1) options.onWaiting?.();
      await wait(RETRY_EVERY_MS);
    }
  }

  /** Adopts the key that the extension turned out to hold, and replaces it when it is old. */
  async function withFreshKey(opened: AgentConnection, profile: string): Promise<AgentConnection> {
    if (!credentials) return opened;
    if (opened.key !== credentials.key) adopt(opened.key);
    const age = Date.now() - (credentials.since ?? 0);
    if (age < ROTATE_AFTER_MS) return opened;
    await replaceKey(opened);
    return open(profile);
  }

  async function replaceKey(opened: AgentConnection): Promise<void> {
    const next = makeNextKey(directory, agent, opened.key);
    await opened.rotate(next);
    opened.close();
    adopt(next);
  }

  function adopt(key: string): void {
    credentials = { ...credentials!, key, since: Date.now() };
    saveCredentials(directory, agent, credentials);
    forgetNextKey(directory, agent);
  }

  function reload(): void {
    credentials = loadCredentials(directory, agent);
  }

  async function reach(): Promise<AgentConnection> {
    if (connection?.isOpen) return connection;
    // Calls that are made at once share one connection.
    reaching ??= connectBefore(Date.now() + reachWithinMs).finally(() => (reaching = undefined));
    return (connection = await reaching);
  }

  return {
    credentials: () => (credentials ??= loadCredentials(directory, agent)),
    reload,
    use: (given) => {
      credentials = given;
    },
    reach,
    async rotate() {
      await replaceKey(await reach());
      connection = undefined;
    },
    disconnect,
  };
}
