import { Hono } from 'hono';
import { AccessControl } from './acs/access-control.ts';
import { createAcsApp } from './acs/acs-app.ts';
import { createBankApp } from './bank/bank-app.ts';
import { BankInbox } from './bank/inbox.ts';
import { buildWeb } from './build-web.ts';
import { createControl, type SandboxControl } from './control.ts';
import { createControlRoutes } from './issuer/control-routes.ts';
import { createLithicApp } from './issuer/lithic-app.ts';
import { Program } from './issuer/program.ts';
import { createStripeApp } from './issuer/stripe-app.ts';
import { createMailApp, mailCanary } from './mail/mail-app.ts';
import { createFrontApp } from './front/front-app.ts';
import { createPsp } from './psp/psp.ts';
import { scriptedFaults } from './psp/scripted-faults.ts';
import { createShops } from './shops/shops.ts';
import { listen, type Listening } from './world/listen.ts';
import type { ServerName } from './world/recorder.ts';
import { createWorld, type Addresses } from './world/world.ts';

const FIXED_PORTS: Record<ServerName, number> = {
  front: 4400,
  issuer: 4410,
  psp: 4411,
  acs: 4412,
  bank: 4413,
  shop: 4414,
  mail: 4415,
};

export interface Sandbox {
  /** Origins as a browser names them; `issuer` works from Node too. */
  urls: Record<ServerName | 'other', string>;
  /** The issuer's key, fixed by the seed. */
  apiKey: string;
  /** The string in the mailbox that must never leave it. */
  mailCanary: string;
  /** The origin of a shop of the zoo, by its key. */
  shopAt: (key: string) => string;
  control: SandboxControl;
  close(): Promise<void>;
}

interface StartSandboxParameters {
  seed: number;
  /** Ephemeral ports let many sandboxes run side by side; fixed ones are for people. */
  ports?: 'ephemeral' | 'fixed';
  /** Bundles made by `buildWeb`; made now when missing. */
  webDir?: string;
}

/** Starts the world outside: issuer, payment provider, bank, shops and a mailbox, all on loopback. */
export async function startSandbox({
  seed,
  ports = 'ephemeral',
  webDir,
}: StartSandboxParameters): Promise<Sandbox> {
  const folder = webDir ?? (await buildWeb());
  const located: { addresses?: Addresses } = {};
  const world = createWorld(seed, () => {
    if (!located.addresses) throw new Error('the sandbox is not listening yet');
    return located.addresses;
  });

  const program = new Program(world);
  const inbox = new BankInbox();
  const acs = new AccessControl(world, inbox);
  const psp = createPsp(world, program.apiKey, folder);
  const shops = createShops(world, psp.merchants, folder);
  const control = createControl({
    world,
    program,
    inbox,
    captureNow: () => shops.captureNow(),
    resetParts: () => [program, inbox, acs, psp, shops].forEach((part) => part.reset()),
  });

  const issuer = new Hono()
    // For the set-up of a person who has the sandbox on this machine. Without CORS, so that no page can read it.
    .get('/sandbox-key', (c) => c.json({ api_key: program.apiKey }, 200, { 'Cache-Control': 'no-store' }))
    .route('/v1', createStripeApp(world, program))
    .route('/v1', createLithicApp(world, program))
    .route(
      '/_control',
      createControlRoutes(program.apiKey, () => control),
    );
  const apps: Record<ServerName, Hono> = {
    front: createFrontApp(world, () => control),
    issuer,
    psp: new Hono().use(scriptedFaults(world)).route('/', psp.app),
    acs: createAcsApp(world, acs),
    bank: createBankApp(inbox, (id, isApproved) => acs.decideInApp(id, isApproved)),
    shop: shops.app,
    mail: createMailApp(seed),
  };
  const listening = new Map<ServerName, Listening>();
  const close = async () => {
    [acs, shops].forEach((part) => part.reset());
    await Promise.all([...listening.values()].map((server) => server.close()));
  };
  try {
    for (const [name, app] of Object.entries(apps) as [ServerName, Hono][]) {
      const recorded = new Hono().use(world.recorder.middleware(name)).route('/', app);
      listening.set(name, await listen(recorded, ports === 'fixed' ? FIXED_PORTS[name] : 0));
    }
  } catch (error) {
    await close();
    throw error;
  }
  const addresses = locate(listening);
  located.addresses = addresses;
  const { front, inside, psp: pspUrl, acs: acsUrl, bank, shop, other, mail } = addresses;
  return {
    urls: { front, issuer: inside.issuer, psp: pspUrl, acs: acsUrl, bank, shop, other, mail },
    apiKey: program.apiKey,
    mailCanary: mailCanary(seed),
    shopAt: addresses.shopAt,
    control,
    close,
  };
}

function locate(listening: Map<ServerName, Listening>): Addresses {
  const at = (host: string, server: ServerName) => `http://${host}:${listening.get(server)?.port ?? 0}`;
  const zoo = (key: string) => at(`${key}.zoo.localhost`, 'shop');
  return {
    front: at('localhost', 'front'),
    issuer: at('issuer.localhost', 'issuer'),
    psp: at('pay.localhost', 'psp'),
    acs: at('acs.localhost', 'acs'),
    bank: at('bank.localhost', 'bank'),
    shop: at('shop.localhost', 'shop'),
    other: at('other.localhost', 'shop'),
    mail: at('mail.localhost', 'mail'),
    shopAt: (key) => (key === 'shop' || key === 'other' ? at(`${key}.localhost`, 'shop') : zoo(key)),
    inside: {
      issuer: at('127.0.0.1', 'issuer'),
      psp: at('127.0.0.1', 'psp'),
      acs: at('127.0.0.1', 'acs'),
    },
  };
}
