/** One picture of the gallery: what is on it, in which window, language and theme. */
export interface Shot {
  readonly name: string;
  readonly screen: string;
  readonly shape: 'popup' | 'panel' | 'narrow' | 'dashboard' | 'overlay';
  readonly path: string;
  readonly locale: string;
  readonly theme: 'light' | 'dark';
}
