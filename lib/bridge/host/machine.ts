import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';

/** The values of a Windows user's registry that name native hosts. */
export interface Registry {
  /** Gives the default value of a key; `undefined` when there is none. */
  read(key: string): string | undefined;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/** The computer as far as installing needs it, so that each platform's paths can be tried on any. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly registry: Registry;
}

const reg = (...parameters: string[]) =>
  execFileSync('reg', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const windowsRegistry: Registry = {
  read(key) {
    try {
      return /REG_SZ\s+(.*\S)/.exec(reg('query', key, '/ve'))?.[1];
    } catch {
      return undefined;
    }
  },
  write: (key, value) => void reg('add', key, '/ve', '/t', 'REG_SZ', '/d', value, '/f'),
  remove(key) {
    try {
      reg('delete', key, '/f');
    } catch {
      // There was no such key.
    }
  },
};

/** The computer that this runs on. */
export const thisMachine = (): Machine => ({
  platform: process.platform,
  home: homedir(),
  registry: windowsRegistry,
});
