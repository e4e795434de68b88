import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { countTokens } from 'gpt-tokenizer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { operations } from '../protocol/operations.ts';
import { macOf, PROTOCOL_VERSION } from '../protocol/frames.ts';
import {
  buildCommand,
  runCommand,
  runProgram,
  startFakeBrowser,
  type FakeBrowser,
} from '../testing/built-command.ts';
import { createFakeDesk, type FakeDesk } from '../testing/fake-desk.ts';
import { createCountersignClient } from './agent-client.ts';
import { openAgentConnection } from './agent-connection.ts';
import { createFrameReader, encodeFrame } from './length-prefix.ts';
import { socketPath } from './state-dir.ts';

const MANDATE = `mand_${'m'.repeat(20)}`;
const CHECKOUT = `chk_${'c'.repeat(20)}`;
const guide = readFileSync('docs/integrate.md', 'utf8');
const SHOP = 'https://shop.example/checkout';

// Processes are started in every test; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let built: Awaited<ReturnType<typeof buildCommand>>;
let state: string;
let desk: FakeDesk;
let browser: FakeBrowser;

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

const run = (...parameters: string[]) => runCommand(built.command, state, parameters);
const json = async (...parameters: string[]) => {
  const { code, stdout } = await run(...parameters, '--json');
  return { code, value: JSON.parse(stdout) as Record<string, unknown> };
};
async function pair(): Promise<void> {
  const client = createCountersignClient({ directory: state });
  await client.requestAccess('Desk agent');
  client.close();
  desk.approveAgents();
}

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

