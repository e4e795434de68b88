import { browser } from 'wxt/browser';
import '@/components/styles/all.css';
import { mountSurface } from '@/components/surface/mount.tsx';
import { SurfaceApp } from '@/components/surface/surface-app.tsx';
import { connectSurface } from '@/lib/ui/connect-surface.ts';
import { offeredIssuers } from '@/lib/ui/offered-issuers.ts';
import { createLanguage } from '@/lib/ui/translate.ts';

const language = createLanguage((key, values) => browser.i18n.getMessage(key as never, values));
const SANDBOX = import.meta.env.MODE === 'development' ? 'http://issuer.localhost:4410' : undefined;

mountSurface(
  language,
  <SurfaceApp
    surface={connectSurface()}
    issuers={offeredIssuers(SANDBOX)}
    shape="panel"
    onOpenDashboard={() => void browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') })}
  />,
);
