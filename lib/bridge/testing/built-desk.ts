import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { createCountersignClient } from '../host/agent-client.ts';
import { buildCommand, runCommand, startFakeBrowser, type FakeBrowser } from './built-command.ts';
import { createFakeDesk, type FakeDesk } from './fake-desk.ts';

export const MANDATE = `mand_${'m'.repeat(20)}`;
export const CHECKOUT = `chk_${'c'.repeat(20)}`;
export const SHOP = 'https://shop.example/checkout';

export let built: Awaited<ReturnType<typeof buildCommand>>;
export let state: string;
export let desk: FakeDesk;
export let browser: FakeBrowser;

/** Builds the command once a file, and gives each test a state folder, a desk and a browser of its own. */
export function useBuiltDesk(): void {
  // Processes are started in every test; a busy machine takes its time.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });
  beforeAll(async () => {
    built = await buildCommand();
  });
  afterAll(() => built.remove());
  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), 'cs-'));
    desk = createFakeDesk();
    browser = await startFakeBrowser(built.command, state, desk);
  });
  afterEach(async () => {
    await browser.close();
    rmSync(state, { recursive: true, force: true });
  });
}

/** Has a browser connect after the test closed its own; another profile or version where asked for. */
export async function reopenBrowser(profileId?: string, extensionVersion?: string): Promise<void> {
  browser = await startFakeBrowser(built.command, state, desk, profileId, extensionVersion);
}

/** Runs the built command against this test's state folder. */
export const run = (...parameters: string[]) => runCommand(built.command, state, parameters);

/** Runs it with `--json` and reads what it printed. */
export async function json(...parameters: string[]) {
  const { code, stdout } = await run(...parameters, '--json');
  return { code, value: JSON.parse(stdout) as Record<string, unknown> };
}

/** Has an agent ask for access and the desk approve it. */
export async function pair(): Promise<void> {
  const client = createCountersignClient({ directory: state });
  await client.requestAccess('Desk agent');
  client.close();
  desk.approveAgents();
}
