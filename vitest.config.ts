import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Node 20 has no `Map.groupBy`; without it vitest's reporter dies before it has printed why a test failed. */
function groupBy<K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
if (!('groupBy' in Map)) Object.assign(Map, { groupBy });

export default defineConfig({
  // `wxt/browser` is WXT's fake browser in tests.
  plugins: [await WxtVitest()],
  test: {
    // Playwright's tests are named `*.spec.ts`.
    include: ['{lib,components,entrypoints,e2e}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // More than the two cores that it is measured on: some tests wait for processes and browsers of their own.
    maxWorkers: 3,
    reporters: ['default', ['json', { outputFile: '.output/reports/vitest.json' }]],
  },
  resolve: { alias: { '@': import.meta.dirname } },
});
