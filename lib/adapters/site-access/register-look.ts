import { browser } from 'wxt/browser';

const LOOK = 'passive-look';
const SCRIPT = '/page-look.js';

const isSite = (origin: string): boolean => origin === '<all_urls>' || /^(\*|https?):\/\//.test(origin);

/**
 * Registers the passive look on exactly the sites that were granted. For release builds, whose manifest names none;
 * to be called at every start of the worker and after every change of permissions.
 */
export async function registerLook(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter(isSite);
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [LOOK] });
  const isSame = JSON.stringify([...(known?.matches ?? [])].sort()) === JSON.stringify([...matches].sort());
  if (isSame) return;
  if (known) await browser.scripting.unregisterContentScripts({ ids: [LOOK] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: LOOK,
      js: [SCRIPT],
      matches,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
