import { z } from 'zod';
import type { ShopKey } from '../psp/merchants.ts';
import { seededChoice, seededInteger } from '../world/seeded.ts';
import type { SandboxOptions } from '../world/options.ts';

export const Sku = z.enum(['basket', 'small', 'domain-shop', 'domain-dev']);
export type Sku = z.infer<typeof Sku>;

interface QuoteLine {
  name: string;
  quantity: number;
  /** Minor units for all pieces of the line. */
  amount: number;
}

export interface ShippingChoice {
  id: 'standard' | 'express';
  label: string;
  amount: number;
}

/** What the checkout page needs to show and add up; all amounts in minor units of USD. */
export interface Quote {
  shop: string;
  sku: Sku;
  currency: 'USD';
  lines: QuoteLine[];
  shipping: ShippingChoice[];
  /** Tax on the goods in basis points, by state; `*` is for all others. */
  taxRates: Record<string, number>;
  /** How many codes the buyer types before the checkout shows. */
  codes: number;
  isSoldOut: boolean;
  addressCheck: SandboxOptions['addressCheck'];
}

export interface Totals {
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
}

const NAMES: Record<ShopKey, [string, ...string[]]> = {
  shop: ['Northwind Paper', 'Alder & Ink', 'Tidewater Goods', 'Fern Street Supply'],
  other: ['Volt Corner', 'Copper Wire Outlet', 'Brightside Gadgets', 'Static & Sons'],
};
const GOODS: [string, ...string[]] = ['Cork notebook', 'Linen notebook', 'Desk calendar', 'Sketch pad'];
const EXTRAS: [string, ...string[]] = ['Gel pens', 'Brass clips', 'Index cards', 'Graphite pencils'];
const SMALL_GOODS: [string, ...string[]] = ['Sticker sheet', 'Postcard set', 'Bookmark', 'Eraser pair'];

/** Gives a shop's name. */
export function shopName(seed: number, shop: ShopKey): string {
  return seededChoice(seed, `shop-name-${shop}`, NAMES[shop]);
}

type DomainSku = Extract<Sku, `domain-${string}`>;
const isDomain = (sku: Sku): sku is DomainSku => sku.startsWith('domain-');

/** A name to register for a year, as a registrar sells it. */
function domainOf(seed: number, sku: DomainSku): { name: string; amount: number } {
  const word = seededChoice(seed, 'domain-word', ['fernpost', 'inkharbour', 'tidemark', 'papercove']);
  const ending = sku.slice('domain-'.length);
  return {
    name: `${word}.${ending}, 1 year`,
    amount: seededInteger(seed, `domain-price-${ending}`, 900, 1_400),
  };
}

function linesOf(seed: number, shop: ShopKey, sku: Sku): QuoteLine[] {
  if (isDomain(sku)) {
    const { name, amount } = domainOf(seed, sku);
    return [{ name, quantity: 1, amount }];
  }
  const of = (label: string, low: number, high: number) => seededInteger(seed, `${shop}-${label}`, low, high);
  if (sku === 'small')
    return [
      {
        name: seededChoice(seed, `${shop}-small`, SMALL_GOODS),
        quantity: 1,
        amount: of('small-price', 250, 450),
      },
    ];
  return [
    { name: seededChoice(seed, `${shop}-good`, GOODS), quantity: 1, amount: of('good-price', 600, 900) },
    {
      name: seededChoice(seed, `${shop}-extra`, EXTRAS),
      quantity: 2,
      amount: 2 * of('extra-price', 105, 225),
    },
  ];
}

/**
 * Makes a quote. For every seed the basket's total with standard shipping lies between 10 and 18 dollars and the small
 * one's between 4 and 8, so that two baskets and a small one fit into 50. A raised price sits on shipping, which is
 * not taxed: the total then moves by exactly that much.
 */
export function makeQuote(
  seed: number,
  shop: ShopKey,
  sku: Sku,
  options: Pick<SandboxOptions, 'taxByState'> &
    Partial<Pick<SandboxOptions, 'codesBeforeCheckout' | 'stock' | 'addressCheck'>>,
  raisedBy: number,
): Quote {
  const asked = {
    codes: options.codesBeforeCheckout ?? 0,
    isSoldOut: options.stock === 'sold_out',
    addressCheck: options.addressCheck ?? 'none',
  };
  if (isDomain(sku)) {
    // Nothing is sent and nothing is taxed: what the line says is what is paid.
    return {
      shop: shopName(seed, shop),
      sku,
      currency: 'USD',
      lines: linesOf(seed, shop, sku),
      shipping: [{ id: 'standard', label: 'Registered at once', amount: raisedBy }],
      taxRates: { '*': 0 },
      ...asked,
    };
  }
  const standard = seededInteger(seed, `${shop}-standard`, 195, 295);
  const rate = seededInteger(seed, `${shop}-tax`, 400, 900);
  const shipping: ShippingChoice[] = [
    { id: 'standard', label: 'Standard (3–5 days)', amount: standard + raisedBy },
    { id: 'express', label: 'Express (next day)', amount: standard + 300 + raisedBy },
  ];
  return {
    shop: shopName(seed, shop),
    sku,
    currency: 'USD',
    lines: linesOf(seed, shop, sku),
    shipping: seededInteger(seed, `${shop}-shipping-order`, 0, 1) === 1 ? shipping.reverse() : shipping,
    taxRates: options.taxByState ? { '*': 0, CA: 725, NY: 888, TX: 625, WA: 650 } : { '*': rate },
    ...asked,
  };
}
