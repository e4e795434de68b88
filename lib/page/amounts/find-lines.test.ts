// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPageEngine } from '../page-engine.ts';

/** happy-dom lays nothing out. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 200, 30));
});
afterEach(() => void vi.restoreAllMocks());

/** The goods of a page as `title ×quantity minor units`. */
async function linesOf(html: string): Promise<string[]> {
  document.documentElement.lang = 'en-US';
  document.body.innerHTML = html;
  const engine = createPageEngine(document);
  const { lines } = await engine.read();
  engine.dispose();
  return lines.map(({ title, quantity, amount }) => `${title} ×${quantity} ${amount?.minor ?? '-'}`);
}

const MUG_AND_TEA = ['Mug ×2 1998', 'Green tea ×1 450'];
const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;

describe('[A32] goods', () => {
  it.each([
    [
      'in boxes that are made alike',
      '<div><div class="x7"><p>Mug</p><p>Qty: 2</p><b>$19.98</b></div><div class="x7"><p>Green tea</p><p>Qty: 1</p><b>$4.50</b></div></div>',
    ],
    [
      'under a head that stands over two columns',
      `<table><tr><th colspan="2">Article</th><th>Qty</th><th>Price</th></tr>${cells('<img alt="">', 'Mug', '2', '$19.98')}${cells('<img alt="">', 'Green tea', '1', '$4.50')}<tr><td colspan="3">Voucher of Green tea</td><td>-$1.00</td></tr><tr><td colspan="3">Total</td><td>$23.48</td></tr></table>`,
    ],
    [
      'in cells that say what they hold, one by one',
      `<table><tr><th>x</th></tr>${[
        ['Mug', '2', '$19.98'],
        ['Green tea', '1', '$4.50'],
      ]
        .map(
          ([name, count, sum]) =>
            `<tr><td data-title="Product">${name}</td><td data-title="Quantity"><i></i><span>${count}</span></td><td data-title="Subtotal">${sum}</td></tr>`,
        )
        .join('')}</table>`,
    ],
    [
      'with their number and price in one line',
      '<div><div class="x7"><p>Mug</p><p>2 pcs 19.98 $</p></div><div class="x7"><p>Green tea</p><p>1 pcs 4.50 $</p></div></div>',
    ],
    [
      'beside what is a sum and no goods',
      '<div><div class="x7"><p>Mug</p><p>Qty: 2</p><b>$19.98</b></div><div class="x7"><p>Green tea</p><p>Qty: 1</p><b>$4.50</b></div><div class="x7"><p>Amount</p><b>$24.48</b></div><div class="x7"><p>Total per month</p><b>$24.48</b></div></div>',
    ],
    [
      'in boxes that are counted',
      '<div><div id="row0"><div id="info">Mug</div><div id="how"><input type="number" value="2"></div><div id="sum">$19.98</div></div><div id="row1"><div id="info">Green tea</div><div id="how"><input type="number" value="1"></div><div id="sum">$4.50</div></div></div>',
    ],
    [
      'beside their buttons',
      '<div><div class="x7"><img alt=""><h4>Mug</h4><button type="submit">Remove</button><input role="spinbutton" value="2"><span>$19.98</span></div><div class="x7"><img alt=""><h4>Green tea</h4><button type="submit">Remove</button><input role="spinbutton" value="1"><span>$4.50</span></div></div>',
    ],
    [
      'with their number between two buttons',
      '<ul><li><h4>Mug</h4> <b>$9.99</b> <button>−</button><span>2</span><button>+</button> <b>$19.98</b></li><li><h4>Green tea</h4> <button><svg></svg></button><span>1</span><button><svg></svg></button> <b>$4.50</b></li></ul>',
    ],
    [
      'with their number between two signs',
      '<ul><li><h4>Mug</h4> <i>-</i><span><b>2</b> <em>pcs</em></span><i>+</i> <b>$19.98</b></li><li><h4>Green tea</h4> <i>-</i><span><b>1</b> <em>pcs</em></span><i>+</i> <b>$4.50</b></li></ul>',
    ],
    [
      'with the box for their number beside them',
      '<div><div><input type="number" value="2"><div class="r"><h4>Mug</h4><p>$19.98</p></div></div><div><input type="number" value="1"><div class="r"><h4>Green tea</h4><p>$4.50</p></div></div></div>',
    ],
    [
      'with their number behind',
      '<ul><li>Mug × 2 <b>$19.98</b></li><li>Green tea × 1 <b>$4.50</b></li></ul>',
    ],
    [
      'each with a total of its own',
      '<div><div class="r"><i>Mug</i> <b>2x</b><div>Total: $19.98</div></div><div class="r"><i>Green tea</i> <b>1x</b><div>Total: $4.50</div></div></div><p>Total: $24.48</p>',
    ],
    [
      'under the heads of columns, where a bare number is a price',
      `<p>Total $24.48</p><table>${cells('Product', 'Quantity', 'Price', 'Amount')}${cells('Mug', '2', '9.99', '19.98')}${cells('Green tea', '1 pc', '4.5', '4.5')}</table>`,
    ],
    [
      'and not offers beside them',
      '<ul class="cart"><li>Mug × 2 <b>$19.98</b></li><li>Green tea × 1 <b>$4.50</b></li></ul><p>Subtotal $24.48</p><ul><li>Spoon <b>$3.00</b></li><li>Saucer <b>$6.00</b></li></ul>',
    ],
    [
      'and not what may still be added',
      '<ul><li>Mug × 2 <b>$19.98</b></li><li>Green tea × 1 <b>$4.50</b></li></ul><div><div class="c"><h5>Spoon</h5><p>$3.00</p><button>Add to cart</button></div><div class="c"><h5>Saucer</h5><p>$6.00</p><button>Add to cart</button></div></div>',
    ],
  ])('are found %s', async (_, html) => {
    expect(await linesOf(html)).toEqual(MUG_AND_TEA);
  });

  it('are listed without amounts where nobody knows whose dollars they cost', async () => {
    const html = '<ul><li>Mug × 2 <b>$19.98</b></li><li>Green tea × 1 <b>$4.50</b></li></ul>';
    expect(await linesOf(html)).toEqual(MUG_AND_TEA);
    document.documentElement.lang = 'en';
    const engine = createPageEngine(document);
    const { lines } = await engine.read();
    engine.dispose();
    expect(lines.map(({ title, amount }) => [title, amount])).toEqual([['Mug', null], ['Green tea', null]]); // prettier-ignore
  });

  it('cost what is shown for all of them, else for one', async () => {
    expect(await linesOf('<ul><li>Mug <i>$9.99 x 2</i></li><li>Tea <i>$4.50 x 1</i></li></ul>')).toEqual([
      'Mug ×2 999',
      'Tea ×1 450',
    ]);
    expect(await linesOf('<ul><li>Mug <i>$9.99 x 2</i> <b>$19.98</b></li></ul>')).toEqual(['Mug ×2 1998']);
  });

  it('keep a price that is part of their name', async () => {
    expect(await linesOf(`<table>${cells('Top-up $50', '$50.00')}</table>`)).toEqual(['Top-up $50 ×1 5000']);
  });

  it('are none of the rows of a summary', async () => {
    expect(
      await linesOf(
        '<div><p class="r">Subtotal $24.48</p><p class="r">Shipping $5.00</p><p class="r">Total $29.48</p></div>',
      ),
    ).toEqual([]);
  });
});