describe('the command', () => {
  it('asks for access, shows the code and keeps the key in a 0600 file, off its output', async () => {
    const { code, value } = await json('agent', 'request', '--name', 'Desk agent');
    expect(code).toBe(4);
    expect(value).toMatchObject({ status: 'requested', code: 'AB1-2CD' });
    const file = join(state, 'agents', 'default.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { key } = JSON.parse(readFileSync(file, 'utf8')) as { key: string };
    expect(JSON.stringify(value)).not.toContain(key);
  });

  it('tells the standing request instead of making another [H3]', async () => {
    const first = await json('agent', 'request', '--name', 'Desk agent');
    const second = await json('agent', 'request', '--name', 'Desk agent');
    expect(second.value.id).toBe(first.value.id);
    expect(desk.calls.filter(({ operation }) => operation === 'agent_request').length).toBe(1);
  });

  it.each([
    [['wallet', 'balance'], 0, { status: 'ok', available: { minor: '10000', currency: 'USD' } }],
    [['mandate', 'list'], 0, { status: 'ok', mandates: [] }],
    [['card', 'list'], 0, { status: 'ok', cards: [] }],
    [
      [
        'mandate',
        'request',
        '--amount',
        '50.00',
        '--currency',
        'USD',
        '--purpose',
        'Tea',
        '--merchant',
        'a.example',
      ],
      4,
      { status: 'pending_signature', merchants: ['a.example'] },
    ],
    [['checkout', 'preview', '--mandate', MANDATE, '--url', SHOP], 0, { status: 'previewed' }],
    [['checkout', 'get', 'chk_1'], 2, { error: { code: 'invalid_input' } }],
    [['checkout', 'cancel', CHECKOUT], 3, { error: { code: 'internal' } }],
    [['card', 'close', `card_${'d'.repeat(20)}`], 2, { error: { code: 'unknown_operation' } }],
    [['audit', 'list'], 0, { chain_valid: true }],
  ])('%j ends with %i', async (parameters, code, value) => {
    await pair();
    expect(await json(...parameters)).toMatchObject({ code, value });
  });

  it.each([
    ['handoff', 4],
    ['awaiting_approval', 4],
    ['outcome_unknown', 5],
    ['declined', 3],
    ['succeeded', 0],
  ])('ends with the code of the status %s', async (status, code) => {
    await pair();
    desk.checkoutStatus = status;
    expect((await json('checkout', 'get', CHECKOUT)).code).toBe(code);
  });

  it('ends with 6 when waiting was over first, and prints the last state', async () => {
    await pair();
    desk.checkoutStatus = 'handoff';
    expect(await json('checkout', 'wait', CHECKOUT, '--timeout', '1s')).toMatchObject({
      code: 6,
      value: { status: 'handoff' },
    });
  });

  it('keeps data on stdout and talk on stderr, and takes terminal sequences out of pages’ text', async () => {
    await pair();
    const plain = await run('checkout', 'preview', '--mandate', MANDATE, '--url', SHOP);
    expect(plain.stderr).toMatch(/^idempotency key: [0-9a-f-]{36}\n$/);
    expect(plain.stdout).toContain('title: Mug');
    expect(plain.stdout).toContain('12.50 USD');
    expect(plain.stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    const machine = await run('checkout', 'get', CHECKOUT, '--json');
    expect(machine.stdout.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(JSON.parse(machine.stdout)).toMatchObject({
      untrusted: { lines: [{ title: '\u001b[31mMug\u009b2J \u202Egum' }] },
    });
  });

  it('passes a key on, and prints the one that it made', async () => {
    await pair();
    const { value } = await json('pay', SHOP, '--mandate', MANDATE, '--idempotency-key', 'mine');
    expect(value).toMatchObject({ error: { code: 'unknown_operation' } });
    expect(desk.calls.at(-1)).toMatchObject({ operation: 'payment_execute', idempotencyKey: 'mine' });
    const preview = await json('checkout', 'preview', '--mandate', MANDATE, '--tab', SHOP);
    expect(desk.calls.at(-1)).toMatchObject({
      input: { url: SHOP, tab: true },
      idempotencyKey: preview.value.idempotency_key,
    });
  });

  it.each([
    [['checkout', 'preview', '--mandate', MANDATE]],
    [['checkout', 'wait', CHECKOUT, '--timeout', 'soon']],
    [['choice', 'request', '--mandate', MANDATE, '--options', '/nowhere']],
    [['--agent', '../../etc/passwd', 'wallet', 'balance']],
    [['install', '--browser', 'lynx']],
    [['nonsense']],
  ])('%j is a usage error', async (parameters) => {
    expect(await json(...parameters)).toMatchObject({ code: 2, value: { error: {} } });
  });

  it('completes commands and options in bash, by asking itself', async () => {
    const complete = (...words: string[]) => {
      const script = `countersign() { "${process.execPath}" "${built.command}" "$@"; }
        source <(countersign completion bash)
        COMP_WORDS=(countersign "$@"); COMP_CWORD=$#; _countersign; echo "\${COMPREPLY[@]}"`;
      return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
        .trim()
        .split(' ');
    };
    expect(complete('check')).toEqual(['checkout']);
    expect(complete('checkout', 'ex')).toEqual(['execute']);
    expect(complete('checkout', 'preview', '--ma')).toEqual(['--mandate', '--max']);
    expect(complete('checkout', 'preview', '--mandate', MANDATE, '--ma')).toEqual(['--max']);
    for (const shell of ['zsh', 'fish'])
      expect((await run('completion', shell)).stdout).toContain('countersign completion-words');
  });

  it('exports a trail that it then verifies without the browser', async () => {
    await pair();
    const { stdout } = await run('audit', 'export');
    const file = join(state, 'trail.json');
    writeFileSync(file, stdout);
    expect(await json('audit', 'verify', file)).toMatchObject({ code: 0, value: { status: 'ok' } });
    writeFileSync(file, stdout.replace('"position": 0', '"position": 1'));
    expect(await json('audit', 'verify', file)).toMatchObject({ code: 3, value: { status: 'failed' } });
    expect((await run('audit', 'export', '--format', 'csv')).stdout).toMatch(/^position,at,type/);
  });

  it('finds everything in order with the doctor but the manifests', async () => {
    const { value } = await json('doctor');
    const findings = value.findings as { check: string; ok: boolean }[];
    expect(findings.find(({ check }) => check.endsWith('answers'))?.ok).toBe(true);
  });

  it.each([
    ['0.0.9', 'Update the extension.'],
    ['99.0.0', 'Update this command.'],
  ])('says with the doctor who must update when the extension is %s', async (extensionVersion, who) => {
    await browser.close();
    browser = await startFakeBrowser(built.command, state, desk, undefined, extensionVersion);
    const { value } = await json('doctor');
    const findings = value.findings as { check: string; ok: boolean; fix: string }[];
    const found = findings.find(({ check }) => check.endsWith('has the version of this command'));
    expect(found?.ok).toBe(false);
    expect(found?.fix).toContain(who);
  });

  it('[A48] prints no colours, asks nothing, and has help with examples first for every command', async () => {
    await pair();
    for (const environment of [{ NO_COLOR: '1' }, { FORCE_COLOR: '3', CLICOLOR_FORCE: '1' }]) {
      const { stdout, stderr } = await runProgram(process.execPath, [built.command, 'wallet', 'balance'], {
        COUNTERSIGN_STATE_DIR: state,
        ...environment,
      });
      expect(stdout + stderr).not.toContain('\u001b');
    }
    const help = await run('--help');
    expect(help.stdout).toMatch(/^Examples:\n/);
    const helpOf = async (name: string) => {
      // Every operation has its command; what the guide's table says is what is there.
      const row = new RegExp(`\\| \`${name}\` +\\| \`([^\`]+)\``).exec(guide);
      const words = row![1]!.split(' ').filter((word) => /^[a-z]+$/.test(word));
      const { code, stdout } = await run(...words, '--help');
      expect(code, words.join(' ')).toBe(0);
      expect(stdout).toContain(`Usage: countersign ${words.join(' ')}`);
    };
    await Promise.all(Object.keys(operations).map(helpOf));
  });
});

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
    browser = await startFakeBrowser(built.command, state, desk);
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
    browser = await startFakeBrowser(built.command, state, desk);
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
    browser = await startFakeBrowser(built.command, state, desk, 'b'.repeat(16));
    expect((await createClient().requestAccess('Desk agent')).id).toMatch(/1$/);
    const second = await startFakeBrowser(built.command, state, desk, 'c'.repeat(16));
    const fresh = createCountersignClient({ directory: state, agent: 'fresh', reachWithinMs: 500 });
    await expect(fresh.requestAccess('Fresh')).rejects.toMatchObject({ code: 'several_profiles' });
    await second.close();
  });
});

