import { closestOf, queryIn } from '../dom/own-members.ts';
import { normaliseText } from '../dom/text.ts';
import { QUANTITY } from './line-quantity.ts';

/** What heads of columns call the goods, the price of one and the price of all. */
const GOODS =
  /\b(product|item|title|titre|titel|titulo|titolo|tytul|article|artikel|produkt|produto|producto|prodotto|produit|articulo|artigo|articolo|description|name|beschreibung|designation|urun|proizvod|izdelek|termek|tuote|vara|vare|san pham|produk|barang|προιον)s?\b|商品|品名|상품|товар|продукт|наименование|назва|المنتج|สินค้า|מוצר/;
export const PRICE =
  /\b(price|unit price|preis|prix|precio|preco|prezzo|prijs|cena|pris|hinta|ar|pret|fiyat|birim|gia|harga|τιμη|cost|rate)\b|価格|単価|单价|單價|价格|價格|가격|цена|ціна|السعر|ราคา|מחיר/;
const SUM =
  /\b(sub ?total|total|amount|sum|summe|gesamt|betrag|importe|montant|valor|importo|bedrag|kwota|suma|razem|belopp|belob|osszesen|tutar|toplam|thanh tien|jumlah)\b|小計|小计|金額|金额|合計|合计|금액|합계|сумма|сума|المجموع|الإجمالي|รวม/;

/** Which column of a table holds what; goods, and at least one price. */
export interface LineColumns {
  readonly goods: number;
  readonly sum: number;
}

/** Reads the head of the table that a row stands in; `undefined` of a row elsewhere, the head itself, and other tables. */
export function lineColumnsOf(row: Element): LineColumns | undefined {
  const cells = headOf(row);
  if (!cells) return undefined;
  const goods = cells.findIndex((cell) => GOODS.test(cell));
  const sum = cells.findLastIndex((cell, index) => index !== goods && SUM.test(cell));
  const price = cells.findLastIndex((cell, index) => index !== goods && PRICE.test(cell));
  const paid = sum >= 0 ? sum : price;
  return goods >= 0 && paid >= 0 ? { goods, sum: paid } : undefined;
}

/** In a table whose head has a column for it, how many a row is of. */
export function columnQuantityOf(row: Element): number | undefined {
  const column = headOf(row)?.findIndex((cell) => QUANTITY.test(cell)) ?? -1;
  const shown = column < 0 ? undefined : row.children[column]?.textContent?.trim();
  const [, count] = /^(\d{1,4})\D{0,12}$/.exec(shown ?? '') ?? [];
  return count === undefined ? undefined : Number(count);
}

function headOf(row: Element): string[] | undefined {
  const table = row.nodeName === 'TR' ? closestOf(row, 'table') : null;
  const head = table && queryIn(table, 'tr');
  if (!head || head === row || head.children.length !== row.children.length) return undefined;
  return [...head.children].map(({ textContent }) => normaliseText((textContent ?? '').slice(0, 60)));
}
