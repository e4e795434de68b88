import type { ZooShop } from './desk.ts';
import { openScriptShop } from './script-shop.ts';

const REQUIRED = ['email', 'name', 'line1', 'city', 'state', 'zip', 'cardName'];

const scripted = (key: string, name: string, what: string, required: readonly string[]): ZooShop => ({
  key,
  name,
  what,
  ending: 'receipt',
  open: openScriptShop({
    bundle: `zoo-${key}.js`,
    body: '<h1>Checkout</h1><div id="app"></div>',
    required,
  }),
});

/** Every field sits in a closed shadow root inside another: no selector of the document sees any of them. */
export const shadowShop: ZooShop = {
  ...scripted('shadow', 'Closed Root Ceramics', 'web components with closed shadow roots', REQUIRED),
  open: openScriptShop({
    bundle: 'zoo-shadow.js',
    body: '<h1>Checkout</h1><shop-checkout></shop-checkout>',
    required: REQUIRED,
  }),
};

/** Country, region and the phone's country are drop-downs of its own; regions load after the country is known. */
export const vueShop = scripted('vue', 'Reactive Rugs', 'Vue with its own selects, regions that load later', [
  ...REQUIRED,
  'country',
  'phoneCountry',
  'phone',
]);

/** Fields of react-payment-inputs, controlled by React. */
export const reactInputsShop = scripted('react-inputs', 'Masked Ball', 'react-payment-inputs', REQUIRED);

/** Text fields and selects of MUI. */
export const muiShop = scripted('mui', 'Material Goods', 'MUI text fields and selects', REQUIRED);

/** A mask that rewrites the field on every input, as cleave.js does. */
export const cleaveShop = scripted('cleave', 'Cleaver & Co', 'masks of cleave-zen', REQUIRED);

/** A mask that owns the field's value and puts its own back. */
export const imaskShop = scripted(
  'imask',
  'Second Mask',
  'masks of IMask over four boxes for the number',
  REQUIRED,
);
