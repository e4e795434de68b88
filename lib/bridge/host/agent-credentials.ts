import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CountersignError } from './countersign-error.ts';

const KEY = /^[0-9a-f]{64}$/;

/** Who an agent is towards one browser profile. Kept in a 0600 file; never printed. */
const AgentCredentials = z.strictObject({
  agent_id: z.string(),
  key: z.string().regex(KEY),
  profile_id: z.string(),
  name: z.string(),
  /** When the key was made, epoch ms; it is rotated when it grows old. */
  since: z.number().optional(),
});
export type AgentCredentials = z.infer<typeof AgentCredentials>;

const FileName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/;

function fileOf(directory: string, agent: string): string {
  // The name becomes a path: nothing that could lead out of the folder.
  if (!FileName.test(agent)) {
    throw new CountersignError({
      code: 'invalid_input',
      message: 'The name of an agent’s credentials has letters, digits, - and _ only, 40 at most.',
      fix: 'Choose another name for --agent.',
    });
  }
  return join(directory, 'agents', `${agent}.json`);
}

/** Reads an agent's credentials; `undefined` when it has none. Throws when others could read them too. */
export function loadCredentials(directory: string, agent: string): AgentCredentials | undefined {
  const file = fileOf(directory, agent);
  if (!existsSync(file)) return undefined;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new CountersignError({
      code: 'credentials_not_private',
      message: `Others can read ${file}.`,
      fix: `Run: chmod 600 '${file}'. If others may have read it, revoke the agent and ask for access again.`,
    });
  }
  try {
    return AgentCredentials.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new CountersignError(
      {
        code: 'credentials_unreadable',
        message: `The credentials in ${file} cannot be read.`,
        fix: 'Remove the file and ask for access again: countersign agent request --name NAME.',
      },
      { cause },
    );
  }
}

/** Where a key waits that is about to take the place of the present one. */
const nextFileOf = (directory: string, agent: string) => `${fileOf(directory, agent)}.next`;

/** Reads the key that a rotation was about to bring over; `undefined` when there is none. */
export function loadNextKey(directory: string, agent: string): string | undefined {
  const file = nextFileOf(directory, agent);
  if (!existsSync(file)) return undefined;
  const key = readFileSync(file, 'utf8');
  return KEY.test(key) ? key : undefined;
}

/**
 * Makes the next key and keeps it on disk before anyone is told of it: whoever dies during a rotation finds either key
 * again. Processes that rotate at once share one.
 */
export function makeNextKey(directory: string, agent: string, present: string): string {
  const waiting = loadNextKey(directory, agent);
  if (waiting !== undefined && waiting !== present) return waiting;
  const key = randomBytes(32).toString('hex');
  rmSync(nextFileOf(directory, agent), { force: true });
  try {
    writeFileSync(nextFileOf(directory, agent), key, { mode: 0o600, flag: 'wx' });
    return key;
  } catch (problem) {
    // Another process made it between the two lines.
    const theirs = loadNextKey(directory, agent);
    if (theirs === undefined) throw problem;
    return theirs;
  }
}

/** Forgets the next key once it is the present one, or belongs to nobody. */
export function forgetNextKey(directory: string, agent: string): void {
  rmSync(nextFileOf(directory, agent), { force: true });
}

/** Writes an agent's credentials for its user only. A reader sees the old ones or the new ones, never half. */
export function saveCredentials(directory: string, agent: string, credentials: AgentCredentials): void {
  const file = fileOf(directory, agent);
  const draft = `${file}.${process.pid}.new`;
  mkdirSync(join(directory, 'agents'), { recursive: true, mode: 0o700 });
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(credentials), { mode: 0o600, flag: 'wx' });
  renameSync(draft, file);
}
