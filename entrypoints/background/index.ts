import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createBrowserFormMemory } from '@/lib/adapters/form-memory/browser-form-memory.ts';
import { registerLook } from '@/lib/adapters/site-access/register-look.ts';
import { createCheckoutDriver } from '@/lib/app/checkout/drive-checkout.ts';
import { keepFormsUnsaved } from '@/lib/app/checkout/keep-forms-unsaved.ts';
import { keepPromises } from '@/lib/app/keep-promises.ts';
import { lapseMandates } from '@/lib/app/operator/sign-mandate.ts';
import { stopEverything } from '@/lib/app/operator/stop-everything.ts';
import { callsFor } from '@/lib/app/operator/waiting-items.ts';
import { watchAlerts } from '@/lib/app/operator/watch-alerts.ts';
import { operator } from '@/lib/messaging/contracts/operator.ts';
import { pageEvents } from '@/lib/messaging/contracts/page-events.ts';
import { peerOf, type Peer, type Sender } from '@/lib/messaging/peer.ts';
import { createServer } from '@/lib/messaging/serve.ts';
import { createAgentSide } from './agent-side.ts';
import { operatorRoutes } from './operator-routes.ts';
import { createOwnWindows } from './own-windows.ts';
import { pageRoutes } from './page-routes.ts';
import { exposeScorerLook } from './scorer-look.ts';
import { wire } from './wire.ts';

const TICK = 'tick';

export default defineBackground({
  type: 'module',
  main() {
    const onFault = (fault: unknown) =>
      console.error('countersign:', fault instanceof Error ? fault.message : 'fault');
    const windows = createOwnWindows(() => kit.human.refresh(kit.book.revision()));
    const kit = wire(windows);
    const formMemory = createBrowserFormMemory();
    exposeScorerLook(kit);
    const driver = createCheckoutDriver(kit, onFault);
    const ready = start();
    const agents = createAgentSide(kit, driver, ready);
    const servers = new Map([
      ['operator', createServer(operator, operatorRoutes(kit, driver, windows), onFault)],
      ['page', createServer(pageEvents, pageRoutes(kit, driver), onFault)],
    ]);

    async function start(): Promise<void> {
      // Content scripts share a process with pages: they must not read our storage.
      // Firefox has it for `session` only; there, secrets are kept out of `local`.
      for (const area of [browser.storage.local, browser.storage.session] as { setAccessLevel?: unknown }[]) {
        if (typeof area.setAccessLevel === 'function') {
          await (area.setAccessLevel as (options: object) => Promise<void>).call(area, {
            accessLevel: 'TRUSTED_CONTEXTS',
          });
        }
      }
      await keepLook();
      await browser.alarms.create(TICK, { periodInMinutes: 0.5 });
      await kit.book.open();
      await lapseMandates(kit);
      // Whether the operator can be called or not: runs go on, and what is armed is put away in time.
      kit.book.onChange(() => void announce().catch(onFault));
      await announce().catch(onFault);
      await driver.resumeAll(true);
    }

    // Development builds carry the passive look in their manifest.
    async function keepLook(): Promise<void> {
      if (import.meta.env.MODE !== 'development') await registerLook();
    }

    async function announce(): Promise<void> {
      await keepFormsUnsaved(kit.book.state(), formMemory);
      kit.human.refresh(kit.book.revision());
      const isLocked = (await kit.signer.state()) !== 'unlocked';
      await kit.human.call(callsFor(kit.book.state(), kit.clock.now(), { isLocked }));
      await watchAlerts(kit);
    }

    async function peerOfSender(sender: Sender): Promise<Peer | undefined> {
      const tabId = sender.tab?.id;
      const isOwn = tabId !== undefined && (await windows.isOwn(tabId));
      return peerOf(sender, {
        extensionId: browser.runtime.id,
        extensionOrigin: new URL(browser.runtime.getURL('/')).origin,
        isOwnWindow: () => isOwn,
      });
    }

    // One root listener; all listeners are added in this first turn, or a woken worker misses its event.
    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      // `operator.changed` is for surfaces; whatever no contract names is not ours to answer.
      const type = (message as { type?: unknown } | null)?.type;
      const serve =
        typeof type === 'string' ? servers.get(type.startsWith('page.') ? 'page' : 'operator') : undefined;
      if (!serve || type === 'operator.changed') return undefined;
      return ready.then(() => peerOfSender(sender)).then((peer) => serve(message, peer));
    });
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name !== TICK) return;
      agents.connect();
      void ready.then(() => keepPromises(kit, driver)).then(announce, onFault);
    });
    for (const changed of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
      changed.addListener(() => void ready.then(keepLook).then(announce).catch(onFault));
    }
    browser.commands.onCommand.addListener((command) => {
      if (command === 'stop-all') void ready.then(() => stopEverything(kit)).then(announce, onFault);
    });
    browser.runtime.onStartup.addListener(() => {
      agents.connect();
      // A worker starts from a checkpoint; once per start of the browser all that it stands for is read as well.
      void ready
        .then(() => kit.book.verify())
        .then((entry) => {
          if (entry !== undefined) throw new Error(`the ledger's chain is broken at entry ${entry}`);
        })
        .catch(onFault);
    });
    browser.runtime.onInstalled.addListener(() => agents.connect());
    browser.idle.onStateChanged.addListener((state) => {
      if (state === 'locked') void kit.signer.lock();
    });
    browser.notifications.onClicked.addListener(() => void browser.action.openPopup().catch(() => undefined));
    agents.connect();
  },
});
