import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { PROTOCOL_VERSION } from '../../lib/bridge/protocol/frames.ts';
import { operations } from '../../lib/bridge/protocol/operations.ts';
import { CHECKOUT_STATUSES } from '../../lib/bridge/protocol/views.ts';
import { rootDir, skillFile } from '../tooling/paths.ts';

const skill = readFileSync(skillFile, 'utf8');
const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(skill) ?? [];
const field = (name: string) => new RegExp(`^ *${name}: '?(.*?)'?$`, 'm').exec(head)?.[1] ?? '';

test('[A51] the skill follows the agentskills format', () => {
  expect(field('name')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(field('name').length).toBeLessThanOrEqual(64);
  expect(field('name')).toBe(basename(dirname(skillFile)));
  expect(field('description').length).toBeGreaterThan(40);
  expect(field('description').length).toBeLessThanOrEqual(1_024);
  expect(field('description')).toMatch(/Use when/);
  expect(field('compatibility').length).toBeLessThanOrEqual(500);
  const names = [...head.matchAll(/^([a-z-]+):/gm)].map(([, name]) => name);
  const allowed = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];
  expect(names.filter((name) => !allowed.includes(name!))).toEqual([]);
  expect(body.split('\n').length).toBeLessThan(500);
  expect(countTokens(body)).toBeLessThan(5_000);
});

test('[A51] it is pinned to this version and sends its reader nowhere', () => {
  expect(field('version')).toBe(version);
  expect(field('wire')).toBe(String(PROTOCOL_VERSION));
  expect(body).not.toMatch(/https?:\/\/|curl |wget |fetch\(/);
});

test('it names every operation and every status, and nothing that is not there', () => {
  const words = [...body.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, word]) => word!);
  for (const name of Object.keys(operations)) expect(words).toContain(name);
  for (const status of CHECKOUT_STATUSES) expect(body).toContain(`\`${status}\``);
});

test('[A51] npx skills add installs it from a local path', () => {
  const home = mkdtempSync(join(tmpdir(), 'cs-skill-'));
  try {
    const command = join(rootDir, 'node_modules', '.bin', 'skills');
    execFileSync(command, ['add', dirname(skillFile), '--agent', 'claude-code', '--copy', '--yes'], {
      cwd: home,
      env: { ...process.env, HOME: home, DISABLE_TELEMETRY: '1', DO_NOT_TRACK: '1' },
      stdio: 'pipe',
    });
    const installed = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('SKILL.md'),
    );
    expect(installed).not.toEqual([]);
    for (const file of installed) expect(readFileSync(join(home, file), 'utf8')).toBe(skill);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);
