import { postOrder } from './post-order.ts';

export type TextField = readonly [name: string, label: string, token: string, maxLength?: number];

export const BUYER: readonly TextField[] = [
  ['email', 'E-mail', 'email'],
  ['name', 'Full name', 'name'],
  ['line1', 'Street address', 'address-line1'],
  ['city', 'City', 'address-level2'],
  ['state', 'State', 'address-level1'],
  ['zip', 'ZIP code', 'postal-code'],
  ['cardName', 'Name on card', 'cc-name'],
];

/** Builds a plain form; `collect` gives what is posted besides the fields' own values. */
export function buildForm(
  fields: readonly TextField[],
  collect: (inputs: Record<string, HTMLInputElement>) => Record<string, string> = () => ({}),
): Record<string, HTMLInputElement> {
  const form = document.createElement('form');
  form.noValidate = true;
  const inputs: Record<string, HTMLInputElement> = {};
  for (const [name, text, token, maxLength] of fields) {
    const label = document.createElement('label');
    label.htmlFor = name;
    label.textContent = text;
    const input = document.createElement('input');
    input.id = name;
    input.name = name;
    if (token !== '') input.setAttribute('autocomplete', token);
    if (maxLength !== undefined) input.maxLength = maxLength;
    inputs[name] = input;
    form.append(label, input);
  }
  const problem = document.createElement('p');
  problem.setAttribute('role', 'alert');
  const pay = document.createElement('button');
  pay.textContent = 'Pay now';
  form.append(problem, pay);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const own = Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]));
    postOrder({ ...own, ...collect(inputs) }, (text) => (problem.textContent = text)).catch(() => undefined);
  });
  document.getElementById('app')?.append(form);
  return inputs;
}
