import { useEffect, useRef, useState } from 'react';
import type { CheckoutView } from '../../lib/ui/snapshot-views.ts';
import { IconButton } from '../primitives/button.tsx';
import { Icon } from '../primitives/icon.tsx';
import { useLanguage } from '../primitives/language.tsx';

export type LoadPicture = (checkoutId: CheckoutView['id']) => Promise<string | null>;

function useDataUrl(checkout: CheckoutView, load: LoadPicture): string | null | undefined {
  const [loaded, setLoaded] = useState<{ of: string; url: string | null }>();
  const { id, hasPicture, intentHash } = checkout;
  const key = `${id}|${intentHash ?? ''}`;
  useEffect(() => {
    let isCurrent = true;
    if (hasPicture) void load(id).then((url) => isCurrent && setLoaded({ of: key, url }));
    return () => {
      isCurrent = false;
    };
  }, [id, key, hasPicture, load]);
  if (!hasPicture) return null;
  return loaded?.of === key ? loaded.url : undefined;
}

/** The picture of the filled page, framed, its card digits masked. If there is none, the frame says why. */
export function Picture({ checkout, load }: { checkout: CheckoutView; load: LoadPicture }) {
  const { t } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const url = useDataUrl(checkout, load);
  if (url === null) return <div className="shot none small muted">{t('pictureNone')}</div>;
  return (
    <>
      <button
        type="button"
        className="shot"
        aria-label={t('picture')}
        onClick={() => dialog.current?.showModal()}
      >
        {url && <img src={url} alt="" />}
        <span className="zoom">
          <Icon name="zoom" small />
        </span>
      </button>
      <dialog className="lightbox" ref={dialog} aria-label={t('pictureAlt')}>
        <IconButton icon="close" label={t('close')} onPress={() => dialog.current?.close()} />
        {url && <img src={url} alt={t('pictureAlt')} />}
      </dialog>
    </>
  );
}
