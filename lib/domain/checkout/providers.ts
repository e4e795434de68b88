import type { Provider } from './scope.ts';

/**
 * Where payment providers serve their embedded card fields, from their public documentation and script sources.
 * Exact hosts only: a wildcard would trust whoever gets a subdomain.
 */
export const PROVIDERS: readonly Provider[] = [
  {
    id: 'stripe',
    hosts: ['js.stripe.com'],
    pathPrefixes: ['/v3/elements-inner-'],
    // https://docs.stripe.com/payments/checkout: the card is typed in the page's own document.
    hostedPages: { hosts: ['checkout.stripe.com'], pathPrefixes: ['/c/pay/', '/pay/'] },
  },
  {
    id: 'adyen',
    hosts: [
      'checkoutshopper-live.adyen.com',
      'checkoutshopper-live-us.adyen.com',
      'checkoutshopper-live-au.adyen.com',
      'checkoutshopper-live-apse.adyen.com',
      'checkoutshopper-test.adyen.com',
    ],
    pathPrefixes: ['/checkoutshopper/securedfields/'],
  },
  { id: 'braintree', hosts: ['assets.braintreegateway.com'], pathPrefixes: ['/web/'] },
  { id: 'checkout.com', hosts: ['js.checkout.com', 'cdn.checkout.com'], pathPrefixes: ['/'] },
  { id: 'square', hosts: ['web.squarecdn.com', 'sandbox.web.squarecdn.com'], pathPrefixes: ['/'] },
  { id: 'spreedly', hosts: ['core.spreedly.com'], pathPrefixes: ['/v1/embedded/'] },
  { id: 'recurly', hosts: ['api.recurly.com', 'js.recurly.com'], pathPrefixes: ['/js/v1/field'] },
  { id: 'authorize.net', hosts: ['js.authorize.net', 'accept.authorize.net'], pathPrefixes: ['/'] },
  { id: 'mollie', hosts: ['js.mollie.com'], pathPrefixes: ['/'] },
  {
    id: 'worldpay',
    hosts: ['access.worldpay.com', 'try.access.worldpay.com'],
    pathPrefixes: ['/access-checkout/'],
  },
  {
    id: 'cybersource',
    hosts: ['flex.cybersource.com', 'testflex.cybersource.com'],
    pathPrefixes: ['/microform/'],
  },
  { id: 'paypal', hosts: ['www.paypal.com', 'www.sandbox.paypal.com'], pathPrefixes: ['/smart/card-field'] },
  { id: 'shopify', hosts: ['checkout.shopifycs.com', 'checkout.pci.shopifyinc.com'], pathPrefixes: ['/'] },
  { id: 'pay.jp', hosts: ['js.pay.jp'], pathPrefixes: ['/v2/element_iframe'] },
];
