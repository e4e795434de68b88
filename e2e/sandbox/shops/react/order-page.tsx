import { useEffect, useState } from 'react';
import { printUsd } from '../totals.ts';

interface PlacedOrder {
  ref: string;
  total: number;
  email: string;
}

/** The confirmation page. */
export function OrderPage({ orderRef }: { orderRef: string }) {
  const [order, setOrder] = useState<PlacedOrder | 'unknown'>();

  useEffect(() => {
    const stop = new AbortController();
    fetch(`/api/orders/${orderRef}`, { signal: stop.signal })
      .then(async (reply) => setOrder(reply.ok ? ((await reply.json()) as PlacedOrder) : 'unknown'))
      .catch(() => undefined);
    return () => stop.abort();
  }, [orderRef]);

  if (!order) return <main aria-busy="true">Loading…</main>;
  if (order === 'unknown')
    return (
      <main>
        <h1>Order not found</h1>
      </main>
    );
  return (
    <main>
      <title>{`Order ${order.ref} confirmed`}</title>
      <h1>Thank you for your order</h1>
      <p>
        Thank you, your order <strong>{order.ref}</strong> is confirmed.
      </p>
      <p>A receipt is on its way to {order.email}.</p>
      <p className="row">
        <span>Order total</span>
        <strong>{printUsd(order.total)} USD</strong>
      </p>
    </main>
  );
}

/** A page that says neither yes nor no. */
export function ProcessingPage() {
  return (
    <main>
      <title>One moment</title>
      <h1>We are looking into it</h1>
      <p>We will get back to you by e-mail. You may close this page.</p>
    </main>
  );
}
