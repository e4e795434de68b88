import { browser } from 'wxt/browser';
import '@/components/styles/all.css';
import { DashboardApp } from '@/components/surface/dashboard-app.tsx';
import { mountSurface } from '@/components/surface/mount.tsx';
import { connectSurface } from '@/lib/ui/connect-surface.ts';
import { offeredIssuers } from '@/lib/ui/offered-issuers.ts';
import { createLanguage } from '@/lib/ui/translate.ts';

const language = createLanguage((key, values) => browser.i18n.getMessage(key as never, values));
const SANDBOX = import.meta.env.MODE === 'development' ? 'http://issuer.localhost:4410' : undefined;

mountSurface(language, <DashboardApp surface={connectSurface()} issuers={offeredIssuers(SANDBOX)} />);
