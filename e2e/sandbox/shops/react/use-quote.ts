import { useEffect, useState } from 'react';
import type { Quote, Sku } from '../catalog.ts';

export interface Offer {
  quote: Quote;
  publicKey: string;
  pspScript: string;
}

/** Loads the quote and keeps it at the shop's current price. */
export function useQuote(sku: Sku): Offer | undefined {
  const [offer, setOffer] = useState<Offer>();

  useEffect(() => {
    const stop = new AbortController();
    fetch(`/api/quote?sku=${sku}`, { signal: stop.signal })
      .then(async (reply) => setOffer((await reply.json()) as Offer))
      .catch(() => undefined);
    return () => stop.abort();
  }, [sku]);

  useEffect(() => {
    const live = new EventSource(`/api/quote/live?sku=${sku}`);
    live.addEventListener('quote', (event: MessageEvent<string>) => {
      const quote = JSON.parse(event.data) as Quote;
      setOffer((known) => known && { ...known, quote });
    });
    return () => live.close();
  }, [sku]);

  return offer;
}

const SKUS: Readonly<Record<Sku, true>> = {
  basket: true,
  small: true,
  'domain-shop': true,
  'domain-dev': true,
};

/** Reads which goods a page is about from its address. */
export function skuOf(search: string): Sku {
  const asked = new URLSearchParams(search).get('sku') ?? '';
  return Object.hasOwn(SKUS, asked) ? (asked as Sku) : 'basket';
}
