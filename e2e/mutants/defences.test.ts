import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rootDir } from '../tooling/paths.ts';
import { DEFENCES } from './defences.ts';
import { takeOut } from './take-out.ts';

// The mutants themselves run with the full set; that they still can is told at once.
test.each(DEFENCES)('$name: can still be taken out, and its guard is there', (defence) => {
  const source = readFileSync(join(rootDir, defence.file), 'utf8');
  expect(takeOut(defence, source)).not.toBe(source);
  expect(existsSync(join(rootDir, defence.guard.file))).toBe(true);
});

test('a defence whose text has changed is named', () => {
  expect(() => takeOut(DEFENCES[0]!, 'something else')).toThrow(DEFENCES[0]!.name);
});
