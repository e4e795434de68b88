import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './digest.ts';
import { developmentExtensionDir, nodeDir, outputDir, releaseExtensionDir, rootDir } from './paths.ts';
import { runTool } from './run-tool.ts';

const INPUTS = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'wxt.config.ts',
  'vite.node.config.ts',
  'vite.detector.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const isInput = (path: string): boolean => !/\.(test|contract)\.tsx?$|\.md$/.test(path);

interface Product {
  readonly name: string;
  readonly directory: string;
  /** What of the directory it is, where that holds more than this product. */
  readonly files?: readonly string[];
  readonly tool: string;
  readonly args: readonly string[];
}

const COMMAND: Product = {
  name: 'command',
  directory: nodeDir,
  tool: 'vite',
  args: ['build', '-c', 'vite.node.config.ts'],
};
const DETECTOR: Product = {
  name: 'detector',
  directory: outputDir,
  files: ['detector.js'],
  tool: 'vite',
  args: ['build', '-c', 'vite.detector.config.ts'],
};
const DEVELOPMENT: Product = {
  name: 'development extension',
  directory: developmentExtensionDir,
  tool: 'wxt',
  args: ['build', '--mode', 'development'],
};
const RELEASE: Product = {
  name: 'release extension',
  directory: releaseExtensionDir,
  tool: 'wxt',
  args: ['build'],
};

/** Builds unless both what went in and what came out are as the last build left them. */
async function buildOnce(product: Product, inputs: string, say: (line: string) => void): Promise<void> {
  const mark = join(outputDir, `${product.name.replaceAll(' ', '-')}.inputs`);
  const state = () => `${inputs} ${digestOf(product.directory, product.files ?? ['.'])}\n`;
  if (existsSync(mark) && existsSync(product.directory) && readFileSync(mark, 'utf8') === state()) return;
  say(`Building the ${product.name}`);
  rmSync(mark, { force: true });
  // Development is a matter of hosts here: its code is what ships, React's included.
  const environment = { NODE_ENV: 'production' };
  const { code, printed } = await runTool(product.tool, product.args, { environment });
  if (code !== 0) throw new Error(`The ${product.name} could not be built:\n${printed}`);
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(mark, state());
}

/** Builds the detector alone. */
export function buildDetector(say: (line: string) => void): Promise<void> {
  return buildOnce(DETECTOR, digestOf(rootDir, INPUTS, isInput), say);
}

/** Builds the command, the detector, the development extension and, unless only development is wanted, the release extension. */
export async function buildProject({
  isDevelopment,
  say,
}: {
  isDevelopment: boolean;
  say: (line: string) => void;
}): Promise<void> {
  const inputs = digestOf(rootDir, INPUTS, isInput);
  // One after another: two runs of WXT would write its own folder at the same time.
  for (const product of isDevelopment
    ? [COMMAND, DETECTOR, DEVELOPMENT]
    : [COMMAND, DETECTOR, DEVELOPMENT, RELEASE]) {
    await buildOnce(product, inputs, say);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await buildProject({
      isDevelopment: process.argv.includes('--dev'),
      say: (line) => process.stderr.write(`${line}\n`),
    });
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
  }
}
