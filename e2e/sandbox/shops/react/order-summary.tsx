import type { Quote, Totals } from '../catalog.ts';
import { printUsd } from '../totals.ts';

/** What is bought and what it costs. */
export function OrderSummary({ quote, totals }: { quote: Quote; totals: Totals }) {
  return (
    <aside aria-labelledby="summary-heading">
      <h2 id="summary-heading">Order summary</h2>
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
      <dl>
        <div className="row">
          <dt>Subtotal</dt>
          <dd>{printUsd(totals.subtotal)}</dd>
        </div>
        <div className="row">
          <dt>Shipping</dt>
          <dd>{printUsd(totals.shipping)}</dd>
        </div>
        <div className="row">
          <dt>Tax</dt>
          <dd>{printUsd(totals.tax)}</dd>
        </div>
        <div className="row total">
          <dt>Total</dt>
          <dd>{printUsd(totals.total)} USD</dd>
        </div>
      </dl>
    </aside>
  );
}
