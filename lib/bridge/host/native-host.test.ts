import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { macOf, PROTOCOL_VERSION } from '../protocol/frames.ts';
import { startFakeBrowser } from '../testing/built-command.ts';
import { browser, built, desk, json, pair, state, useBuiltDesk } from '../testing/built-desk.ts';
import { createFrameReader, encodeFrame } from './length-prefix.ts';
import { socketPath } from './state-dir.ts';

useBuiltDesk();

describe('the native host', () => {
  it('listens on a 0600 socket in a 0700 folder and opens no port [H2]', async () => {
    const path = socketPath(state, browser.profileId);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    const sockets = readFileSync(`/proc/${browser.host.pid}/net/tcp`, 'utf8');
    const inodes = new Set(sockets.split('\n').map((line) => line.trim().split(/\s+/)[9]));
    const { execFileSync } = await import('node:child_process');
    const open = execFileSync('ls', ['-l', `/proc/${browser.host.pid}/fd`]).toString();
    const own = [...open.matchAll(/socket:\[(\d+)\]/g)].map(([, inode]) => inode);
    expect(own.filter((inode) => inodes.has(inode))).toEqual([]);
  });

  it('removes its socket when the browser hangs up, but never that of a younger host', async () => {
    const path = socketPath(state, browser.profileId);
    const younger = await startFakeBrowser(built.command, state, desk);
    await browser.close();
    expect(existsSync(path)).toBe(true);
    await younger.close();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['10 MB', Buffer.alloc(10 * 1024 * 1024, 0x20), 'frame_too_large'],
    ['what is not JSON', Buffer.concat([Buffer.from([3, 0, 0, 0]), Buffer.from('{a}')]), 'malformed'],
    ['random bytes', randomBytes(4_096), 'frame_too_large'],
    ['null', encodeFrame(null), 'malformed'],
    ['a foreign frame', encodeFrame({ kind: 'result', seq: 1, value: 1 }), 'malformed'],
    [
      'a frame that grows when it is written anew',
      Buffer.concat([
        Buffer.from([0xff, 0xff, 3, 0]),
        Buffer.from(`[${'1e20,'.repeat(52_000)}1]`.padEnd(262_143)),
      ]),
      'frame_too_large',
    ],
  ])('answers %s with a typed error, hangs up and lives on [H4]', async (_, bytes, code) => {
    const frames: unknown[] = [];
    const socket = connect(socketPath(state, browser.profileId));
    const read = createFrameReader(1_000_000, (frame) => frames.push(frame));
    socket.on('data', read);
    socket.on('error', () => undefined);
    socket.write(bytes);
    await new Promise((resolve) => socket.on('close', resolve));
    expect(frames).toMatchObject([{ kind: 'error', seq: null, error: { code } }]);
    expect(desk.calls).toEqual([]);
    await pair();
    expect((await json('wallet', 'balance')).code).toBe(0);
  });

  it('forgets a frame whose writer left in the middle of it, wherever that was, and answers everybody else [H4]', async () => {
    await pair();
    const whole = encodeFrame({
      kind: 'open',
      protocol: PROTOCOL_VERSION,
      agent_id: null,
      nonce: 'ab'.repeat(32),
    });
    const before = desk.calls.length;
    for (const length of [1, 3, 4, 5, whole.length - 1]) {
      const socket = connect(socketPath(state, browser.profileId));
      let heard = 0;
      socket.on('data', (chunk) => (heard += chunk.length));
      socket.end(whole.subarray(0, length));
      await new Promise((resolve) => socket.on('close', resolve));
      expect(heard, `${length} bytes`).toBe(0);
      expect((await json('wallet', 'balance')).code).toBe(0);
    }
    expect(desk.calls.slice(before).map(({ operation }) => operation)).toEqual(
      Array.from({ length: 5 }, () => 'wallet_balance'),
    );
  });

  it('performs a replayed call once and hangs up [H4]', async () => {
    await pair();
    const { agent_id: agentId, key } = JSON.parse(
      readFileSync(join(state, 'agents', 'default.json'), 'utf8'),
    ) as { agent_id: string; key: string };
    const socket = connect(socketPath(state, browser.profileId));
    const frames: { kind: string; nonce?: string; error?: { code: string } }[] = [];
    const clientNonce = 'ab'.repeat(32);
    const read = createFrameReader(1_000_000, (frame) => {
      frames.push(frame as (typeof frames)[number]);
      if (frames.length > 1) return;
      const call = { seq: 1, operation: 'wallet_balance', input: {}, idempotency_key: null };
      const mac = macOf(key, { clientNonce, extensionNonce: frames[0]!.nonce! }, call);
      const bytes = encodeFrame({ kind: 'call', ...call, mac });
      socket.write(Buffer.concat([bytes, bytes]));
    });
    socket.on('data', read);
    socket.write(
      encodeFrame({ kind: 'open', protocol: PROTOCOL_VERSION, agent_id: agentId, nonce: clientNonce }),
    );
    await new Promise((resolve) => socket.on('close', resolve));
    expect(frames.map(({ error }) => error?.code).filter(Boolean)).toEqual(['out_of_order']);
    expect(desk.calls.filter(({ operation }) => operation === 'wallet_balance').length).toBeLessThan(2);
  });
});
