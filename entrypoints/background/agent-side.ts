import { browser } from 'wxt/browser';
import { createAgentDesk } from '@/lib/app/agent/perform-operation.ts';
import type { CheckoutDriver } from '@/lib/app/checkout/drive-checkout.ts';
import type { Kit } from '@/lib/app/kit.ts';
import { createAgentGateway } from '@/lib/bridge/client/agent-gateway.ts';
import { PROTOCOL_VERSION } from '@/lib/bridge/protocol/frames.ts';

const HOST = 'dev.countersign.host';

type NativePort = ReturnType<typeof browser.runtime.connectNative>;

/** So many times a lost host is started again before the next alarm: one that falls each time does not run in circles. */
const RESTARTS = 3;

/**
 * Keeps the connection to the native host. One that has spoken and was lost is started again at once; where none is
 * installed, or it does not stay, the next alarm tries again.
 */
export function createAgentSide(kit: Kit, driver: CheckoutDriver, ready: Promise<void>): { connect(): void } {
  let port: NativePort | undefined;
  const desk = createAgentDesk(kit, driver);

  async function greet(connected: NativePort): Promise<void> {
    await ready;
    const profileId = await kit.documents.browserProfileId();
    const gateway = createAgentGateway({
      send: (envelope) => {
        if (port === connected) connected.postMessage(envelope);
      },
      keyOf: (agentId) => kit.documents.agentKey(agentId),
      saveKey: (agentId, key) => kit.documents.saveAgentKey({ agentId, key, since: kit.clock.now() }),
      dispatch: desk,
      profileId,
      extensionVersion: browser.runtime.getManifest().version,
      nonce: () =>
        Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join(''),
    });
    connected.onMessage.addListener((message) => void gateway.receive(message));
    connected.postMessage({ hello: { profile_id: profileId, protocol: PROTOCOL_VERSION } });
  }

  let restartsLeft = RESTARTS;

  function open(): void {
    const connected: NativePort = browser.runtime.connectNative(HOST);
    let hasSpoken = false;
    port = connected;
    connected.onMessage.addListener(() => {
      hasSpoken = true;
    });
    connected.onDisconnect.addListener(() => {
      port = undefined;
      if (!hasSpoken || restartsLeft === 0) return;
      restartsLeft -= 1;
      open();
    });
    void greet(connected);
  }

  return {
    connect() {
      restartsLeft = RESTARTS;
      if (!port) open();
    },
  };
}
