import { makeHostileShop, onTyping, renderFramedCard } from './hostile-shop.ts';

const SIZE = 'width:100%;height:320px;border:0';
/** The same fields as text, for documents without an address. */
const FIELDS = [
  ['cc-number', 'Card number'],
  ['cc-exp', 'Expiry date'],
  ['cc-csc', 'Security code'],
]
  .map(([token, label]) => `<p><label>${label} <input name="${token}" autocomplete="${token}"></label></p>`)
  .join('');

/** Card fields in frames that are not the shop's own, or that nobody sees. */
export const frameShops = [
  makeHostileShop(
    {
      key: 'c2-stranger',
      threat: 'C2',
      what: 'card fields in a frame of another site',
      ending: 'wall unsupported_widget',
    },
    {
      card: () => '',
      inside: ({ world }) =>
        `<iframe style="${SIZE}" src="${world.addresses().shopAt('thief')}/frame"></iframe>`,
    },
  ),
  makeHostileShop(
    { key: 'c2-speck', threat: 'C2', what: 'a second card form in a frame of one pixel', ending: 'receipt' },
    {
      inside: () => '<iframe style="width:1px;height:1px;border:0" src="/frame"></iframe>',
      routes: (app) => app.get('/frame', (c) => c.html(renderFramedCard())),
    },
  ),
  makeHostileShop(
    {
      key: 'c2-faded',
      threat: 'C2',
      what: 'the only card form is in a frame that is faded out',
      ending: 'wall unsupported_widget',
    },
    {
      card: () => '',
      inside: () => `<iframe style="${SIZE};opacity:.01" src="/frame"></iframe>`,
      routes: (app) => app.get('/frame', (c) => c.html(renderFramedCard())),
    },
  ),
  makeHostileShop(
    {
      key: 'c3-sandboxed',
      threat: 'C3',
      what: "a sandboxed frame with the shop's own address",
      ending: 'wall unsupported_widget',
    },
    {
      card: () => '',
      inside: () => `<iframe style="${SIZE}" sandbox="allow-scripts allow-forms" src="/frame"></iframe>`,
      routes: (app) => app.get('/frame', (c) => c.html(renderFramedCard())),
    },
  ),
  makeHostileShop(
    {
      key: 'c4-srcdoc',
      threat: 'C4',
      what: 'card fields in a frame without an address',
      ending: 'wall unsupported_widget',
    },
    { card: () => '', inside: () => `<iframe style="${SIZE}" srcdoc='${FIELDS}'></iframe>` },
  ),
  makeHostileShop(
    {
      key: 'c4-blob',
      threat: 'C4',
      what: 'card fields in a frame of a blob',
      ending: 'wall unsupported_widget',
    },
    {
      card: () => '',
      inside: () => `<iframe id="made" style="${SIZE}"></iframe>`,
      script: () =>
        `by('made').src = URL.createObjectURL(new Blob([${JSON.stringify(FIELDS)}], { type: 'text/html' }))`,
    },
  ),
  makeHostileShop(
    {
      key: 'c5-leaves',
      threat: 'C5',
      what: 'the frame goes to another site while it is typed into',
      ending: 'wall unsupported_widget',
    },
    {
      card: () => '',
      inside: () => `<iframe style="${SIZE}" src="/frame"></iframe>`,
      routes: (app, { world }) =>
        app.get('/frame', (c) =>
          c.html(
            renderFramedCard(
              `const by = (id) => document.getElementById(id);
               ${onTyping('cardName', `location = '${world.addresses().shopAt('thief')}/frame'`)}`,
            ),
          ),
        ),
    },
  ),
];
