import { describe, expect, test } from 'vitest';
import { lookAlikeAmong } from './look-alike.ts';

const KNOWN = ['papeterie.example', 'apple.example', 'shop.example'];

describe('[E1] a name that can be taken for a known shop’s', () => {
  test.each([
    ['xn--pple-43d.example', 'apple.example'],
    ['app1e.example', 'apple.example'],
    ['papeterle.example', 'papeterie.example'],
    ['papeteire.example', 'papeterie.example'],
    ['papeterrie.example', 'papeterie.example'],
    ['pape-terie.example', 'papeterie.example'],
    ['papeterie.test', 'papeterie.example'],
  ])('[E2] %s looks like %s', (merchant, other) => {
    expect(lookAlikeAmong(merchant, KNOWN)).toBe(other);
  });

  test.each(['shop.example', 'ship.example', 'bakery.example', 'papeterie-berlin.example'])(
    '%s is taken for nobody',
    (merchant) => {
      expect(lookAlikeAmong(merchant, KNOWN)).toBeNull();
    },
  );
});
