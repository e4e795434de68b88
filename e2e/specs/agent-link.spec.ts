import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { connectAgent } from '../fixtures/agent.ts';
import { runCommand } from '../fixtures/command.ts';
import { launchBrowser } from '../fixtures/launch-browser.ts';
import { createOperator } from '../fixtures/operator.ts';
import { expect, test, waitUntil } from '../fixtures/test.ts';
import { hostsOf, killHost, stopWorker } from '../fixtures/worker-hooks.ts';
import { createFrameReader, encodeFrame } from '../../lib/bridge/host/length-prefix.ts';
import { PROTOCOL_VERSION } from '../../lib/bridge/protocol/frames.ts';
import { countersignCommand } from '../tooling/paths.ts';

const socketsIn = (stateDirectory: string) =>
  readdirSync(join(stateDirectory, 'run')).map((name) => join(stateDirectory, 'run', name));

test('[H10] a call waits and succeeds while the worker is dead, the host was killed, or the browser starts again', async ({
  agent,
  connected,
  installation,
}) => {
  test.setTimeout(240_000);
  const mandate = await agent.signedMandate({ ask_above: '0.01' });
  const preview = await agent.preview(mandate);
  const read = () => agent.call<{ status: string }>('checkout_get', { id: preview.id });

  await stopWorker(installation);
  expect((await read()).status).toBe(preview.status);

  await killHost(installation);
  expect((await read()).status).toBe(preview.status);

  // Waiting is the call that is most often under way when something dies.
  const waiting = agent.call<{ id: string }>('checkout_wait', { id: preview.id, timeout_seconds: 12 });
  await stopWorker(installation);
  expect((await waiting).id).toBe(preview.id);

  const restarting = installation.restart();
  const mandates = agent.call<{ mandates: { id: string }[] }>('mandate_list', {});
  await restarting;
  expect((await mandates).mandates.map(({ id }) => id)).toEqual([mandate.id]);
  await connected.unlock();
  expect((await agent.get(preview.id)).id).toBe(preview.id);
  expect((await agent.call<{ cards: unknown[] }>('card_list', {})).cards.length).toBeLessThan(2);
});

test(
  '[H6] two browsers run at once: calls go to the paired one alone, and to nobody when it is gone',
  { tag: '@whole' },
  async ({ agent, connected, installation }) => {
    test.setTimeout(240_000);
    const { stateDirectory, root } = installation.home;
    const [first] = socketsIn(stateDirectory);
    const mandate = await agent.mandate({});
    const second = await launchBrowser({
      home: { root, stateDirectory, profileDirectory: join(root, 'second') },
    });
    try {
      await waitUntil(() => Promise.resolve(socketsIn(stateDirectory).length === 2), 60_000);
      const profileOf = (path: string) => /([0-9a-f]{16})\.sock$/.exec(path)![1]!;
      const secondProfile = socketsIn(stateDirectory)
        .map(profileOf)
        .find((profile) => profile !== profileOf(first!))!;
      expect((await agent.call<{ mandates: unknown[] }>('mandate_list', {})).mandates).toHaveLength(1);

      // A newcomer must say whom it asks; nothing is broadcast.
      const asking = (...more: string[]) =>
        runCommand(
          stateDirectory,
          '--json',
          '--agent',
          'new',
          ...more,
          'agent',
          'request',
          '--name',
          'Newcomer',
        );
      const unnamed = await asking();
      expect(JSON.parse(unnamed.stdout)).toMatchObject({ error: { code: 'several_profiles' } });
      const named = await asking('--browser-profile', secondProfile);
      const { code } = JSON.parse(named.stdout) as { code: string };
      const view = await connected.popup();
      expect(await view.text()).not.toContain(code);
      await view.see('Sign');
      const secondOperator = createOperator(() => second);
      await secondOperator.firstRun({ issuer: 'http://127.0.0.1:9', apiKey: 'none' }).catch(() => undefined);

      const newcomer = await connectAgent({ command: countersignCommand, stateDirectory, agent: 'new' });
      const foreign = newcomer.call('mandate_get', { id: mandate.id });
      await expect(foreign).rejects.toThrow(/agent_requested|unknown_mandate/);
      await newcomer.close();

      // The paired browser goes: the other one, which runs on, is never asked instead.
      await installation.browser.close();
      const gone = await runCommand(stateDirectory, '--json', 'wallet', 'balance');
      expect(gone.code).toBe(7);
      expect(JSON.parse(gone.stdout)).toMatchObject({ error: { code: 'extension_not_reachable' } });
    } finally {
      await second.close();
    }
  },
);

test('[H1] nothing of the agent side listens on the network, and no page finds a door', async ({
  agent,
  installation,
  sandbox,
}) => {
  test.skip(process.platform !== 'linux', 'open sockets are looked up in /proc');
  await agent.call('wallet_balance', {});
  const listening = (pid: number) => {
    const table = ['tcp', 'tcp6'].flatMap((name) =>
      readFileSync(`/proc/${pid}/net/${name}`, 'utf8').split('\n').slice(1),
    );
    const inodes = new Set(
      table
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , , state]) => state === '0A')
        .map((columns) => columns[9]),
    );
    const socketOf = (fd: string) => {
      try {
        return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      } catch {
        // Closed since it was listed.
        return undefined;
      }
    };
    return readdirSync(`/proc/${pid}/fd`).filter((fd) => inodes.has(socketOf(fd)));
  };
  const hosts = await hostsOf(installation);
  expect(hosts).toHaveLength(1);
  expect(listening(hosts[0]!)).toEqual([]);
  // The look finds what does listen: this process runs the sandbox.
  expect(listening(process.pid).length).toBeGreaterThan(0);

  const page = await installation.browser.context.newPage();
  await page.goto(`${sandbox.urls.shop}/checkout`);
  const doors = await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: object } };
    return Object.keys(chrome?.runtime ?? {});
  });
  expect(doors).toEqual([]);
});

test('a command of another version is told which side must update', async ({ connected, installation }) => {
  void connected;
  const { stateDirectory } = installation.home;
  const helloOf = (protocol: number) =>
    new Promise<unknown>((resolve) => {
      const socket = connect(socketsIn(stateDirectory)[0]!);
      const read = createFrameReader(100_000, resolve);
      socket.on('data', read);
      socket.write(encodeFrame({ kind: 'open', protocol, agent_id: null, nonce: 'ab'.repeat(32) }));
    });
  await waitUntil(() => Promise.resolve(socketsIn(stateDirectory).length === 1));
  expect(await helloOf(PROTOCOL_VERSION - 1)).toMatchObject({
    error: { code: 'version_mismatch', fix: 'Update the countersign command.' },
  });
  expect(await helloOf(PROTOCOL_VERSION + 1)).toMatchObject({
    error: { code: 'version_mismatch', fix: 'Update the extension.' },
  });
  const doctor = await runCommand(
    stateDirectory,
    'doctor',
    '--json',
    '--profile',
    installation.home.profileDirectory,
  );
  const { findings } = JSON.parse(doctor.stdout) as { findings: { check: string; ok: boolean }[] };
  expect(findings.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual([
    'the agent default has access',
  ]);
});
