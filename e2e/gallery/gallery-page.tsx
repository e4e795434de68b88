import '../../components/styles/all.css';
import { DashboardApp } from '../../components/surface/dashboard-app.tsx';
import { mountSurface } from '../../components/surface/mount.tsx';
import { SurfaceApp } from '../../components/surface/surface-app.tsx';
import { ok } from '../../lib/kernel/result.ts';
import { createHolderBanner, type Holder } from '../../lib/page/banner/holder-banner.ts';
import { offeredIssuers } from '../../lib/ui/offered-issuers.ts';
import { createSurface, type OperatorCall } from '../../lib/ui/surface-store.ts';
import { createLanguage } from '../../lib/ui/translate.ts';
import ar from '../../public/_locales/ar/messages.json';
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import { pseudoMessage } from './pseudo-message.ts';
import { recordsFor } from './records.ts';
import { SNAPSHOTS } from './snapshots.ts';

type Messages = Readonly<Record<string, { message: string }>>;
const LOCALES: Readonly<Record<string, Messages>> = { en, de, ar };

const asked = new URLSearchParams(location.search);
const messages: Messages = LOCALES[asked.get('locale') ?? 'en'] ?? en;
const isPseudo = asked.get('locale') === 'pseudo';
const language = createLanguage((key, values) => {
  const message = messages[key]?.message ?? '';
  return (isPseudo ? pseudoMessage(key, message) : message).replace(
    /\$(\d)/g,
    (_, index: string) => values[Number(index) - 1] ?? '',
  );
});
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 92 104"%3E%3Crect width="92" height="104" fill="%23fff"/%3E%3Crect width="92" height="11" fill="%232f6f73"/%3E%3Crect x="5" y="22" width="50" height="8" fill="none" stroke="%23b9c2c5"/%3E%3Crect x="7" y="60" width="32" height="5"/%3E%3C/svg%3E';

/** The banner that stands in a shop's page, over a page of its own. */
function showOverlay(holder: Holder): void {
  const { t, direction } = language;
  document.body.innerHTML = '<h1 translate="no">shop.localhost</h1>';
  const words = {
    agent: t('workingStatus'),
    operator: t('handoffHeldStatus'),
    takeOver: t('takeOver'),
    stop: t('stop'),
  };
  const nothing = () => undefined;
  const options = { words, direction, onTakeOver: nothing, onStop: nothing };
  createHolderBanner(document, options, () => []).show(holder);
}

function showSurface(): void {
  const snapshot = SNAPSHOTS[asked.get('screen') ?? 'idle']!;
  /** A background that answers with one snapshot and takes everything else. */
  const records: Readonly<Record<string, unknown>> = recordsFor(snapshot);
  const call: OperatorCall = (type) =>
    Promise.resolve(
      ok(
        (type === 'operator.snapshot'
          ? snapshot
          : type === 'checkout.picture'
            ? { dataUrl: PICTURE }
            : (records[type] ?? {})) as never,
      ),
    );
  const surface = createSurface(call, () => Promise.resolve(true));
  const issuers = offeredIssuers('http://issuer.localhost:4410');
  void surface.refresh();
  const shape = asked.get('shape') === 'panel' ? 'panel' : 'popup';
  mountSurface(
    language,
    asked.get('shape') === 'dashboard' ? (
      <DashboardApp surface={surface} issuers={issuers} />
    ) : (
      <SurfaceApp
        surface={surface}
        issuers={issuers}
        shape={shape}
        onOpenPanel={() => undefined}
        onOpenDashboard={() => undefined}
      />
    ),
  );
}

if (asked.get('shape') === 'overlay') showOverlay(asked.get('screen') as Holder);
else showSurface();
