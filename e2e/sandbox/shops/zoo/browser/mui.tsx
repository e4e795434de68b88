import { Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { postOrder } from './post-order.ts';

const TEXTS = [
  ['email', 'E-mail', 'email'],
  ['name', 'Full name', 'name'],
  ['line1', 'Street address', 'address-line1'],
  ['city', 'City', 'address-level2'],
] as const;
const CARD = [
  ['zip', 'ZIP code', 'postal-code'],
  ['cardName', 'Name on card', 'cc-name'],
  ['cardNumber', 'Card number', 'cc-number'],
  ['expiry', 'Expiry date (MM/YY)', 'cc-exp'],
  ['cvc', 'Security code', 'cc-csc'],
] as const;
const STATES = [
  ['AZ', 'Arizona'],
  ['CA', 'California'],
  ['NY', 'New York'],
] as const;

function Checkout() {
  const [values, change] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState('');
  const text = ([name, label, token]: readonly [string, string, string]) => (
    <TextField
      key={name}
      id={name}
      label={label}
      autoComplete={token}
      fullWidth
      margin="dense"
      value={values[name] ?? ''}
      onChange={({ target }) => change((known) => ({ ...known, [name]: target.value }))}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        postOrder(values, setProblem).catch(() => undefined);
      }}
    >
      {problem && <p role="alert">{problem}</p>}
      {TEXTS.map(text)}
      <TextField
        id="state"
        select
        label="State"
        fullWidth
        margin="dense"
        value={values.state ?? ''}
        onChange={({ target }) => change((known) => ({ ...known, state: target.value }))}
      >
        {STATES.map(([code, name]) => (
          <MenuItem key={code} value={code}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {CARD.map(text)}
      <Button type="submit" variant="contained">
        Pay now
      </Button>
    </form>
  );
}

createRoot(document.getElementById('app')!).render(<Checkout />);
