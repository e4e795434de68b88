import { html, raw } from 'hono/html';
import { HOSTILE_SHOPS } from '../shops/hostile/hostile-shops.ts';
import type { ZooShop } from '../shops/zoo/desk.ts';
import { ZOO_SHOPS } from '../shops/zoo/zoo-shops.ts';
import { renderPage } from '../world/html.ts';
import type { Addresses } from '../world/world.ts';
import { SCENARIOS } from './scenarios.ts';

const STYLE = `
body { display: grid; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); gap: 0 2rem; max-width: 84rem; margin: 0 auto; }
header, nav { grid-column: 1 / -1; }
h1 { margin-bottom: .25rem; } h2 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p { margin: .25rem 0; color: #4d5866; }
nav { display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem 0 1rem; border-bottom: 1px solid #d5dbe3; }
nav button { background: #fff; color: #1b1f24; border-color: #b6bec9; font-size: .875rem; padding: .35rem .7rem; }
nav button[aria-pressed=true] { background: #1f5fbf; border-color: #1f5fbf; color: #fff; }
nav .reset { margin-inline-start: auto; border-color: #b42318; color: #b42318; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
td, th { text-align: start; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #e8ecf1; vertical-align: top; }
th { color: #4d5866; font-weight: 500; }
td:first-child { white-space: nowrap; } td:last-child { color: #4d5866; }
aside { position: sticky; top: 0; align-self: start; max-height: 100vh; display: flex; flex-direction: column; }
ol { list-style: none; margin: 0; padding: 0; overflow: auto; font: 13px/1.5 ui-monospace, monospace; }
ol li { padding: .2rem 0; border-bottom: 1px solid #e8ecf1; overflow-wrap: anywhere; }
ol b { font-weight: 600; } ol time { color: #6b7685; }
@media (max-width: 60rem) { body { display: block; } }
`;

const SCRIPT = `
const list = document.querySelector('ol');
const send = (path, body) => fetch(path, { method: 'POST', headers: { 'X-Sandbox': 'front' }, body: JSON.stringify(body ?? {}) });
for (const button of document.querySelectorAll('nav button')) {
  button.addEventListener('click', () => send(button.dataset.path, { isOn: button.getAttribute('aria-pressed') !== 'true' }));
}
const hidden = new Set(['seq', 'at', 'kind']);
const stream = new EventSource('/events');
stream.addEventListener('state', ({ data }) => {
  for (const [key, isOn] of Object.entries(JSON.parse(data)))
    document.querySelector('[data-path="/scenarios/' + key + '"]').setAttribute('aria-pressed', isOn);
});
stream.addEventListener('clear', () => list.replaceChildren());
stream.addEventListener('happened', ({ data }) => {
  const event = JSON.parse(data);
  const line = document.createElement('li');
  const time = Object.assign(document.createElement('time'), { textContent: event.at.slice(11, 23) + ' ' });
  const kind = Object.assign(document.createElement('b'), { textContent: event.kind });
  const facts = Object.entries(event).filter(([name]) => !hidden.has(name))
    .map(([name, value]) => name + '=' + (typeof value === 'object' ? JSON.stringify(value) : value)).join(' ');
  line.append(time, kind, ' ' + facts);
  list.prepend(line);
});
`;

const rowsOf = (shops: readonly (ZooShop & { threat?: string })[], addresses: Addresses) =>
  shops.map(
    ({ key, what, ending, start, threat }) =>
      html`<tr>
        <td><a href="${addresses.shopAt(key)}${start ?? '/checkout'}">${key}</a></td>
        <td>${threat ? `${threat}: ` : ''}${what}</td>
        <td>${ending}</td>
      </tr>`,
  );

/** Renders the page from which people script the world: every shop, every scenario, and what happened. */
export function renderFrontPage(seed: number, addresses: Addresses) {
  const { shop, other, bank, mail, issuer } = addresses;
  return renderPage(
    'Sandbox',
    html`<style>
        ${raw(STYLE)}
      </style>
      <header>
        <h1>Sandbox</h1>
        <p>
          Seed ${seed}. Issuer at <code>${issuer}</code>, <a href="${bank}/messages">the bank’s codes</a>,
          <a href="${mail}">a mailbox</a>.
        </p>
      </header>
      <nav aria-label="What happens next">
        ${SCENARIOS.map(
          ({ key, label }) =>
            html`<button type="button" data-path="/scenarios/${key}" aria-pressed="false">${label}</button>`,
        )}
        <button type="button" data-path="/capture-now">Capture now</button>
        <button type="button" class="reset" data-path="/reset">Reset everything</button>
      </nav>
      <main>
        <h2>Shops</h2>
        <table>
          <thead>
            <tr>
              <th>shop</th>
              <th>what it is like</th>
              <th>a careful buyer ends with</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td><a href="${shop}/checkout">shop</a></td>
              <td>React with masks; one frame of the provider for each card field</td>
              <td>receipt</td>
            </tr>
            <tr>
              <td><a href="${other}/checkout">other</a></td>
              <td>the same under another name</td>
              <td>receipt</td>
            </tr>
            ${rowsOf(ZOO_SHOPS, addresses)}
          </tbody>
        </table>
        <h2>Hostile shops</h2>
        <table>
          <thead>
            <tr>
              <th>shop</th>
              <th>what it does</th>
              <th>a careful buyer ends with</th>
            </tr>
          </thead>
          <tbody>
            ${rowsOf(HOSTILE_SHOPS, addresses)}
          </tbody>
        </table>
      </main>
      <aside>
        <h2 id="log">What happened, newest first</h2>
        <ol aria-labelledby="log"></ol>
      </aside>
      <script>
        ${raw(SCRIPT)};
      </script>`,
  );
}
