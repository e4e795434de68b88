import type { FormState } from './form-state.ts';

/** Asks which address is right, as shops do whose post office knows another spelling. */
export function AddressCheck({ form, onDecide }: { form: FormState; onDecide: () => void }) {
  const { line1, city, state, postalCode } = form;
  return (
    <div className="overlay">
      <div role="dialog" aria-modal="true" aria-labelledby="address-check">
        <h2 id="address-check">Verify your address</h2>
        <p>The post office writes your address another way.</p>
        <p>{`You entered: ${line1}, ${city}, ${state} ${postalCode}`}</p>
        <p>{`Suggested address: ${line1.toUpperCase()}, ${city.toUpperCase()}, ${state} ${postalCode}-1204`}</p>
        <button type="button" className="button" onClick={onDecide}>
          Use suggested address
        </button>
        <button type="button" className="button" onClick={onDecide}>
          Keep what I entered
        </button>
      </div>
    </div>
  );
}
