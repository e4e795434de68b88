import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Who an agent is towards one browser profile. Kept in a 0600 file; never printed. */
export const AgentCredentials = z.strictObject({
  agent_id: z.string().nullable(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  profile_id: z.string(),
  name: z.string(),
});
export type AgentCredentials = z.infer<typeof AgentCredentials>;

const fileOf = (directory: string, agent: string) => join(directory, 'agents', `${agent}.json`);

/** Reads an agent's credentials; `undefined` when it has none. */
export function loadCredentials(directory: string, agent: string): AgentCredentials | undefined {
  const file = fileOf(directory, agent);
  return existsSync(file) ? AgentCredentials.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** Writes an agent's credentials for its user only. */
export function saveCredentials(directory: string, agent: string, credentials: AgentCredentials): void {
  mkdirSync(join(directory, 'agents'), { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(directory, agent), JSON.stringify(credentials), { mode: 0o600 });
  chmodSync(fileOf(directory, agent), 0o600);
}

/** Lists the browser profiles whose hosts have a socket here. */
export function listProfiles(directory: string): string[] {
  const run = join(directory, 'run');
  if (!existsSync(run)) return [];
  return readdirSync(run)
    .filter((name) => name.endsWith('.sock'))
    .map((name) => name.slice(0, -'.sock'.length));
}
