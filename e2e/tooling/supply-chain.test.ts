import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rootDir } from './paths.ts';

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
type Versions = Readonly<Record<string, string>>;

const readText = (name: string) => readFileSync(join(rootDir, name), 'utf8');
const lock = JSON.parse(readText('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const manifest = JSON.parse(readText('package.json')) as {
  dependencies: Versions;
  devDependencies: Versions;
};

/** Packages that bring an install script, with why it may stay unrun. */
const UNRUN: Readonly<Record<string, string>> = {
  'node_modules/core-js-pure': 'prints an advertisement',
  'node_modules/esbuild': 'checks the binary that npm installed beside it',
};

describe('[L1] what is installed', () => {
  test('no install script of a dependency runs unasked', () => {
    expect(readText('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  test('a new install script is noticed', () => {
    const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path] : [],
    );
    expect(scripted.filter((path) => !Object.hasOwn(UNRUN, path))).toEqual([]);
  });

  test('every package is locked by its digest', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, { integrity, link }]) => path !== '' && !link && !/^sha512-/.test(integrity ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('every direct dependency is pinned exactly', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
