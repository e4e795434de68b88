import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../../lib/ui/translate.ts';
import { LanguageProvider } from '../primitives/language.tsx';

/** Mounts a surface into its page, in its language and direction. */
export function mountSurface(language: Language, view: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) return;
  document.documentElement.lang = language.locale;
  document.documentElement.dir = language.direction;
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider value={language}>{view}</LanguageProvider>
    </StrictMode>,
  );
}
