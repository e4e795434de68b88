import { html } from 'hono/html';
import { scriptValue } from '../world/html.ts';

export const FIELD_NAMES = ['number', 'expiry', 'cvc'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

const FIELDS = {
  number: {
    label: 'Card number',
    name: 'cardnumber',
    autocomplete: 'cc-number',
    placeholder: '1234 1234 1234 1234',
  },
  expiry: { label: 'Expiration date', name: 'exp-date', autocomplete: 'cc-exp', placeholder: 'MM / YY' },
  cvc: { label: 'Security code', name: 'cvc', autocomplete: 'cc-csc', placeholder: 'CVC' },
} as const;

/** Renders one hosted field: a document with one input, embeddable by its merchant only. */
export function renderFieldPage(
  field: FieldName,
  session: string,
  merchantOrigin: string,
  publicKey: string,
) {
  const { label, name, autocomplete, placeholder } = FIELDS[field];
  const settings = { field, session, merchantOrigin, publicKey };
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Secure ${label.toLowerCase()} input</title>
        <style>
          * {
            box-sizing: border-box;
          }
          body {
            margin: 0;
          }
          form {
            margin: 0;
          }
          label {
            position: absolute;
            width: 1px;
            height: 1px;
            overflow: hidden;
            clip-path: inset(50%);
          }
          input {
            width: 100%;
            height: 40px;
            padding: 0 12px;
            border: 0;
            outline: 0;
            font:
              16px system-ui,
              sans-serif;
            background: transparent;
          }
          input[aria-invalid='true'] {
            color: #b42318;
          }
        </style>
      </head>
      <body>
        <form novalidate>
          <label for="field">${label}</label>
          <input
            id="field"
            name="${name}"
            type="text"
            inputmode="numeric"
            autocomplete="${autocomplete}"
            autocorrect="off"
            spellcheck="false"
            placeholder="${placeholder}"
            aria-invalid="false"
            aria-required="true"
          />
        </form>
        <script>
          window.fieldSettings = ${scriptValue(settings)};
        </script>
        <script src="/assets/field.js"></script>
      </body>
    </html>`;
}
