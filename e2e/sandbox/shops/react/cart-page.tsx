import { Link, useSearch } from 'wouter';
import { printUsd } from '../totals.ts';
import { skuOf, useQuote } from './use-quote.ts';

/** The cart: what is in it, and the way to the checkout. */
export function CartPage() {
  const sku = skuOf(useSearch());
  const offer = useQuote(sku);
  if (!offer) return <main aria-busy="true">Loading…</main>;
  const { quote } = offer;
  const subtotal = quote.lines.reduce((sum, line) => sum + line.amount, 0);
  return (
    <main>
      <title>{`Your cart — ${quote.shop}`}</title>
      <header className="shop-name">{quote.shop}</header>
      <h1>Your cart</h1>
      <ul className="lines">
        {quote.lines.map((line) => (
          <li key={line.name}>
            <span>
              {line.name} × {line.quantity}
            </span>
            <span>{printUsd(line.amount)}</span>
          </li>
        ))}
      </ul>
      <p className="row">
        <span>Subtotal</span>
        <strong>{printUsd(subtotal)}</strong>
      </p>
      <p>Shipping and taxes are calculated at checkout.</p>
      <Link className="button" href={sku === 'small' ? '/checkout?sku=small' : '/checkout'}>
        Check out
      </Link>
    </main>
  );
}
