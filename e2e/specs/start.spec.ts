import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { rootDir } from '../tooling/paths.ts';

interface Report {
  readonly status: string;
  readonly receipt: { order_ref: string; authorization_id: string };
  readonly returned: { minor: string };
  readonly prompts: { kind: string }[];
  readonly handoffs: { kind: string }[];
  readonly issuer: { cards: number; authorizations: number; captures: number };
  readonly ledger: { balanced: boolean };
  readonly audit: { chain_valid: boolean };
  readonly pan_sightings: number;
  readonly urls: { issuer: string; shop: string };
  readonly profile_dir: string;
  readonly stop: string;
}

test('[A67] the start command buys, prints one object, and keeps everything until it is stopped', async () => {
  test.setTimeout(240_000);
  const child = spawn(
    process.execPath,
    [
      join(rootDir, 'node_modules/tsx/dist/cli.mjs'),
      'e2e/demo/start.ts',
      '--auto',
      '--json',
      '--keep',
      '--seed',
      '11',
    ],
    { cwd: rootDir, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const talk: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => talk.push(chunk.toString()));
  let printed = '';
  const ended = once(child, 'exit');
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('\n')) resolve(printed);
    });
    void ended.then(() => reject(new Error(talk.join(''))));
  });
  try {
    const report = JSON.parse(await line) as Report;
    expect(report).toMatchObject({
      status: 'succeeded',
      returned: { minor: '150', currency: 'USD' },
      prompts: [{ kind: 'agent' }, { kind: 'mandate' }, { kind: 'preview' }],
      handoffs: [{ kind: '3ds' }],
      issuer: { cards: 1, authorizations: 1, captures: 1 },
      ledger: { balanced: true },
      audit: { chain_valid: true },
      pan_sightings: 0,
    });
    expect(existsSync(report.profile_dir)).toBe(true);
    // Node resolves no `*.localhost`; the servers listen on loopback and take any name.
    const shop = `http://127.0.0.1:${new URL(report.urls.shop).port}/checkout`;
    expect((await fetch(shop)).status).toBe(200);
    const [command, ...args] = report.stop.split(' ');
    await once(spawn(command!, args), 'exit');
    await ended;
    expect(existsSync(report.profile_dir)).toBe(false);
    await expect
      .poll(() =>
        fetch(shop).then(
          () => 'answers',
          () => 'gone',
        ),
      )
      .toBe('gone');
    expect(printed.trim().split('\n')).toHaveLength(1);
  } finally {
    child.kill('SIGKILL');
  }
});
