import { browser } from 'wxt/browser';
import '@/components/styles/all.css';
import { DashboardApp } from '@/components/surface/dashboard-app.tsx';
import { mountSurface } from '@/components/surface/mount.tsx';
import { connectSurface } from '@/lib/ui/connect-surface.ts';
import { createLanguage } from '@/lib/ui/translate.ts';

const language = createLanguage((key, values) => browser.i18n.getMessage(key as never, values));

mountSurface(language, <DashboardApp surface={connectSurface()} />);
