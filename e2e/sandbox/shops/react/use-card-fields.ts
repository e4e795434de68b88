import { useEffect, useRef, useState } from 'react';
import type { HostedFieldsApi, MountedFields } from '../../psp/browser/hosted-fields.ts';
import type { Offer } from './use-quote.ts';

/** The provider's script puts itself here. */
declare const window: Window & { HostedFields?: HostedFieldsApi };

function loadScript(url: string): Promise<HostedFieldsApi> {
  return new Promise((resolve, reject) => {
    if (window.HostedFields) return resolve(window.HostedFields);
    const script = document.createElement('script');
    script.src = url;
    script.onload = () =>
      window.HostedFields ? resolve(window.HostedFields) : reject(new Error('no HostedFields'));
    script.onerror = () => reject(new Error('card fields did not load'));
    document.head.append(script);
  });
}

/** Mounts the provider's card fields into three containers. */
export function useCardFields(offer: Pick<Offer, 'publicKey' | 'pspScript'> | undefined) {
  const numberRef = useRef<HTMLDivElement>(null);
  const expiryRef = useRef<HTMLDivElement>(null);
  const cvcRef = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedFields>(undefined);
  const [isReady, setIsReady] = useState(false);
  const publicKey = offer?.publicKey;
  const pspScript = offer?.pspScript;

  useEffect(() => {
    if (publicKey === undefined || pspScript === undefined) return;
    let isGone = false;
    loadScript(pspScript)
      .then((api) => {
        if (isGone || !numberRef.current || !expiryRef.current || !cvcRef.current) return undefined;
        const containers = { number: numberRef.current, expiry: expiryRef.current, cvc: cvcRef.current };
        mounted.current = api.mount({
          publicKey,
          containers,
          onChange: (field, complete) => containers[field].classList.toggle('complete', complete),
          onFocus: (field, focused) => containers[field].classList.toggle('focused', focused),
        });
        return mounted.current.ready.then(() => setIsReady(true));
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      mounted.current?.unmount();
      mounted.current = undefined;
    };
  }, [publicKey, pspScript]);

  return { numberRef, expiryRef, cvcRef, mounted, isReady };
}
