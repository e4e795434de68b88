import type { ReactNode } from 'react';
import { IMaskInput } from 'react-imask';
import type { ChangeForm, FormState } from './form-state.ts';
import { POSTAL_MASKS, REGIONS } from './regions.ts';

interface Props {
  form: FormState;
  change: ChangeForm;
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function TextField(
  props: Props & {
    id: string;
    label: string;
    field: 'email' | 'name' | 'line1' | 'line2' | 'city' | 'cardholder';
    autoComplete: string;
    type?: string;
    required?: boolean;
  },
) {
  const { id, label, field, form, change, type = 'text', required = true, autoComplete } = props;
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        name={id}
        type={type}
        autoComplete={autoComplete}
        required={required}
        value={form[field]}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );
}

/** E-mail and phone. */
export function ContactFields({ form, change }: Props) {
  const shared = { form, change };
  return (
    <fieldset>
      <legend>Contact</legend>
      <TextField {...shared} id="email" label="Email" field="email" type="email" autoComplete="email" />
      <Field id="phone" label="Phone">
        <IMaskInput
          id="phone"
          name="phone"
          type="tel"
          autoComplete="tel-national"
          required
          mask="(000) 000-0000"
          value={form.phone}
          onAccept={(phone: string) => change({ phone })}
        />
      </Field>
    </fieldset>
  );
}

/** Where the goods go. */
export function AddressFields({ form, change }: Props) {
  const shared = { form, change };
  return (
    <fieldset>
      <legend>Shipping address</legend>
      <TextField {...shared} id="name" label="Full name" field="name" autoComplete="shipping name" />
      <Field id="country" label="Country">
        <select
          id="country"
          name="country"
          autoComplete="shipping country"
          value={form.country}
          onChange={(event) => {
            const country = event.target.value === 'CA' ? 'CA' : 'US';
            change({ country, state: '', postalCode: '' });
          }}
        >
          <option value="US">United States</option>
          <option value="CA">Canada</option>
        </select>
      </Field>
      <TextField
        {...shared}
        id="address1"
        label="Address"
        field="line1"
        autoComplete="shipping address-line1"
      />
      <TextField
        {...shared}
        id="address2"
        label="Apartment, suite, etc. (optional)"
        field="line2"
        required={false}
        autoComplete="shipping address-line2"
      />
      <TextField {...shared} id="city" label="City" field="city" autoComplete="shipping address-level2" />
      <Field id="state" label={form.country === 'US' ? 'State' : 'Province'}>
        <select
          id="state"
          name="state"
          required
          autoComplete="shipping address-level1"
          value={form.state}
          onChange={(event) => change({ state: event.target.value })}
        >
          <option value="">Select…</option>
          {REGIONS[form.country].map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="postal" label={form.country === 'US' ? 'ZIP code' : 'Postal code'}>
        <IMaskInput
          key={form.country}
          id="postal"
          name="postal"
          type="text"
          autoComplete="shipping postal-code"
          required
          mask={POSTAL_MASKS[form.country]}
          prepareChar={(character: string) => character.toUpperCase()}
          value={form.postalCode}
          onAccept={(postalCode: string) => change({ postalCode })}
        />
      </Field>
    </fieldset>
  );
}

/** The name on the card; its digits live in the provider's frames. */
export function CardholderField(props: Props) {
  return (
    <TextField {...props} id="cardholder" label="Name on card" field="cardholder" autoComplete="cc-name" />
  );
}
