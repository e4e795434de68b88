import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { developmentExtensionDir, nodeDir, outputDir, releaseExtensionDir, rootDir } from './paths.ts';

const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  'vite.node.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

/** Digest of everything that a build reads, so that an unchanged tree is not built twice. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(rootDir, source);
    const files = /\.\w+$/.test(source) ? [path] : [...filesUnder(path)];
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function buildOnce(
  name: string,
  directory: string,
  digest: string,
  build: () => void,
  say: (line: string) => void,
): void {
  const mark = join(outputDir, `${name}.inputs`);
  if (existsSync(directory) && existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  say(`Building ${name}`);
  build();
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(mark, digest);
}

function run(args: string[]): void {
  try {
    execFileSync(process.execPath, args, { cwd: rootDir, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (problem) {
    const { stdout, stderr } = problem as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The build failed:\n${String(stdout ?? '')}\n${String(stderr ?? '')}`, {
      cause: problem,
    });
  }
}

const WXT = join(rootDir, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
const VITE = join(rootDir, 'node_modules', 'vite', 'bin', 'vite.js');

/** Builds what is asked for: the extension (development always, release unless only development is wanted) and the command. */
export async function buildProject({
  isDevelopment,
  say,
}: {
  isDevelopment: boolean;
  say: (line: string) => void;
}): Promise<void> {
  const digest = digestOfSources();
  buildOnce('command', nodeDir, digest, () => run([VITE, 'build', '-c', 'vite.node.config.ts']), say);
  buildOnce(
    'development extension',
    developmentExtensionDir,
    digest,
    () => run([WXT, 'build', '--mode', 'development']),
    say,
  );
  if (!isDevelopment)
    buildOnce('release extension', releaseExtensionDir, digest, () => run([WXT, 'build']), say);
  return Promise.resolve();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProject({
    isDevelopment: process.argv.includes('--development'),
    say: (line) => process.stderr.write(`${line}\n`),
  });
}
