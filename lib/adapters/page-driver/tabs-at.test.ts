import { expect, test } from 'vitest';
import { tabsAt } from './tabs-at.ts';

const SHOP = 'https://shop.example';

test.each([
  ['a host without its slash', SHOP, `${SHOP}/`],
  ['a host in capitals', 'https://SHOP.example/pay', `${SHOP}/pay`],
  ['the usual port', 'https://shop.example:443/pay', `${SHOP}/pay`],
  ['a space in the query', `${SHOP}/pay?note=a b`, `${SHOP}/pay?note=a%20b`],
  ['a fragment that the page added', `${SHOP}/pay`, `${SHOP}/pay#step-2`],
  ['a fragment that the page took away', `${SHOP}/pay#card`, `${SHOP}/pay`],
])('a tab is found in spite of %s', (_, asked, shown) => {
  expect(tabsAt(asked, [{ id: 3, url: shown }])).toEqual([3]);
});

test.each([
  ['another path', `${SHOP}/pay`, `${SHOP}/pay/2`],
  ['another query', `${SHOP}/pay?cart=1`, `${SHOP}/pay?cart=2`],
  ['no query', `${SHOP}/pay?cart=1`, `${SHOP}/pay`],
  ['another host', `${SHOP}/pay`, 'https://shop.example.evil.example/pay'],
  ['another scheme', `${SHOP}/pay`, 'http://shop.example/pay'],
  ['another page of a router', `${SHOP}/#/checkout`, `${SHOP}/#/cart`],
  ['no page of a router', `${SHOP}/`, `${SHOP}/#!/cart`],
  ['an address that is none', 'pay', `${SHOP}/pay`],
])('a tab at %s is another tab', (_, asked, shown) => {
  expect(tabsAt(asked, [{ id: 3, url: shown }])).toEqual([]);
});

test('of several tabs the one at the very address comes first, then the one used last', () => {
  const tabs = [
    { id: 1, url: `${SHOP}/pay#other`, lastAccessed: 900 },
    { id: 2, url: `${SHOP}/pay`, lastAccessed: 100 },
    { id: 3, url: `${SHOP}/pay`, lastAccessed: 500 },
    { id: undefined, url: `${SHOP}/pay` },
    { id: 4, url: undefined },
  ];
  expect(tabsAt(`${SHOP}/pay`, tabs)).toEqual([3, 2, 1]);
});
