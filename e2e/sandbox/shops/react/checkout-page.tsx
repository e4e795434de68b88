import { useRef, useState } from 'react';
import { useSearch } from 'wouter';
import { addUp, printUsd } from '../totals.ts';
import { AddressCheck } from './address-check.tsx';
import { AddressFields, CardholderField, ContactFields } from './buyer-fields.tsx';
import { CodeGate } from './code-gate.tsx';
import { EMPTY_FORM, toOrderForm, type ChangeForm } from './form-state.ts';
import { OrderSummary } from './order-summary.tsx';
import { ShippingChoices } from './shipping-choices.tsx';
import { useCardFields } from './use-card-fields.ts';
import { usePayment } from './use-payment.ts';
import { skuOf, useQuote, type Offer } from './use-quote.ts';
import type { Sku } from '../catalog.ts';

/** The checkout, once the quote is there. */
export function CheckoutPage() {
  const sku = skuOf(useSearch());
  const offer = useQuote(sku);
  const [passed, setPassed] = useState(0);
  if (offer && passed < offer.quote.codes)
    return <CodeGate key={passed} shop={offer.quote.shop} onPass={() => setPassed(passed + 1)} />;
  if (offer?.quote.isSoldOut) return <SoldOut shop={offer.quote.shop} />;
  return offer ? <Checkout sku={sku} offer={offer} /> : <main aria-busy="true">Loading…</main>;
}

/** A cart that cannot be bought any more. */
function SoldOut({ shop }: { shop: string }) {
  return (
    <main>
      <title>{`Checkout — ${shop}`}</title>
      <header className="shop-name">{shop}</header>
      <h1>Checkout</h1>
      <p role="alert">Sorry, an item in your cart is out of stock. Please remove it to go on.</p>
      <a href="/">Back to your cart</a>
    </main>
  );
}

function Checkout({ sku, offer }: { sku: Sku; offer: Offer }) {
  const [form, setForm] = useState(EMPTY_FORM);
  const challenge = useRef<HTMLDivElement>(null);
  const change: ChangeForm = (changes) => setForm((known) => ({ ...known, ...changes }));
  const { quote } = offer;
  const [isAddressRight, setIsAddressRight] = useState(false);
  const [isPayAsked, setIsPayAsked] = useState(false);
  const isTyped = form.line1 !== '' && form.city !== '' && form.state !== '' && form.postalCode.length >= 5;
  const isAddressAsked =
    !isAddressRight &&
    ((quote.addressCheck === 'when_typed' && isTyped) || (quote.addressCheck === 'at_pay' && isPayAsked));
  const totals = addUp(quote, form.shipping, form.state);
  const { numberRef, expiryRef, cvcRef, mounted, isReady } = useCardFields(offer);
  const { pay, isPaying, problem } = usePayment({
    fields: mounted,
    challenge,
    makeForm: (token) => toOrderForm(form, { sku, token, expectedTotal: totals.total }),
  });

  return (
    <main className="checkout">
      <title>{`Checkout — ${quote.shop}`}</title>
      <header className="shop-name">{quote.shop}</header>
      <h1>Checkout</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (quote.addressCheck === 'at_pay' && !isAddressRight) setIsPayAsked(true);
          else pay();
        }}
      >
        <ContactFields form={form} change={change} />
        <AddressFields form={form} change={change} />
        <ShippingChoices choices={quote.shipping} form={form} change={change} />
        <fieldset>
          <legend>Payment</legend>
          <CardholderField form={form} change={change} />
          <div className="field">
            <span className="label">Card number</span>
            <div className="card-field" ref={numberRef} />
          </div>
          <div className="pair">
            <div className="field">
              <span className="label">Expiration date</span>
              <div className="card-field" ref={expiryRef} />
            </div>
            <div className="field">
              <span className="label">Security code</span>
              <div className="card-field" ref={cvcRef} />
            </div>
          </div>
        </fieldset>
        {problem && <p role="alert">{problem}</p>}
        <button type="submit" className="button" disabled={isPaying || !isReady}>
          {isPaying ? 'Processing…' : `Pay ${printUsd(totals.total)}`}
        </button>
      </form>
      <OrderSummary quote={quote} totals={totals} />
      {isAddressAsked && (
        <AddressCheck
          form={form}
          onDecide={() => {
            setIsAddressRight(true);
            if (isPayAsked) pay();
          }}
        />
      )}
      <div className="overlay">
        <div role="dialog" aria-modal="true" aria-label="Bank verification" ref={challenge} />
      </div>
    </main>
  );
}
