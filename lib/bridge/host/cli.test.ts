import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../protocol/operations.ts';
import { runProgram } from '../testing/built-command.ts';
import {
  browser,
  built,
  CHECKOUT,
  desk,
  json,
  MANDATE,
  pair,
  reopenBrowser,
  run,
  SHOP,
  state,
  useBuiltDesk,
} from '../testing/built-desk.ts';

useBuiltDesk();

const REQUEST = ['mandate', 'request', '--amount', '50.00', '--currency', 'USD', '--purpose', 'Tea'];
const guide = readFileSync('docs/integrate.md', 'utf8');

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

  it('asks for a mandate with terms of a file, and what the command names goes first', async () => {
    await pair();
    const file = join(state, 'terms.json');
    writeFileSync(
      file,
      '{"per_day":"20.00","quiet":true,"merchants":["b.example"],"hours":[{"weekdays":["mon"],"from":"08:00","until":"18:00"}]}',
    );
    const { code } = await json(...REQUEST, '--terms', file, '--expires', '2d', '--supersedes', MANDATE);
    expect(code).toBe(4);
    expect(desk.calls.at(-1)).toMatchObject({
      operation: 'payment_request',
      input: { per_day: '20.00', quiet: true, merchants: ['b.example'], expires: '2d', supersedes: MANDATE },
    });
    await json(...REQUEST, '--terms', file, '--merchant', 'a.example');
    expect(desk.calls.at(-1)).toMatchObject({ input: { merchants: ['a.example'], expires: '30d' } });
  });

  it.each([
    [['checkout', 'preview', '--mandate', MANDATE]],
    [['checkout', 'wait', CHECKOUT, '--timeout', 'soon']],
    [['choice', 'request', '--mandate', MANDATE, '--options', '/nowhere']],
    [[...REQUEST, '--terms', '/nowhere']],
    [[...REQUEST, '--terms', 'package.json']],
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
    await reopenBrowser(undefined, extensionVersion);
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
