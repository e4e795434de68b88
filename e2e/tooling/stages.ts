import { join } from 'node:path';
import { buildProject } from './build.ts';
import { countPlaywright, countReport, countVitest, type Count } from './count-tests.ts';
import { findChromium } from './find-chromium.ts';
import { outputDir } from './paths.ts';
import { runTool } from './run-tool.ts';

export interface Outcome {
  /** What to show of a failed stage. */
  readonly problem?: string;
  /** The tests of a runner; any other stage counts as one. */
  readonly count?: Count;
}

export interface Stage {
  readonly name: string;
  /** Stages without which this one means nothing. */
  readonly needs?: readonly string[];
  /** Fails by a `problem` or by throwing. */
  readonly run: (say: (line: string) => void) => Promise<Outcome>;
}

const NOTHING_PRINTED = 'it failed and printed nothing';

function tool(name: string, command: string, ...args: string[]): Stage {
  return {
    name,
    run: async () => {
      const { code, printed } = await runTool(command, args);
      return code === 0 ? {} : { problem: printed.trim() || NOTHING_PRINTED };
    },
  };
}

/** Runs a test runner, whose output is shown as it comes because it is long, and counts its report. */
async function runTests<T>(
  [command = '', ...args]: readonly string[],
  report: string,
  count: (report: T) => Count,
): Promise<Outcome> {
  const { code } = await runTool(command, args, { isLive: true });
  const counted = countReport(join(outputDir, 'reports', report), count, code === 0);
  return {
    count: counted,
    ...(counted.failed > 0 && { problem: `${command} ended with ${code}; its output is above` }),
  };
}

async function provideChromium(say: (line: string) => void): Promise<Outcome> {
  const found = await findChromium(say);
  if ('problem' in found) return found;
  // Every later stage, and all that it starts, takes this one.
  process.env.COUNTERSIGN_CHROMIUM = found.executablePath;
  say(`${found.executablePath} (${found.source})`);
  return {};
}

/** First of all where a browser is needed: some unit tests look at a real page too, and skip themselves without one. */
export const CHROMIUM: Stage = { name: 'chromium', run: provideChromium };

/** What the quick half checks, in this order. */
export const CHECK: readonly Stage[] = [
  // Writes the types that WXT generates, without which nothing below is typed.
  tool('generated types', 'wxt', 'prepare'),
  tool('format', 'prettier', '--check', '.', '--log-level', 'warn'),
  tool('lint', 'eslint', '.', '--max-warnings', '0'),
  tool('types', 'tsc', '--noEmit'),
  tool('layers', 'depcruise', 'lib', 'components', 'entrypoints', 'e2e'),
  tool('dead code', 'knip'),
  {
    name: 'unit tests',
    run: () => runTests(['vitest', 'run'], 'vitest.json', countVitest),
  },
];

/** What needs a build. */
export const BROWSER: readonly Stage[] = [
  {
    name: 'build',
    run: async (say) => {
      await buildProject({ isDevelopment: false, say });
      return {};
    },
  },
  { ...tool('sizes', 'size-limit'), needs: ['build'] },
  { ...tool('Firefox build', 'wxt', 'build', '-b', 'firefox'), needs: ['build'] },
  // What the store of Firefox refuses; its warnings are about React and zod, which probe and are never given a string.
  {
    ...tool('store lint', 'addons-linter', '.output/firefox-mv3', '--min-manifest-version', '3'),
    needs: ['Firefox build'],
  },
  {
    name: 'end to end',
    needs: ['build', 'chromium'],
    run: () =>
      runTests(['playwright', 'test', '-c', 'e2e/playwright.config.ts'], 'playwright.json', countPlaywright),
  },
];

/** What only a release needs. */
export const FULL: readonly Stage[] = [
  {
    name: 'the whole zoo',
    needs: ['build', 'chromium'],
    run: () => {
      process.env.COUNTERSIGN_WHOLE = '1';
      const whole = ['playwright', 'test', '-c', 'e2e/playwright.config.ts', '--grep', '@whole'];
      return runTests(whole, 'playwright.json', countPlaywright);
    },
  },
  { ...tool('package for Chrome', 'wxt', 'zip'), needs: ['build'] },
  { ...tool('package for Firefox', 'wxt', 'zip', '--browser', 'firefox'), needs: ['build'] },
  { ...tool('zoo', 'tsx', 'e2e/zoo/zoo.ts', '--json'), needs: ['chromium'] },
  { ...tool('mutants', 'tsx', 'e2e/mutants/mutants.ts'), needs: ['chromium'] },
  {
    ...tool('soak', 'tsx', 'e2e/soak/soak.ts', '--runs', '200', '--seed', '1'),
    needs: ['build', 'chromium'],
  },
];
