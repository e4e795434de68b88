import { defineConfig } from 'wxt';

/** Public half of the development key: gives unpacked builds the stable id hfponmjjmkipacjebljdknggcjanplad. */
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvbnJRGlt01QqwIInui1PbbZyuPHdAWZN4uE5DDS/+2w+36rXwrEtvSEYtdrJh+VSqDkQL3K9SmvmkUv48TdsGnupP/tcRhbRdA1r1Y9p1axCRHt9FUG/zmKOUl7hSUA2YpLHNfeA9xofIjQ7xb1TdMC15sbo6j85wqzZWAZhtER7ef/9Vzr7R0W6gbeVhfRAJgL9RClgw4QrZRYAgM9YnEV477TT/47/UsQinFcIUoe14df7M1L9VxQ541U2UcexwFmBj511ZXo2gge7RP6oo4iiTS9H6n3RTL1gvAE30HeEXZ0UjsamFcoJ9tA3/Zov1JgL6l5hD2ZO8Zljy0kn2wIDAQAB';

const LIVE_ISSUERS = ['https://api.lithic.com', 'https://sandbox.lithic.com', 'https://api.stripe.com'];
const SANDBOX_HOSTS = ['http://*.localhost:*', 'http://127.0.0.1:*'];

const PERMISSIONS = [
  // The vault, settings and profile. Nothing smaller keeps them across restarts.
  'storage',
  // Wakes the worker for deadlines (handoffs, approvals, captures); timers die with it.
  'alarms',
  // Loads the page engine into the tab of a run. Content scripts alone would put it into every page.
  'scripting',
  // The picture of a preview where every-site access was not given.
  'activeTab',
  // The live view of a run.
  'sidePanel',
  // Says that something waits when no window of the browser is in front.
  'notifications',
  // Locks the vault when the machine is locked.
  'idle',
  // The agent's side: no TCP port is open, and the browser pins this extension's id.
  'nativeMessaging',
  // Knows documents and frames by the browser's word, never by the page's.
  'webNavigation',
  // Sees status and headers of a run's documents, which tell bot walls and 3-D Secure. Observing only.
  'webRequest',
  // Stops the browser's own offers to save card and address while a run types. Every other setting is left alone.
  'privacy',
  // Knows where a window of ours is whole, on the display that is in use.
  'system.display',
];

/** What Firefox does not know, or has no use for. */
const CHROMIUM_ONLY = ['sidePanel', 'privacy', 'system.display'];

/** Release builds register the same script on the sites that the operator grants. */
const PASSIVE_LOOK = {
  js: ['page-look.js'],
  matches: ['<all_urls>'],
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
  run_at: 'document_idle',
} as const;

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifest: ({ mode, browser }) => {
    const isDevelopment = mode === 'development';
    const connect = ["'self'", ...LIVE_ISSUERS, ...(isDevelopment ? SANDBOX_HOSTS : [])].join(' ');
    return {
      name: '__MSG_extName__',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      ...(browser === 'chrome' && { key: DEVELOPMENT_KEY, minimum_chrome_version: '128' }),
      permissions:
        browser === 'firefox' ? PERMISSIONS.filter((name) => !CHROMIUM_ONLY.includes(name)) : PERMISSIONS,
      // Which sites may be seen is the operator's choice at first run. A permission prompt cannot be answered
      // headless, so development builds carry it as required.
      ...(isDevelopment
        ? { host_permissions: ['<all_urls>'], content_scripts: [PASSIVE_LOOK] }
        : { host_permissions: [], optional_host_permissions: ['<all_urls>'] }),
      // No page and no other extension may message us (an absent key would let every extension in).
      externally_connectable: { ids: [] },
      content_security_policy: {
        extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src ${connect}; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      },
      web_accessible_resources: [],
      // Works with every window of ours closed. It takes authority away and gives none, so a slip costs a resume.
      commands: {
        'stop-all': {
          suggested_key: { default: 'Alt+Shift+S' },
          description: '__MSG_stopAll__',
        },
      },
      action: { default_title: 'Countersign', default_popup: 'popup.html' },
      ...(browser === 'firefox' && {
        browser_specific_settings: {
          gecko: {
            id: 'extension@countersign.dev',
            strict_min_version: '142.0',
            data_collection_permissions: {
              required: ['financialAndPaymentInfo', 'websiteContent', 'personallyIdentifyingInfo'],
            },
          },
        },
      }),
    };
  },
  vite: () => ({ build: { target: 'es2022' } }),
  zip: { excludeSources: ['.output/**'] },
});
