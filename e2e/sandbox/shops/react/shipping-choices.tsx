import type { ShippingChoice } from '../catalog.ts';
import { printUsd } from '../totals.ts';
import type { ChangeForm, FormState } from './form-state.ts';

interface Props {
  choices: ShippingChoice[];
  form: FormState;
  change: ChangeForm;
}

/** The ways of shipping; the cheap one is chosen from the start, wherever it stands. */
export function ShippingChoices({ choices, form, change }: Props) {
  return (
    <fieldset>
      <legend>Shipping method</legend>
      {choices.map((choice) => (
        <label key={choice.id} className="choice">
          <input
            type="radio"
            name="shipping"
            value={choice.id}
            checked={form.shipping === choice.id}
            onChange={() => change({ shipping: choice.id })}
          />
          {choice.label} — {printUsd(choice.amount)}
        </label>
      ))}
    </fieldset>
  );
}
