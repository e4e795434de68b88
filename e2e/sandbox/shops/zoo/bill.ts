import { seededChoice, seededInteger } from '../../world/seeded.ts';

/** What a shop of the zoo charges; all amounts in minor units of USD. */
export interface Bill {
  lines: { name: string; quantity: number; amount: number }[];
  shipping: number;
  total: number;
}

const GOODS: [string, ...string[]] = ['Cork notebook', 'Linen notebook', 'Desk calendar', 'Sketch pad'];
const EXTRAS: [string, ...string[]] = ['Gel pens', 'Brass clips', 'Index cards', 'Graphite pencils'];

/** Makes a shop's bill: two lines and shipping, between 8 and 14 dollars. A raised price sits on shipping. */
export function makeBill(seed: number, key: string, raisedBy: number): Bill {
  const lines = [
    {
      name: seededChoice(seed, `${key}-good`, GOODS),
      quantity: 1,
      amount: seededInteger(seed, `${key}-good-price`, 450, 700),
    },
    {
      name: seededChoice(seed, `${key}-extra`, EXTRAS),
      quantity: 2,
      amount: 2 * seededInteger(seed, `${key}-extra-price`, 90, 170),
    },
  ];
  const shipping = seededInteger(seed, `${key}-shipping`, 195, 295) + raisedBy;
  const goods = lines.reduce((sum, { amount }) => sum + amount, 0);
  return { lines, shipping, total: goods + shipping };
}
