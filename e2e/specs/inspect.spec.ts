import { expect, test } from '../fixtures/test.ts';

interface Inspection {
  readonly status: string;
  readonly merchant: string;
  readonly total: { readonly minor: string; readonly currency: string } | null;
  readonly amounts: readonly { readonly kind: string; readonly amount: { readonly minor: string } | null }[];
  readonly frames: readonly {
    readonly origin: string;
    readonly provider: string | null;
    readonly is_visible: boolean;
  }[];
  readonly step: object | null;
  readonly consents: readonly object[];
  readonly is_recurring: boolean;
  readonly cart_problems: readonly string[];
  readonly pay_enabled: boolean | null;
  readonly fields: readonly { readonly token: string; readonly decoy: string | null }[];
  readonly untrusted: Readonly<Record<string, unknown>>;
}

/** A checkout of its own on the shop's address, with the sandbox provider's card frame in it. */
const checkout = (frame: string): string => `<!doctype html><meta charset="utf-8"><title>Checkout</title>
<ol><li>Cart</li><li aria-current="step">Payment</li><li>Done</li></ol>
<p>Only 2 left.</p>
<form><ul><li><h4>Green tea</h4> <span>Qty: 2</span> <span>9.00 USD</span></li></ul>
<table><tr><td>Subtotal</td><td>18.00 USD</td></tr><tr><td>Tip</td><td>2.00 USD</td></tr><tr><td>Total</td><td>20.00 USD</td></tr></table>
<p>Renews automatically every month at 20.00 USD.</p>
<label>Card number <input autocomplete="cc-number"></label><label>Expiry <input autocomplete="cc-exp"></label>
<label>CVC <input autocomplete="cc-csc"></label><div style="display:none"><input autocomplete="cc-number"></div>
<iframe src="${frame}" title="Secure card payment input frame" style="width:300px;height:60px"></iframe>
<label><input type="checkbox" checked> Save my card for next time</label><label><input type="checkbox"> I accept the terms</label>
<button>Pay 20.00 USD</button></form>`;

test('[A34] an inspection tells an agent all that bears on a checkout, and what is only the page’s word apart', async ({
  agent,
  installation,
  sandbox,
}) => {
  await agent.signedMandate({});
  const page = await installation.browser.context.newPage();
  const url = `${sandbox.urls.shop}/own-checkout`;
  await page.route(url, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: checkout(`${sandbox.urls.psp}/card-form?key=pk_none`),
    }),
  );
  await page.goto(url);
  const seen = await agent.call<Inspection>('checkout_inspect', { tab: url });
  expect(seen).toMatchObject({
    merchant: 'shop.localhost',
    total: { minor: '2000', currency: 'USD' },
    step: { current: 2, of: 3 },
    consents: [
      { kind: 'save_card', is_checked: true },
      { kind: 'terms', is_checked: false },
    ],
    is_recurring: true,
    cart_problems: ['limited_quantity'],
    pay_enabled: true,
    untrusted: {
      step: 'Payment',
      consents: ['Save my card for next time', 'I accept the terms'],
      recurring_wording: 'Renews automatically every month at 20.00 USD.',
      cart_problems: ['Only 2 left.'],
      pay_button: 'Pay 20.00 USD',
      lines: [{ title: 'Green tea', quantity: 2, amount: { minor: '900', currency: 'USD' } }],
    },
  });
  expect(seen.amounts.map(({ kind, amount }) => [kind, amount?.minor])).toEqual([
    ['subtotal', '1800'],
    ['tip', '200'],
    ['total', '2000'],
  ]);
  expect(seen.frames).toContainEqual({
    origin: new URL(sandbox.urls.psp).origin,
    provider: 'sandbox',
    is_visible: true,
  });
  expect(seen.fields).toContainEqual(expect.objectContaining({ token: 'cc-number', decoy: 'invisible' }));
});