describe('the MCP server [A49]', () => {
  async function connectMcp() {
    const client = new Client({ name: 'test', version: '1' });
    const env = { ...process.env, COUNTERSIGN_STATE_DIR: state } as Record<string, string>;
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [built.command, 'mcp'], env }),
    );
    const call = async (name: string, input: Record<string, unknown> = {}) =>
      (await client.callTool({ name, arguments: input })) as CallToolResult;
    return { client, call };
  }

  it('lists the tools in one order, within 4,000 tokens, none of which approves', async () => {
    const { client } = await connectMcp();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "agent_request",
        "agent_status",
        "wallet_balance",
        "spend_summary",
        "payment_request",
        "mandate_get",
        "mandate_list",
        "card_create",
        "card_list",
        "card_close",
        "checkout_inspect",
        "checkout_preview",
        "checkout_execute",
        "checkout_get",
        "checkout_wait",
        "checkout_cancel",
        "payment_execute",
        "choice_request",
        "choice_get",
        "audit_list",
      ]
    `);
    expect(tools.every(({ inputSchema }) => inputSchema.additionalProperties === false)).toBe(true);
    expect(countTokens(JSON.stringify(tools))).toBeLessThanOrEqual(4_000);
    await client.close();
  });

  it('pairs, and answers with structured content that the text repeats', async () => {
    const { client, call } = await connectMcp();
    expect(await call('wallet_balance')).toMatchObject({
      isError: true,
      structuredContent: { error: { code: 'not_paired' } },
    });
    expect((await call('agent_request', { name: 'Desk' })).structuredContent).toMatchObject({
      code: 'AB1-2CD',
    });
    desk.approveAgents();
    const balance = await call('wallet_balance');
    expect(balance.isError).toBeUndefined();
    expect(balance.content).toEqual([{ type: 'text', text: JSON.stringify(balance.structuredContent) }]);
    await client.close();
  });

  it('refuses bad arguments with code, message and fix, and unknown tools by the protocol', async () => {
    await pair();
    const { client, call } = await connectMcp();
    for (const [name, input] of [
      ['wallet_balance', { currency: 5 }],
      ['checkout_preview', { mandate: MANDATE }],
      ['checkout_preview', { mandate: MANDATE, url: SHOP, approve: true }],
      ['agent_request', { name: 'x', key: 'a'.repeat(64) }],
    ] as const) {
      const { structuredContent, isError } = await call(name, input);
      expect(isError).toBe(true);
      expect(structuredContent).toMatchObject({
        error: { code: 'invalid_input', fix: 'Correct the arguments.' },
      });
    }
    await expect(call('checkout_approve')).rejects.toThrow(/no tool/);
    await client.close();
  });

  it('gives the key of an answer, and repeats a call that was given up under the same key', async () => {
    await pair();
    const { client, call } = await connectMcp();
    const input = { mandate: MANDATE, url: SHOP };
    const held = desk.hold('checkout_preview');
    const givenUp = new AbortController();
    const first = client.callTool({ name: 'checkout_preview', arguments: input }, undefined, {
      signal: givenUp.signal,
    });
    await vi.waitFor(() => expect(desk.calls.at(-1)?.operation).toBe('checkout_preview'));
    givenUp.abort();
    await expect(first).rejects.toThrow();
    held.release();
    const keyOfFirst = desk.calls.at(-1)?.idempotencyKey;
    const second = await call('checkout_preview', input);
    const third = await call('checkout_preview', input);
    expect(second.structuredContent).toMatchObject({ idempotency_key: keyOfFirst });
    expect((third.structuredContent as { idempotency_key: string }).idempotency_key).not.toBe(keyOfFirst);
    await client.close();
  });
});
