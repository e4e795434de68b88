import { postOrder } from './post-order.ts';

const FIELDS = [
  ['email', 'E-mail', 'email'],
  ['name', 'Full name', 'name'],
  ['line1', 'Street address', 'address-line1'],
  ['city', 'City', 'address-level2'],
  ['state', 'State', 'address-level1'],
  ['zip', 'ZIP code', 'postal-code'],
  ['cardName', 'Name on card', 'cc-name'],
  ['cardNumber', 'Card number', 'cc-number'],
  ['expiry', 'Expiry (MM/YY)', 'cc-exp'],
  ['cvc', 'Security code', 'cc-csc'],
] as const;

const values: Record<string, string> = {};

/** One labelled input in a closed root of its own. */
class ShopField extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'closed' });
    const [name = '', text = '', token = ''] = (this.dataset.field ?? '').split('|');
    const label = document.createElement('label');
    label.textContent = text;
    label.htmlFor = 'input';
    const input = document.createElement('input');
    input.id = 'input';
    input.autocomplete = token as AutoFill;
    input.style.cssText = 'display:block;font:inherit;padding:6px;width:100%';
    input.addEventListener('input', () => {
      values[name] = input.value;
    });
    root.append(label, input);
  }
}

/** The whole form, in a closed root. */
class ShopCheckout extends HTMLElement {
  connectedCallback(): void {
    const root = this.attachShadow({ mode: 'closed' });
    const problem = document.createElement('p');
    problem.setAttribute('role', 'alert');
    const pay = document.createElement('button');
    pay.textContent = 'Pay now';
    pay.addEventListener('click', () => {
      postOrder(values, (text) => (problem.textContent = text)).catch(() => undefined);
    });
    for (const field of FIELDS) {
      const element = document.createElement('shop-field');
      element.dataset.field = field.join('|');
      root.append(element);
    }
    root.append(problem, pay);
  }
}

customElements.define('shop-field', ShopField);
customElements.define('shop-checkout', ShopCheckout);
