import { browser } from 'wxt/browser';
import '@/components/styles/all.css';
import { mountSurface } from '@/components/surface/mount.tsx';
import { SurfaceApp } from '@/components/surface/surface-app.tsx';
import { connectSurface } from '@/lib/ui/connect-surface.ts';
import { offeredIssuers } from '@/lib/ui/offered-issuers.ts';
import { createLanguage } from '@/lib/ui/translate.ts';

const language = createLanguage((key, values) => browser.i18n.getMessage(key as never, values));
const SANDBOX = import.meta.env.MODE === 'development' ? 'http://issuer.localhost:4410' : undefined;

async function openPanel(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  // Firefox has no side panel API of this kind; its build offers the dashboard instead.
  if (id !== undefined && 'sidePanel' in browser) await browser.sidePanel.open({ windowId: id });
  window.close();
}

mountSurface(
  language,
  <SurfaceApp
    surface={connectSurface()}
    issuers={offeredIssuers(SANDBOX)}
    shape="popup"
    onOpenPanel={'sidePanel' in browser ? () => void openPanel() : undefined}
    onOpenDashboard={() => void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') })}
  />,
);
