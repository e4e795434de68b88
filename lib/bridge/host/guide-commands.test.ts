import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildCommand, runProgram, startFakeBrowser, type FakeBrowser } from '../testing/built-command.ts';
import { createFakeDesk, type FakeDesk } from '../testing/fake-desk.ts';

// Processes are started by every test; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const guide = readFileSync('docs/integrate.md', 'utf8');
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

let built: Awaited<ReturnType<typeof buildCommand>>;
let home: string;
let desk: FakeDesk;
let browser: FakeBrowser;
/** Each program that a snippet would start as an MCP server, written by what stands in for the program that reads it. */
let startedFile: string;

beforeAll(async () => {
  built = await buildCommand();
  home = mkdtempSync(join(tmpdir(), 'cs-'));
  startedFile = join(home, 'started');
  desk = createFakeDesk();
  browser = await startFakeBrowser(built.command, join(home, 'state'), desk);
  mkdirSync(join(home, 'bin'));
  const claude = join(home, 'bin', 'claude');
  writeFileSync(
    claude,
    `#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done; shift\nprintf '%s\\n' "$@" > '${startedFile}'\n`,
  );
  chmodSync(claude, 0o755);
});
afterAll(async () => {
  await browser.close();
  built.remove();
  rmSync(home, { recursive: true, force: true });
});

/** The guide's paths stand for where the command was built. */
const here = (text: string) =>
  text.replaceAll(/(\/opt\/countersign\/)?\.output\/node\/countersign\.js/g, built.command);
const environment = () => ({
  HOME: home,
  PATH: `${join(home, 'bin')}:${process.env.PATH}`,
  COUNTERSIGN_STATE_DIR: join(home, 'state'),
});

async function toolsOf(command: string, args: readonly string[]): Promise<string[]> {
  const client = new Client({ name: 'guide', version: '1' });
  const env = { ...process.env, ...environment() } as Record<string, string>;
  await client.connect(new StdioClientTransport({ command, args: args.map(here), env }));
  const { tools } = await client.listTools();
  await client.close();
  return tools.map(({ name }) => name);
}

/** Lines of shell, without the remarks behind them. */
const commands = () =>
  blocksOf('')
    .filter((block) => /^(npm|npx|node|claude) /.test(block))
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/ +# .*$/, ''))
    .filter(Boolean);

test('every command line of the guide is one that this test knows, and does what the guide says', async () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const said: string[] = [];
  for (const line of commands()) {
    if (/^npm ci && npm run (\w+)$/.test(line)) {
      expect(scripts).toHaveProperty(/(\w+)$/.exec(line)![1]!);
      said.push('npm');
      continue;
    }
    const { code, stdout, stderr } = await runProgram('bash', ['-c', here(line)], environment());
    const what = line.startsWith('claude') ? 'claude' : /countersign\.js (\w+)/.exec(line)![1]!;
    said.push(what);
    expect(stderr, line).toBe('');
    if (what === 'install') {
      const manifest = join(home, '.config/chromium/NativeMessagingHosts/dev.countersign.host.json');
      expect(existsSync(manifest)).toBe(true);
    } else if (what === 'agent') {
      expect(code).toBe(4);
      expect(stdout).toMatch(/^code: AB1-2CD$/m);
      desk.approveAgents();
    } else {
      expect(code, `${line}: ${stdout}`).toBe(0);
    }
  }
  expect(said).toEqual(['npm', 'install', 'agent', 'doctor', 'claude']);
  const [program, ...args] = readFileSync(startedFile, 'utf8').trim().split('\n');
  expect(await toolsOf(program!, args)).toContain('payment_execute');
});

test('[A50] the configurations for Claude and Cursor start a server that lists the tools', async () => {
  const configurations = blocksOf('json').map(
    (text) => JSON.parse(text) as { mcpServers: { countersign: { command: string; args: string[] } } },
  );
  expect(configurations).toHaveLength(2);
  for (const { mcpServers } of configurations) {
    const { command, args } = mcpServers.countersign;
    expect(await toolsOf(command, args)).toContain('payment_execute');
  }
});

/** Stands in for the frameworks, which are not installed here: keeps what a snippet would start, answers anything else. */
const STAND_IN = `
import json, sys, types
from unittest.mock import AsyncMock, MagicMock
def keep(server):
    with open(sys.argv[1], "w") as file:
        json.dump({"command": server["command"], "args": server["args"]}, file)
    return MagicMock()
def module(name, **names):
    made = types.ModuleType(name)
    made.__dict__.update(names)
    sys.modules[name] = made
def langchain(servers):
    keep(servers["countersign"])
    client = MagicMock()
    client.session.return_value.__aenter__ = AsyncMock()
    client.session.return_value.__aexit__ = AsyncMock(return_value=None)
    return client
workbench = MagicMock()
workbench.return_value.__aenter__ = AsyncMock()
workbench.return_value.__aexit__ = AsyncMock(return_value=None)
answering = MagicMock()
answering.return_value.ainvoke = AsyncMock(return_value=MagicMock())
answering.return_value.run = AsyncMock(return_value="done")
for package in ["langchain", "langchain_mcp_adapters", "autogen_agentchat", "autogen_ext", "autogen_ext.models", "autogen_ext.tools"]:
    module(package)
module("langchain.agents", create_agent=answering)
module("langchain_mcp_adapters.client", MultiServerMCPClient=langchain)
module("langchain_mcp_adapters.tools", load_mcp_tools=AsyncMock())
module("crewai", Agent=MagicMock(), Crew=MagicMock(), Task=MagicMock())
module("crewai_tools", MCPServerAdapter=MagicMock())
module("mcp", StdioServerParameters=lambda **server: keep(server))
module("autogen_agentchat.agents", AssistantAgent=answering)
module("autogen_ext.models.openai", OpenAIChatCompletionClient=MagicMock())
module("autogen_ext.tools.mcp", McpWorkbench=workbench, StdioServerParams=lambda **server: keep(server))
exec(compile(sys.stdin.read(), "snippet", "exec"))
`;

const hasPython = (() => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasPython)(
  '[A50] the Python for LangChain, CrewAI and AutoGen runs to its end and starts a server that lists the tools',
  async () => {
    const snippets = blocksOf('python');
    expect(snippets).toHaveLength(3);
    for (const input of snippets) {
      rmSync(startedFile, { force: true });
      execFileSync('python3', ['-c', STAND_IN, startedFile], { input });
      const { command, args } = JSON.parse(readFileSync(startedFile, 'utf8')) as {
        command: string;
        args: string[];
      };
      expect(await toolsOf(command, args)).toContain('payment_execute');
    }
  },
);

test('the folder that the guide gives to npx skills add is there', () => {
  const [, folder] = /`npx skills add (\S+)`/.exec(guide)!;
  expect(existsSync(resolve(folder!, 'SKILL.md'))).toBe(true);
});
