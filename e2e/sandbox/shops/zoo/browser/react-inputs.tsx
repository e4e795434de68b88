import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { usePaymentInputs } from 'react-payment-inputs';
import { PlainFields, type Values } from './plain-fields.tsx';
import { postOrder } from './post-order.ts';

function Checkout() {
  const [values, change] = useState<Values>({});
  const [problem, setProblem] = useState('');
  const { meta, getCardNumberProps, getExpiryDateProps, getCVCProps } = usePaymentInputs();
  const keep = (name: string) => (event: { target: { value: string } }) =>
    change((known) => ({ ...known, [name]: event.target.value }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (meta.error) setProblem(String(meta.error));
        else postOrder(values, setProblem).catch(() => undefined);
      }}
    >
      {problem && <p role="alert">{problem}</p>}
      <PlainFields values={values} change={change} />
      <input {...getCardNumberProps({ onChange: keep('cardNumber') })} value={values.cardNumber ?? ''} />
      <input {...getExpiryDateProps({ onChange: keep('expiry') })} value={values.expiry ?? ''} />
      <input {...getCVCProps({ onChange: keep('cvc') })} value={values.cvc ?? ''} />
      <button type="submit">Pay now</button>
    </form>
  );
}

createRoot(document.getElementById('app')!).render(<Checkout />);
