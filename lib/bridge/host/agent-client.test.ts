import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../protocol/frames.ts';
import { startFakeBrowser } from '../testing/built-command.ts';
import {
  browser,
  built,
  desk,
  json,
  MANDATE,
  pair,
  reopenBrowser,
  SHOP,
  state,
  useBuiltDesk,
} from '../testing/built-desk.ts';
import { createCountersignClient } from './agent-client.ts';
import { openAgentConnection } from './agent-connection.ts';
import { encodeFrame } from './length-prefix.ts';
import { socketPath } from './state-dir.ts';

useBuiltDesk();

describe('the client', () => {
  const createClient = (reachWithinMs = 10_000) =>
    createCountersignClient({ directory: state, reachWithinMs });

  it('calls operations as methods and refuses bad input before it is sent', async () => {
    await pair();
    const client = createClient();
    expect(await client.walletBalance()).toMatchObject({ status: 'ok' });
    const many = await Promise.all(Array.from({ length: 20 }, () => client.mandateList()));
    expect(many.length).toBe(20);
    await expect(client.checkoutGet({ id: 'x' })).rejects.toMatchObject({ code: 'invalid_input' });
    client.close();
  });

  it('says that nobody answers when only the socket of a dead host is left', async () => {
    await pair();
    browser.host.kill('SIGKILL');
    await vi.waitFor(() => expect(browser.host.signalCode).toBe('SIGKILL'));
    expect(existsSync(socketPath(state, browser.profileId))).toBe(true);
    await expect(createClient(500).walletBalance()).rejects.toMatchObject({
      code: 'extension_not_reachable',
    });
    await reopenBrowser();
  });

  it('repeats a call under its key when the browser went away in the middle [H10]', async () => {
    await pair();
    const client = createClient();
    const held = desk.hold('checkout_preview');
    const previewing = client.checkoutPreview({ mandate: MANDATE, url: SHOP });
    const previews = () => desk.calls.filter(({ operation }) => operation === 'checkout_preview');
    await vi.waitFor(() => expect(previews().length).toBe(1));
    await browser.close();
    held.release();
    await reopenBrowser();
    expect((await previewing).status).toBe('previewed');
    expect(new Set(previews().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    client.close();
  });

  const credentialsFile = () => join(state, 'agents', 'default.json');
  const credentialsNow = () =>
    JSON.parse(readFileSync(credentialsFile(), 'utf8')) as { key: string; agent_id: string; since: number };
  const write = (credentials: object) => writeFileSync(credentialsFile(), JSON.stringify(credentials));

  it('[A6] replaces a key that is a day old by itself; other processes of the agent go on with the new one', async () => {
    await pair();
    const other = createClient();
    expect(await other.walletBalance()).toMatchObject({ status: 'ok' });
    const before = credentialsNow();
    write({ ...before, since: Date.now() - 2 * 86_400_000 });
    const client = createClient();
    expect(await client.walletBalance()).toMatchObject({ status: 'ok' });
    const after = credentialsNow();
    expect(after.agent_id).toBe(before.agent_id);
    expect(after.key).not.toBe(before.key);
    expect(statSync(credentialsFile()).mode & 0o777).toBe(0o600);
    // Its connection was opened with the old key, which proves nothing any more.
    expect(await other.walletBalance()).toMatchObject({ status: 'ok' });
    client.close();
    other.close();
    write(before);
    await expect(createClient().walletBalance()).rejects.toMatchObject({ code: 'extension_not_proven' });
  });

  it('[A6] finds its key again when it died in the middle of a rotation, before or after the extension took it', async () => {
    await pair();
    const before = credentialsNow();
    const next = 'ce'.repeat(32);
    for (const isTaken of [false, true]) {
      write(before);
      await desk.saveKey(before.agent_id, isTaken ? next : before.key);
      writeFileSync(`${credentialsFile()}.next`, next, { mode: 0o600 });
      const client = createClient();
      expect(await client.walletBalance()).toMatchObject({ status: 'ok' });
      if (isTaken) expect(credentialsNow().key).toBe(next);
      client.close();
    }
  });

  it('[A6] eight processes that rotate at once all keep their access', async () => {
    await pair();
    write({ ...credentialsNow(), since: 0 });
    const clients = Array.from({ length: 8 }, () => createClient());
    const answers = await Promise.all(clients.map((client) => client.walletBalance()));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'ok'));
    for (const client of clients) client.close();
    expect(await createClient().walletBalance()).toMatchObject({ status: 'ok' });
    const { key } = credentialsNow();
    expect(await json('agent', 'rotate')).toEqual({ code: 0, value: { status: 'ok' } });
    expect(credentialsNow().key).not.toBe(key);
    expect((await json('wallet', 'balance')).code).toBe(0);
  });

  it('[A6] asks anew after a key has expired', async () => {
    await pair();
    const before = credentialsNow();
    desk.ageKeys(31 * 86_400_000);
    const client = createClient();
    await expect(client.walletBalance()).rejects.toMatchObject({ code: 'key_expired' });
    expect((await client.requestAccess('Desk agent')).id).not.toBe(before.agent_id);
    client.close();
  });

  it('refuses a program that took the place of the extension [H5]', async () => {
    await pair();
    await browser.close();
    const path = socketPath(state, browser.profileId);
    const rogue = createServer((socket) => {
      socket.write(
        encodeFrame({
          kind: 'opened',
          protocol: PROTOCOL_VERSION,
          extension_version: '1',
          profile_id: browser.profileId,
          nonce: '0'.repeat(64),
          proof: '0'.repeat(64),
        }),
      );
    });
    const before = process.umask(0o177);
    await new Promise<void>((resolve) => rogue.listen(path, resolve));
    process.umask(before);
    await expect(createClient().walletBalance()).rejects.toMatchObject({ code: 'extension_not_proven' });
    rogue.close();
  });

  it('refuses a socket that others may write to [H5]', async () => {
    mkdirSync(join(state, 'open'), { recursive: true });
    const path = join(state, 'open', 's.sock');
    const rogue = createServer();
    const before = process.umask(0);
    await new Promise<void>((resolve) => rogue.listen(path, resolve));
    process.umask(before);
    const opening = openAgentConnection({ path, agentId: null, keys: [] });
    await expect(opening).rejects.toMatchObject({ code: 'socket_not_trusted' });
    rogue.close();
  });

  it('asks again on another profile when its own is gone, and names the choice when there are two [H6]', async () => {
    await pair();
    await browser.close();
    await reopenBrowser('b'.repeat(16));
    expect((await createClient().requestAccess('Desk agent')).id).toMatch(/1$/);
    const second = await startFakeBrowser(built.command, state, desk, 'c'.repeat(16));
    const fresh = createCountersignClient({ directory: state, agent: 'fresh', reachWithinMs: 500 });
    await expect(fresh.requestAccess('Fresh')).rejects.toMatchObject({ code: 'several_profiles' });
    await second.close();
  });
});
