import { createContext, Fragment, useContext, type ReactNode } from 'react';
import { splitMessage, type Language, type MessageKey } from '../../lib/ui/translate.ts';

const LanguageContext = createContext<Language | undefined>(undefined);

export const LanguageProvider = LanguageContext.Provider;

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('no language around this view');
  return language;
}

/** A message whose values are views: amounts, domains, names. */
export function Say({ k, values }: { k: MessageKey; values: readonly ReactNode[] }) {
  const { t } = useLanguage();
  return splitMessage(t, k, values.length).map((piece, index) => (
    <Fragment key={index}>{typeof piece === 'string' ? piece : values[piece]}</Fragment>
  ));
}
