import { html, raw } from 'hono/html';

type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1.5rem; color: #1b1f24; background: #fff; }
h1 { font-size: 1.25rem; margin: 0 0 .75rem; }
label { display: block; font-size: .9rem; margin-bottom: .25rem; }
input { font: inherit; padding: .5rem .6rem; border: 1px solid #b6bec9; border-radius: 6px; width: 12rem; }
button { font: inherit; padding: .5rem 1rem; border-radius: 6px; border: 1px solid #1f5fbf; background: #1f5fbf; color: #fff; }
button.quiet { background: #fff; color: #1f5fbf; }
[role='alert'] { color: #b42318; }
article { border: 1px solid #d5dbe3; border-radius: 8px; padding: .75rem 1rem; margin-bottom: .75rem; }
`;

/** Renders a small document of one of the plain servers. Values in `body` are escaped by `html`. */
export function renderPage(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** Writes a value as a JavaScript literal that cannot end its script element. */
export function scriptValue(value: unknown): ReturnType<typeof raw> {
  return raw(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

/** Writes US dollars for people: `$12.34`. */
export function printDollars(minor: number): string {
  return `$${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
