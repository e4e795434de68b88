import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, vi } from 'vitest';
import { createLanguage, type Language } from '../../lib/ui/translate.ts';
import { LanguageProvider } from '../primitives/language.tsx';

/** Every text is its own key, and the values that are put into it. */
export const KEYS = createLanguage((key, values) =>
  key === 'localeTag' ? 'en' : [key, ...values].join(' '),
);

const within = (language: Language, view: ReactNode) => (
  <LanguageProvider value={language}>{view}</LanguageProvider>
);

/** Gives the markup of what is shown at first. */
export const markupOf = (view: ReactNode): string => renderToStaticMarkup(within(KEYS, view));

/** Gives each test of a file a page of its own, which shows what it is told and is pressed by its buttons' words. */
export function openPage(language: Language = KEYS) {
  let root: Root;
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    root = createRoot(document.body.appendChild(document.createElement('div')));
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
  });
  const buttons = (words: string) =>
    [...document.querySelectorAll('button')].filter(({ textContent }) => textContent.startsWith(words));
  return {
    show: (view: ReactNode) => act(async () => root.render(within(language, view))),
    buttons,
    press: (words: string) => act(async () => buttons(words)[0]!.click()),
    text: () => document.body.textContent,
  };
}
