import { splitHost } from '../../lib/ui/split-host.ts';

/** A host: the registrable domain whole and strong, subdomains lighter and cut first. */
export function Domain({ host, registrable }: { host: string; registrable: string }) {
  const parts = splitHost(host, registrable);
  return (
    <bdi className="dom" dir="ltr" title={host || registrable}>
      {parts.subdomains !== '' && <span className="sub">{parts.subdomains}</span>}
      <span className="reg">{parts.registrable}</span>
    </bdi>
  );
}
