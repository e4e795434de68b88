import type { Dispatch, SetStateAction } from 'react';

export type Values = Record<string, string>;

const FIELDS = [
  ['email', 'E-mail', 'email'],
  ['name', 'Full name', 'name'],
  ['line1', 'Street address', 'address-line1'],
  ['city', 'City', 'address-level2'],
  ['state', 'State', 'address-level1'],
  ['zip', 'ZIP code', 'postal-code'],
  ['cardName', 'Name on card', 'cc-name'],
] as const;

/** The fields that no library masks, controlled by React. */
export function PlainFields({
  values,
  change,
}: {
  values: Values;
  change: Dispatch<SetStateAction<Values>>;
}) {
  return FIELDS.map(([name, label, token]) => (
    <p key={name}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        autoComplete={token}
        value={values[name] ?? ''}
        onChange={({ target }) => change((known) => ({ ...known, [name]: target.value }))}
      />
    </p>
  ));
}
