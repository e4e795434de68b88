import { makeHostileShop, type HostileShop } from './hostile-shop.ts';

/** Of the extension as it is tested; a page knows that of the store, which is as public. */
const POPUP = 'chrome-extension://hfponmjjmkipacjebljdknggcjanplad/popup.html';

/** What a page may do to an element that a stranger put into it. */
const TRICKS = `
  const tricks = [
    (host) => { host.hidden = true; },
    (host) => { host.inert = true; },
    (host) => { host.dir = 'rtl'; host.lang = 'xx'; },
    (host) => { const copy = host.cloneNode(true); copy.dataset.copy = 'yes'; document.body.append(copy); copy.click(); },
    (host) => { host.style.setProperty('opacity', '0', 'important'); },
    (host) => { const wrap = document.createElement('main'); wrap.style.background = '#fff'; wrap.append(host); document.body.append(wrap); },
    (host) => { host.removeAttribute('popover'); },
    (host) => { host.remove(); },
  ]`;

const RLO = '\u202e';
const NAMES = [
  '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script>',
  `Paid ${RLO}00.1$ latoT`,
  'javascript:globalThis.hit=1 \u001b[2J\u200b',
  `${'Very long '.repeat(1_000)}end`,
];

/** Pages that reach for what the extension draws, or write into it. */
export const surfaceShops: readonly HostileShop[] = [
  makeHostileShop(
    {
      key: 'a5-banner',
      threat: 'A5',
      what: 'hides, moves, copies, presses and removes the banner',
      ending: 'receipt',
    },
    {
      script: () => `${TRICKS};
  let turn = 0;
  setInterval(() => {
    for (const host of document.querySelectorAll('[popover]:not([data-copy])')) {
      for (const button of host.shadowRoot?.querySelectorAll('button') ?? []) button.click();
      host.click();
      tricks[turn++ % tricks.length](host);
    }
  }, 40)`,
    },
  ),
  makeHostileShop(
    { key: 'a9-embedded', threat: 'A9', what: 'embeds the popup', ending: 'receipt' },
    {
      first: () => `<iframe src="${POPUP}" title="popup" width="400" height="300"></iframe>`,
    },
  ),
  makeHostileShop(
    {
      key: 'a11-names',
      threat: 'A11',
      what: 'goods and a title that are markup, orders to terminals, reversed or endless',
      ending: 'asked',
      asks: true,
    },
    {
      script: () => `
  const names = ${JSON.stringify(NAMES).replaceAll('</', '<\\/')};
  document.title = names[0] + names[1];
  document.querySelectorAll('.cart-item').forEach((row, index) => {
    row.querySelector('td').textContent = names[index % 2 * 3] + names[1] + names[2];
  })`,
    },
  ),
];
