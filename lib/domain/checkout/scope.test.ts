import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isPayableAddress,
  isSameSite,
  mayHoldCard,
  providerOf,
  registrableDomainOf,
  type Scope,
} from './scope.ts';

const SCOPE: Scope = {
  providers: [{ id: 'payco', hosts: ['js.payco.example'], pathPrefixes: ['/fields/'] }],
  plainHttpHosts: ['shop.localhost'],
};
const RELEASE: Scope = { ...SCOPE, plainHttpHosts: [] };

describe('[E1] the registrable domain', () => {
  test.each([
    ['https://shop.example/checkout', 'shop.example'],
    ['https://www.pay.shop.co.uk/', 'shop.co.uk'],
    ['https://SHOP.Example./', 'shop.example'],
    ['https://one.github.io/', 'one.github.io'],
    ['https://mine.myshopify.com/', 'mine.myshopify.com'],
    ['http://shop.localhost:4414/', 'shop.localhost'],
    ['https://co.uk/', undefined],
    ['https://github.io/', undefined],
    ['https://192.0.2.1/', undefined],
    ['https://[2001:db8::1]/', undefined],
    ['not an address', undefined],
  ])('of %s is %s', (url, domain) => {
    expect(registrableDomainOf(url)).toBe(domain);
  });
});

describe('an address is payable', () => {
  test.each([
    ['https://shop.example/', true],
    ['http://shop.localhost:4414/', true],
    ['http://shop.example/', false],
    ['http://other.localhost/', false],
    ['https://user:secret@shop.example/', false],
    ['https://192.0.2.1/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
  ])('%s: %s', (url, isPayable) => {
    expect(isPayableAddress(url, SCOPE)).toBe(isPayable);
  });

  test('by plain http nowhere in a release', () => {
    expect(isPayableAddress('http://shop.localhost/', RELEASE)).toBe(false);
  });
});

describe('a provider', () => {
  test.each([
    ['https://js.payco.example/fields/card', true],
    ['https://js.payco.example/other', false],
    ['https://evil.js.payco.example/fields/card', false],
    ['https://js.payco.example.evil.example/fields/', false],
    ['http://js.payco.example/fields/card', false],
  ])('is known at %s: %s', (url, isKnown) => {
    expect(providerOf(url, SCOPE)?.id).toBe(isKnown ? 'payco' : undefined);
  });
});

describe('[C1][C7] a frame may hold the card', () => {
  const top = { origin: 'https://shop.example', url: 'https://shop.example/checkout' };
  const fields = 'https://js.payco.example/fields/card';
  const provider = 'https://js.payco.example';
  const frame = (origin: string, url: string, parent: string = top.origin, isTop = false) => ({
    origin,
    url,
    ancestors: isTop ? [] : parent === top.origin ? [parent] : [parent, top.origin],
    isTop,
  });
  const within = (origin: string, url: string, ...ancestors: string[]) => ({
    origin,
    url,
    ancestors,
    isTop: false,
  });
  const ads = 'https://ads.example';

  test.each([
    ['the shop itself', frame(top.origin, top.url, '', true), true],
    ['a frame of the shop', frame('https://pay.shop.example', 'https://pay.shop.example/card'), true],
    ['a provider in the shop', frame(provider, fields), true],
    ['a provider in its own frame', frame(provider, fields, provider), true],
    ['a provider in a stranger’s frame', frame(provider, fields, 'https://ads.example'), false],
    [
      'a frame of the shop in a stranger’s frame',
      within('https://users.shop.example', 'https://users.shop.example/card', ads, top.origin),
      false,
    ],
    [
      'a provider in its own frame in a stranger’s',
      within(provider, fields, provider, ads, top.origin),
      false,
    ],
    ['a provider in its own frames', within(provider, fields, provider, provider, top.origin), true],
    ['a frame that nobody is known to embed', within(provider, fields), false],
    ['a provider elsewhere on its host', frame(provider, `${provider}/login`), false],
    ['a stranger', frame('https://ads.example', 'https://ads.example/card'), false],
    ['a sandboxed frame of the shop', frame('null', top.url), false],
    ['a sandboxed frame of a provider', frame('null', fields), false],
    ['a stranger at a provider’s address', frame('https://ads.example', fields), false],
    ['a frame of the shop over plain http', frame('http://shop.example', 'http://shop.example/card'), false],
    ['a frame without an origin', frame('', top.url), false],
  ])('%s: %s', (_who, of, may) => {
    expect(mayHoldCard(of, top, SCOPE)).toBe(may);
  });

  test('no frame of any other site, wherever it stands and whatever its path says', () => {
    const parents = fc.constantFrom(top.origin, provider, 'https://pay.shop.example', 'null', '');
    fc.assert(
      fc.property(fc.domain(), fc.webPath(), parents, (host, path, parent) => {
        fc.pre(!/(^|\.)(shop|payco)\.example$/.test(host));
        const origin = `https://${host}`;
        return !mayHoldCard(frame(origin, origin + path, parent), top, SCOPE);
      }),
    );
  });

  test('never where the shop itself may not be paid', () => {
    const plain = { origin: 'http://shop.example', url: 'http://shop.example/' };
    expect(mayHoldCard(within(provider, fields, plain.origin), plain, SCOPE)).toBe(false);
    const opaque = { origin: 'null', url: top.url };
    expect(mayHoldCard(within(provider, fields, 'null'), opaque, SCOPE)).toBe(false);
  });
});

test('one site is one scheme and one registrable domain', () => {
  expect(isSameSite('https://a.shop.example', 'https://b.shop.example')).toBe(true);
  expect(isSameSite('https://shop.example', 'http://shop.example')).toBe(false);
  expect(isSameSite('https://a.github.io', 'https://b.github.io')).toBe(false);
  expect(isSameSite('http://shop.localhost:1', 'http://shop.localhost:2')).toBe(true);
  expect(isSameSite('http://shop.localhost', 'http://pay.localhost')).toBe(false);
  expect(isSameSite('null', 'null')).toBe(false);
});
