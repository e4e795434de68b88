import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { Domain } from '../primitives/domain.tsx';
import { Say } from '../primitives/language.tsx';

/** Who is paid: the contacted host with its registrable domain, and who collects the card. */
export function Payee({ checkout }: { checkout: CheckoutView }) {
  const { host, merchant } = checkout;
  const isShops = host === merchant || host.endsWith(`.${merchant}`);
  // On a provider's own page the card is given to another than the shop: that is said.
  const collectors = isShops
    ? checkout.collectors.filter((one) => one !== host)
    : [...new Set([host, ...checkout.collectors])];
  return (
    <>
      <p className="to">
        <Say
          k="toShop"
          values={[<Domain key="shop" host={checkout.host} registrable={checkout.merchant} />]}
        />
      </p>
      {collectors.map((host) => (
        <p key={host} className="small muted">
          <Say
            k="collectedBy"
            values={[
              <bdi key="host" className="dom wrap" dir="ltr">
                {host}
              </bdi>,
            ]}
          />
        </p>
      ))}
    </>
  );
}
