import { attributeOf, closestOf, queryIn, textContentOf } from '../dom/own-members.ts';
import { normaliseText } from '../dom/text.ts';
import { childrenOf } from '../dom/walk.ts';
import { QUANTITY } from './line-quantity.ts';

/** What heads of columns call the goods, the price of one and the price of all. */
const GOODS =
  /\b(product|item|title|titre|titel|titulo|titolo|tytul|article|artikel|produkt|produto|producto|prodotto|produit|articulo|artigo|articolo|description|name|beschreibung|designation|urun|proizvod|izdelek|termek|tuote|vara|vare|san pham|produk|barang|προιον)s?\b|商品|品名|상품|товар|продукт|наименование|назва|المنتج|สินค้า|מוצר/;
export const PRICE =
  /\b(price|unit price|preis|prix|precio|preco|prezzo|prijs|cena|pris|hinta|ar|pret|fiyat|birim|gia|harga|τιμη|cost|rate)\b|価格|単価|单价|單價|价格|價格|가격|цена|ціна|السعر|ราคา|מחיר/;
const SUM =
  /\b(sub ?total|total|amount|sum|summe|gesamt|betrag|importe|montant|valor|importo|bedrag|kwota|suma|razem|belopp|belob|osszesen|tutar|toplam|thanh tien|tam tinh|jumlah)\b|小計|小计|金額|金额|合計|合计|금액|합계|сумма|сума|المجموع|الإجمالي|รวม/;

/** The cells of a row in a table that hold the goods and what all of them cost. */
export interface LineCells {
  readonly goods: Element;
  readonly sum: Element;
}

/** A column of a row: what its head calls it, and the cell that stands there. */
interface Column {
  readonly name: string;
  readonly cell: Element;
}

const WIDEST_CELL = 20;

/** Finds goods and price of a row by the names of its columns; `undefined` of a row elsewhere, the head itself, and other tables. */
export function lineCellsOf(row: Element): LineCells | undefined {
  const columns = columnsOf(row);
  const named = columns.filter(({ name }) => GOODS.test(name)).map(({ cell }) => cell);
  // A head may stand over a picture and the name beside it.
  const goods = named.find((cell) => /\p{L}{2}/u.test(textContentOf(cell) ?? ''));
  const others = columns.filter(({ name }) => !GOODS.test(name));
  const sum =
    others.findLast(({ name }) => SUM.test(name)) ?? others.findLast(({ name }) => PRICE.test(name));
  // What reaches over the columns of numbers is the name of a sum.
  const isOfGoods = others.every(({ name, cell }) => cell !== goods || !/\p{L}/u.test(name));
  return goods && sum && isOfGoods ? { goods, sum: sum.cell } : undefined;
}

/** In a table with a column for it, how many a row is of. */
export function columnQuantityOf(row: Element): number | undefined {
  const column = columnsOf(row).find(({ name }) => QUANTITY.test(name));
  const shown = column && textContentOf(column.cell)?.trim();
  const [, count] = /^(\d{1,4})\D{0,12}$/.exec(shown ?? '') ?? [];
  return count === undefined ? undefined : Number(count);
}

/** Gives the columns of a row by the head of its table, or by what narrow layouts write before each cell. */
function columnsOf(row: Element): readonly Column[] {
  const table = row.nodeName === 'TR' ? closestOf(row, 'table') : null;
  const head = table && queryIn(table, 'tr');
  if (!head || head === row) return [];
  const [heads, cells] = [spreadOf(head), spreadOf(row)];
  const isAligned = heads.length === cells.length;
  return cells.map((cell, index) => {
    const said =
      attributeOf(cell, 'data-title') ?? attributeOf(cell, 'data-label') ?? attributeOf(cell, 'data-th');
    const name = said ?? (isAligned ? textContentOf(heads[index]!) : '');
    return { name: normaliseText((name ?? '').slice(0, 60)), cell };
  });
}

/** Gives the cells of a row, each as often as it has columns. */
function spreadOf(row: Element): Element[] {
  return childrenOf(row).flatMap((cell) => {
    const columns = Number(attributeOf(cell, 'colspan') ?? 1);
    return Array.from({ length: columns >= 1 && columns <= WIDEST_CELL ? columns : 1 }, () => cell);
  });
}
