import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_TAKINGS, putTaking, takenAfter, taking } from './takings.ts';

const minor = fc.option(fc.bigInt({ min: 0n, max: 1_000n }), { nil: undefined });

test('sums, counts and moments equal those of a list, however often a payment changes', () => {
  fc.assert(
    fc.property(
      fc.array(minor, { maxLength: 600 }),
      fc.array(fc.tuple(fc.nat(), minor), { maxLength: 40 }),
      fc.array(fc.nat(700), { maxLength: 5 }),
      (granted, changes, moments) => {
        const list = [...granted];
        // Two in a row may be of the same moment.
        const at = (place: number) => Math.floor(place / 2);
        let takings = NO_TAKINGS;
        for (const [place, one] of granted.entries())
          takings = putTaking(takings, place, taking(at(place), one));
        for (const [of, one] of granted.length > 0 ? changes : []) {
          const place = of % granted.length;
          list[place] = one;
          takings = putTaking(takings, place, taking(at(place), one));
        }
        const counted = list.flatMap((one, place) => (one === undefined ? [] : [{ one, at: at(place) }]));
        expect(takings.count).toBe(counted.length);
        expect(takings.size).toBe(list.length);
        expect(takings.until).toBe(counted.at(-1)?.at ?? -Infinity);
        for (const moment of [-1, ...moments, Infinity]) {
          const after = counted.filter((payment) => payment.at > moment);
          expect(takenAfter(takings, moment)).toBe(after.reduce((sum, { one }) => sum + one, 0n));
        }
      },
    ),
  );
});
