import type { PageEngine } from '../../lib/page/page-engine.ts';
import { expect, test } from '../fixtures/engine-page.ts';

/** A checkout that calls a picture and a control of each of its forms the same. */
function called(name: string): string {
  const hiding = `<input type="hidden" name="${name}" value="2">`;
  const item = (goods: string, price: string): string =>
    `<form class="cart-item">${hiding}<h4>${goods}</h4><b>${price} EUR</b></form>`;
  const step = (className: string, words: string): string =>
    `<form class="${className}">${hiding}<i>${words}</i></form>`;
  return `<title>Shop</title><img name="${name}" alt=""><div class="steps">${step('step', '1 Cart')}${step('step active', '2 Payment')}</div>
    ${item('Mug', '12.00')}${item('Cup', '8.00')}
    <form class="donation">${hiding}<label><input type="checkbox"> Give 1.00 EUR to the museum</label><button>Give</button></form>
    <div><form>${hiding}Voucher</form><input name="voucher"></div>
    <form class="checkout" action="/pay" method="post">${hiding}Total: 20.00 €<label>Card number<input name="number"></label><label>Expiry<input name="exp" placeholder="MM/YY"></label><label>CVC<input name="cvc"></label><label><input type="checkbox"> Send me news</label><button>Pay now</button></form>`;
}

/** Looks, fills, marks and presses, and gives what came of it. */
async function lookAndAct() {
  const { countersignEngine: engine } = globalThis as unknown as { countersignEngine: PageEngine };
  const reading = await engine.read();
  const { title, isLoading, total, lines, step, submit, formAction, consents, evidence } = reading;
  const values = { 'cc-number': '4111111111111111', 'cc-exp': '12/30', 'cc-csc': '123' } as const;
  const wanted = reading.fields.flatMap(({ ref, token }) =>
    token === 'cc-number' || token === 'cc-exp' || token === 'cc-csc'
      ? [{ ref, token, value: values[token], alternatives: [] }]
      : [],
  );
  const filled = await engine.fill(wanted);
  engine.showHolder({ holder: 'agent' });
  const masked = engine.cardGeometry().length;
  addEventListener('submit', (event) => event.preventDefault(), true);
  const pressed = engine.press(submit!).outcome;
  const { cleared } = engine.clear();
  engine.dispose();
  const tokens = reading.fields.map(({ token, section, decoy }) => [token, section, decoy]);
  const page = { title, isLoading, tokens, total, lines, step, pays: submit?.label, formAction };
  return { ...page, consents: consents.length, evidence, filled, masked, pressed, cleared };
}

test('[A35] whatever a page calls its pictures and controls, it is read, filled, marked and pressed like any other', async ({
  engine,
}) => {
  test.setTimeout(180_000);
  const comesOf = async (name: string) => {
    await engine.show(called(name));
    return engine.page.evaluate(lookAndAct);
  };
  const expected = await comesOf('pieces');
  expect(expected).toMatchObject({
    title: 'Shop',
    isLoading: false,
    lines: [{ title: 'Mug' }, { title: 'Cup' }],
    step: { current: 2 },
    total: { status: 'read' },
    pays: 'Pay now',
    masked: 3,
    pressed: 'pressed',
    cleared: 3,
  });
  const names = await engine.page.evaluate(() =>
    [Node, Element, HTMLElement, HTMLFormElement, Document]
      .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
      .filter((name) => !/^(on|aria|[A-Z])/.test(name)),
  );
  expect(names).toEqual(expect.arrayContaining(['parentElement', 'querySelectorAll', 'body']));
  for (const name of names) expect(await comesOf(name), name).toEqual(expected);
});

test('[A35] goods and total are read where a form asks for children, which is then what its `children` are', async ({
  engine,
}) => {
  await engine.show(
    `<form class="steps"><input name="children" value="2"><b class="step active">Room</b><p class="r">Room 20.00 EUR</p><p class="r">Tea 3.00 EUR</p><p>Total 23.00 EUR</p></form>`,
  );
  const { lines, total } = await engine.read();
  expect(lines.map(({ title }) => title)).toEqual(['Room', 'Tea']);
  expect(total).toMatchObject({ status: 'read', amount: { minor: 2_300n } });
});

test('[A39] a form that sends the browser to the bank is told, also where one of its fields is called target', async ({
  engine,
}) => {
  await engine.show(
    '<form action="/acs" method="post"><input type="hidden" name="creq" value="x"><input type="hidden" name="target" value="y"></form>',
  );
  const { evidence } = await engine.read();
  expect(evidence.signals.map(({ name }) => name)).toContain('3ds_redirect');
});
