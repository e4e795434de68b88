import { join } from 'node:path';
import type { Machine } from './machine.ts';

/** Browsers whose native-messaging manifests we write. */
export const BROWSERS = ['chromium', 'chrome', 'edge', 'brave'] as const;
export type Browser = (typeof BROWSERS)[number];

export const HOST_NAME = 'dev.countersign.host';
export const EXTENSION_ID = 'hfponmjjmkipacjebljdknggcjanplad';

const LINUX: Readonly<Record<Browser, string>> = {
  chromium: '.config/chromium',
  chrome: '.config/google-chrome',
  edge: '.config/microsoft-edge',
  brave: '.config/BraveSoftware/Brave-Browser',
};
const MACOS: Readonly<Record<Browser, string>> = {
  chromium: 'Library/Application Support/Chromium',
  chrome: 'Library/Application Support/Google/Chrome',
  edge: 'Library/Application Support/Microsoft Edge',
  brave: 'Library/Application Support/BraveSoftware/Brave-Browser',
};
/** On Windows the manifest may be anywhere; a registry key of the user names it. */
const WINDOWS_KEYS: Readonly<Record<Browser, string>> = {
  chromium: 'HKCU\\Software\\Chromium\\NativeMessagingHosts',
  chrome: 'HKCU\\Software\\Google\\Chrome\\NativeMessagingHosts',
  edge: 'HKCU\\Software\\Microsoft\\Edge\\NativeMessagingHosts',
  brave: 'HKCU\\Software\\BraveSoftware\\Brave-Browser\\NativeMessagingHosts',
};

/** The folder in which a browser looks for manifests of native hosts (developer.chrome.com, native messaging). */
export function manifestDirectory(browser: Browser, stateDirectory: string, machine: Machine): string {
  const { platform, home } = machine;
  if (platform === 'win32') return join(stateDirectory, 'manifests', browser);
  return join(home, (platform === 'darwin' ? MACOS : LINUX)[browser], 'NativeMessagingHosts');
}

/** The registry key that names a browser's manifest on Windows. */
export const registryKeyOf = (browser: Browser) => `${WINDOWS_KEYS[browser]}\\${HOST_NAME}`;
