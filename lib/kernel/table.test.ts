import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sealed, Table } from './table.ts';

const isLive = (value: string) => value.startsWith('live');
const id = fc.constantFrom('a', 'b', 'c', 'd');
const value = fc.constantFrom('live 1', 'live 2', 'over 1', 'over 2');

/** Steps from versions of any age: a version, an id and what it gets there. */
const steps = fc.array(fc.tuple(fc.nat(), id, value), { maxLength: 40 });

test('every version of a table stays as it was, whatever is made of it and read of it', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat(), { maxLength: 20 }), (made, reads) => {
      const versions = [{ table: Table.empty<string>(isLive), model: new Map<string, string>() }];
      for (const [from, key, text] of made) {
        const { table, model } = versions[from % versions.length]!;
        versions.push({ table: table.with(key, text), model: new Map(model).set(key, text) });
      }
      for (const read of [...reads, ...versions.keys()]) {
        const { table, model } = versions[read % versions.length]!;
        for (const key of ['a', 'b', 'c', 'd']) expect(table.get(key)).toBe(model.get(key));
        expect(table.entries()).toEqual([...model]);
        expect(table.size).toBe(model.size);
        expect(table.live().sort()).toEqual([...model.values()].filter(isLive).sort());
      }
    }),
  );
});

test('what changed between two versions is told, and little else', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (made, from) => {
      const versions = [Table.empty<string>(isLive)];
      for (const [, key, text] of made) versions.push(versions.at(-1)!.with(key, text));
      const since = from % versions.length;
      const changed = versions.at(-1)!.changesSince(versions[since]!);
      expect(changed).toEqual(new Set(made.slice(since).map(([, key]) => key)));
    }),
  );
});

test('a row is taken out and put back', () => {
  const one = Table.empty<string>(isLive).with('a', 'live 1');
  const none = one.with('a', undefined);
  expect([none.get('a'), none.size, none.live()]).toEqual([undefined, 0, []]);
  expect([one.get('a'), one.size, one.live()]).toEqual(['live 1', 1, ['live 1']]);
});

test('a sealed row is opened when it is wanted, once, and not to list those that live', () => {
  const opened: string[] = [];
  const sealed = (text: string) =>
    new Sealed(() => {
      opened.push(text);
      return text;
    });
  const table = Table.of([['a', sealed('over 1')] as const, ['b', sealed('live 1')] as const], ['b'], isLive);
  expect(table.live()).toEqual(['live 1']);
  expect(table.with('c', 'live 2').live()).toEqual(['live 1', 'live 2']);
  expect(opened).toEqual(['live 1']);
  expect([table.get('a'), table.get('a')]).toEqual(['over 1', 'over 1']);
  expect(opened).toEqual(['live 1', 'over 1']);
});
