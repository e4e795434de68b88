import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from './digest.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digest-'));
  mkdirSync(join(root, 'lib'));
  writeFileSync(join(root, 'lib', 'a.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const digest = () => digestOf(root, ['lib', 'package.json'], (path) => !path.endsWith('.test.ts'));

test('an unchanged tree has the same digest', () => {
  expect(digest()).toBe(digest());
});

test.each<[string, () => void]>([
  ['a changed file', () => writeFileSync(join(root, 'lib', 'a.ts'), 'two')],
  ['a new file', () => writeFileSync(join(root, 'lib', 'b.ts'), '')],
  ['a renamed file', () => renameSync(join(root, 'lib', 'a.ts'), join(root, 'lib', 'b.ts'))],
  ['a file that now exists', () => writeFileSync(join(root, 'package.json'), '{}')],
])('%s changes it', (_what, change) => {
  const before = digest();
  change();
  expect(digest()).not.toBe(before);
});

test('a file that is not counted does not change it', () => {
  const before = digest();
  writeFileSync(join(root, 'lib', 'a.test.ts'), 'test');
  expect(digest()).toBe(before);
});
