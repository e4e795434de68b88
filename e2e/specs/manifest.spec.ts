import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { developmentExtensionDir, releaseExtensionDir } from '../tooling/paths.ts';

interface Manifest {
  readonly content_security_policy: { readonly extension_pages: string };
  readonly [key: string]: unknown;
}

const manifestOf = (directory: string) =>
  JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8')) as Manifest;

function* scriptsUnder(directory: string): Generator<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* scriptsUnder(join(directory, entry.name));
    else if (entry.name.endsWith('.js')) yield readFileSync(join(directory, entry.name), 'utf8');
  }
}

test('[G3] the release manifest requires no site and opens no door', () => {
  const release = manifestOf(releaseExtensionDir);
  expect(release.host_permissions ?? []).toEqual([]);
  expect(release.optional_host_permissions).toEqual(['<all_urls>']);
  expect(release.content_scripts).toBeUndefined();
  expect(release.externally_connectable).toEqual({ ids: [] });
  expect(release.web_accessible_resources ?? []).toEqual([]);
  expect(release.permissions).not.toContain('debugger');
  const policy = release.content_security_policy.extension_pages;
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('localhost');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
});

test('[G3] release and development differ only in site access and the sandbox’s hosts', () => {
  const [release, development] = [manifestOf(releaseExtensionDir), manifestOf(developmentExtensionDir)];
  const differing = new Set([
    'host_permissions',
    'optional_host_permissions',
    'content_scripts',
    'content_security_policy',
  ]);
  const common = (manifest: Manifest) =>
    Object.fromEntries(Object.entries(manifest).filter(([key]) => !differing.has(key)));
  expect(common(development)).toEqual(common(release));
});

test('a release build knows no host of the sandbox', () => {
  const release = [...scriptsUnder(releaseExtensionDir)].join('\n');
  const development = [...scriptsUnder(developmentExtensionDir)].join('\n');
  // The search proves itself: it finds the hosts where they are.
  expect(development).toContain('pay.localhost');
  for (const host of ['pay.localhost', 'shop.localhost', 'crashAt', 'countersignLook'])
    expect(release).not.toContain(host);
});
