import { expect, test } from 'vitest';
import { findCheckout } from '../../lib/domain/checkout/find-checkout.ts';
import type { Scope } from '../../lib/domain/checkout/scope.ts';
import { money } from '../../lib/kernel/money.ts';
import { SHOP, sightOf } from './sight.ts';

const PAGE = 'https://pay.payco.example/c/pay/cs_1';
const SCOPE: Scope = {
  providers: [
    {
      id: 'payco',
      hosts: ['js.payco.example'],
      pathPrefixes: ['/fields/'],
      hostedPages: { hosts: ['pay.payco.example'], pathPrefixes: ['/c/pay/'] },
    },
  ],
  plainHttpHosts: [],
};

function payeeAt(url: string, referrer: string) {
  const { top } = sightOf({
    tabId: 1,
    documentId: 'doc',
    total: money(1_000, 'USD'),
    shows: 'form',
    orderNumber: 'O-1',
    hasCard: false,
    wall: false,
    wasPressed: false,
  });
  const shown = { ...top, url, origin: new URL(url).origin, reading: { ...top.reading, url, referrer } };
  const found = findCheckout(shown, [shown], SCOPE, SHOP);
  return found.ok
    ? { merchant: found.value.merchant, isPayeeUnproven: found.value.isPayeeUnproven }
    : found.error;
}

test.each([
  ['the shop’s own page', SHOP, '', false],
  ['a provider’s page to which the shop led', PAGE, 'https://shop.example', false],
  ['a provider’s page to which a host of the shop led', PAGE, 'https://www.shop.example', false],
  ['a provider’s page that the agent’s address led to by itself', PAGE, '', true],
  ['a provider’s page to which somebody else led', PAGE, 'https://evil.example', true],
  ['a provider’s page to which the provider led', PAGE, 'https://pay.payco.example', true],
])('[D8] %s', (_, url, referrer, isPayeeUnproven) => {
  expect(payeeAt(url, referrer)).toEqual({ merchant: 'shop.example', isPayeeUnproven });
});
