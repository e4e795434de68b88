import { Say } from '../primitives/language.tsx';

/** Asks whether a new merchant is approved for this payment, or for the mandate's whole life. Off: this time. */
export function RememberMerchant({
  merchant,
  isOn,
  onChange,
}: {
  merchant: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <section className="sec">
      <label className="row">
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
        <span>
          <Say
            k="rememberMerchant"
            values={[
              <bdi key="merchant" dir="ltr">
                {merchant}
              </bdi>,
            ]}
          />
        </span>
      </label>
    </section>
  );
}
