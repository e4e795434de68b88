import { describe, expect, test } from 'vitest';
import type { EntryDraft } from '../../lib/domain/ledger/entry.ts';
import { money } from '../../lib/kernel/money.ts';
import { ok } from '../../lib/kernel/result.ts';
import { runSeed, type Plant } from './world.ts';

const SAMPLE = 150;

/** Runs seeds until something is seen that must never be. */
async function firstFailing(plant: Plant, seeds: number): Promise<string[] | undefined> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const seen = await runSeed(seed, plant);
    if (seen.length > 0) return seen.map(({ what }) => what);
  }
  return undefined;
}

/** Lets a store forget some events, as code does that never wrote them. */
const forgetting = (type: string): Plant => ({
  store: (store) => ({
    ...store,
    append: (drafts, expected) => {
      const kept = drafts.filter((draft: EntryDraft) => draft.type !== type);
      return store.append(kept.length > 0 ? kept : drafts, expected);
    },
  }),
});

/** Hands that say of the first press in each tab that it reached nobody, which is true unless they pressed all the same. */
function missing(alsoPresses: boolean): Plant {
  const missed = new Set<number>();
  return {
    kit: (kit) => ({
      ...kit,
      pages: {
        ...kit.pages,
        press: async (tabId, control) => {
          if (missed.has(tabId)) return kit.pages.press(tabId, control);
          missed.add(tabId);
          if (alsoPresses) await kit.pages.press(tabId, control);
          return ok('control_gone' as const);
        },
      },
    }),
  };
}

describe('seeded worlds over the real core', () => {
  test(`in seeds 1 to ${SAMPLE} every invariant holds after every event, and every cent is where it belongs`, async () => {
    expect(await firstFailing({}, SAMPLE)).toBeUndefined();
  }, 300_000);

  test.each([
    ['reached no control', false],
    ['is wrongly said to have reached none', true],
  ])(
    'a press that %s costs nothing twice, and the operator is asked before the next',
    async (_what, alsoPresses) => {
      let missed = 0;
      for (let seed = 1; seed <= 60; seed += 1) {
        const lines: string[] = [];
        expect(await runSeed(seed, missing(alsoPresses), (line) => lines.push(line))).toEqual([]);
        const asked = new Map<string, boolean>();
        for (const line of lines) {
          const [, type, run = ''] = /"type":"([a-z-]+)","checkoutId":"(\w+)"/.exec(line) ?? [];
          if (type === 'press-missed') asked.set(run, ((missed += 1), false));
          if (type === 'approval-asked') asked.set(run, true);
          if (type === 'checkout-submitting') expect(asked.get(run)).not.toBe(false);
        }
      }
      expect(missed).toBeGreaterThan(5);
    },
    300_000,
  );

  test('the same seed lives the same life', async () => {
    const told = async () => {
      const lines: string[] = [];
      await runSeed(7, {}, (line) => lines.push(line));
      return lines;
    };
    expect(await told()).toEqual(await told());
  });

  test.each<[string, Plant]>([
    ['the hold is not released when a run ends', forgetting('funds-released')],
    [
      'a capture is taken for a reversal',
      {
        kit: (kit) => ({
          ...kit,
          issuer: {
            ...kit.issuer,
            transactionsOf: async (token) => {
              const rows = await kit.issuer.transactionsOf(token);
              if (!rows.ok) return rows;
              return ok(
                rows.value.map((row) =>
                  row.status === 'settled'
                    ? { ...row, status: 'voided' as const, captured: money(0n, row.captured.currency) }
                    : row,
                ),
              );
            },
          },
        }),
      },
    ],
    [
      'Pay is pressed again when the answer is lost',
      {
        kit: (kit) => ({
          ...kit,
          pages: {
            ...kit.pages,
            press: async (tabId, control) => {
              await kit.pages.press(tabId, control);
              return kit.pages.press(tabId, control);
            },
          },
        }),
      },
    ],
    [
      'a deposit that is asked for again is not under its reference',
      {
        kit: (kit) => ({
          ...kit,
          issuer: {
            ...kit.issuer,
            deposit: (parameters) =>
              kit.issuer.deposit({ ...parameters, reference: kit.clock.nextId('evt') }),
          },
        }),
      },
    ],
    [
      'what the issuer says is read twice as large',
      {
        kit: (kit) => ({
          ...kit,
          issuer: {
            ...kit.issuer,
            transactionsOf: async (token) => {
              const rows = await kit.issuer.transactionsOf(token);
              if (!rows.ok) return rows;
              const twice = rows.value.map((row) => ({
                ...row,
                captured: { ...row.captured, minor: row.captured.minor * 2n },
              }));
              return { ok: true, value: twice };
            },
          },
        }),
      },
    ],
    [
      'a checkpoint keeps a row as it was before it changed',
      {
        checkpoints: (store) => ({
          ...store,
          save: async (draft) => {
            const before = (await store.load())?.parts.get('checkouts/0');
            const parts = new Map(draft.parts);
            if (before && parts.has('checkouts/0')) parts.set('checkouts/0', before);
            return store.save({ ...draft, parts });
          },
        }),
      },
    ],
    [
      'a card is closed in name only',
      {
        kit: (kit) => ({
          ...kit,
          issuer: { ...kit.issuer, close: () => Promise.resolve({ ok: true, value: undefined }) },
        }),
      },
    ],
  ])(
    'a planted fault is found: %s',
    async (_name, plant) => {
      expect(await firstFailing(plant, 60)).toBeDefined();
    },
    300_000,
  );
});
