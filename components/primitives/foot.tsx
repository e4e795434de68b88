import type { ReactNode } from 'react';
import { useLanguage } from './language.tsx';

interface FootProps {
  /** In a tab nothing is decided: the actions give way to the reason. */
  isReadOnly: boolean;
  note?: string | undefined;
  children: ReactNode;
}

/** The actions of a screen, secondary first, the filled one last. */
export function Foot({ isReadOnly, note, children }: FootProps) {
  const { t } = useLanguage();
  return (
    <footer className="foot">
      {isReadOnly ? (
        <p className="note">{t('readOnly')}</p>
      ) : (
        <>
          {note && <p className="note">{note}</p>}
          {children}
        </>
      )}
    </footer>
  );
}
