import { expect, test } from 'vitest';
import { sitePatternsFor } from './site-patterns.ts';

test('names the merchants with their subdomains and the providers’ exact hosts, each once', () => {
  const provider = { id: 'p', hosts: ['js.pay.example'], pathPrefixes: ['/'] };
  expect(sitePatternsFor(['shop.example', 'shop.example'], [provider, provider])).toEqual([
    'https://*.shop.example/*',
    'https://js.pay.example/*',
  ]);
  expect(sitePatternsFor([], [])).toEqual([]);
});
