import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { releaseExtensionDir, rootDir } from '../tooling/paths.ts';

function* filesUnder(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const contentsOf = (directory: string): Record<string, string> =>
  Object.fromEntries(
    [...filesUnder(directory)].map((path) => [
      relative(directory, path),
      readFileSync(path).toString('latin1'),
    ]),
  );

const scripts = () =>
  [...filesUnder(releaseExtensionDir)]
    .filter((path) => /\.(js|html)$/.test(path))
    .map((path) => ({ name: relative(releaseExtensionDir, path), text: readFileSync(path, 'utf8') }));

test('[L2] a build in another folder gives the same bytes', () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'countersign-build-'));
  try {
    const kept = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: rootDir,
      encoding: 'utf8',
    })
      .split('\0')
      .filter((name) => name !== '' && /^(entrypoints|components|lib|public|[^/]+$)/.test(name));
    for (const name of kept) cpSync(join(rootDir, name), join(folder, name));
    symlinkSync(join(rootDir, 'node_modules'), join(folder, 'node_modules'));
    const built = spawnSync(join(folder, 'node_modules/.bin/wxt'), ['build'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(built.status, built.stderr).toBe(0);
    const again = contentsOf(join(folder, '.output/chrome-mv3'));
    const first = contentsOf(releaseExtensionDir);
    expect(Object.keys(again).sort()).toEqual(Object.keys(first).sort());
    expect(Object.keys(first).filter((name) => first[name] !== again[name])).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * zod asks whether text may be made into code, so that it could be faster, and takes no for an answer; our policy for
 * extension pages says no, which the manifest's tests hold.
 */
const PROBE = 'try{return Function(``),!0}catch{return!1}';

test('[L3] nothing in a release is fetched as code or made from text', () => {
  const all = scripts();
  expect(all.length).toBeGreaterThan(5);
  const forbidden =
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|\bimportScripts\s*\(|\bWebAssembly\b|import\(\s*["'`]https?:|<script[^>]+src=["']https?:/;
  expect(all.filter(({ text }) => forbidden.test(text.replace(PROBE, ''))).map(({ name }) => name)).toEqual(
    [],
  );
  // The search proves itself.
  for (const sample of [
    'eval ("1")',
    'new Function("a")',
    'Function(`a`)',
    "import('https://cdn.example/a.js')",
  ])
    expect(forbidden.test(sample)).toBe(true);
});

const isCardNumber = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** Published test numbers of the card networks and providers. */
const TEST_NUMBERS = new Set(['4111111111111111', '4242424242424242', '5555555555554444', '378282246310005']);

test('[L4] no card number and no key is in the release or the repository', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: rootDir, encoding: 'utf8' })
    .split('\0')
    .filter((name) => /\.(ts|tsx|js|json|md|html|css|yml)$/.test(name) && name !== 'package-lock.json')
    .map((name) => ({ name, text: readFileSync(join(rootDir, name), 'utf8') }));
  const found = [...scripts(), ...tracked].flatMap(({ name, text }) => [
    ...[...text.matchAll(/(?<![\d.\w-])(?:4\d{15}|5[1-5]\d{14}|3[47]\d{13}|6\d{15})(?![\d\w])/g)]
      .map(([number]) => number)
      .filter((number) => isCardNumber(number) && !TEST_NUMBERS.has(number))
      .map((number) => `${name}: ${number}`),
    ...[...text.matchAll(/\b(?:sk_live_|rk_live_|AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----)/g)].map(
      ([key]) => `${name}: ${key}`,
    ),
  ]);
  // The patterns themselves stand in this file.
  expect(found.filter((line) => !line.startsWith('e2e/specs/build.spec.ts'))).toEqual([]);
});
