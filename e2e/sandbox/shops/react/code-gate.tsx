import { useState } from 'react';

/** Asks for a code before the checkout shows, as shops do that doubt a buyer. Takes any six digits. */
export function CodeGate({ shop, onPass }: { shop: string; onPass: () => void }) {
  const [code, setCode] = useState('');
  return (
    <main className="checkout">
      <header className="shop-name">{shop}</header>
      <h1>Check your email</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (/^\d{6}$/.test(code)) onPass();
        }}
      >
        <p>We sent a verification code to the email address of this order. Enter the code to continue.</p>
        <div className="field">
          <label htmlFor="gate-code">Verification code</label>
          <input
            id="gate-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <button type="submit" className="button">
          Continue
        </button>
      </form>
    </main>
  );
}
