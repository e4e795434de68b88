import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));
const CACHE = join(HERE, '../../.output/sandbox');
/** Everything that can end up in a bundle, with the lock file for the libraries in it. */
const SOURCES = ['shops', 'psp', '../../package-lock.json', 'build-web.ts'];

/** The checkouts of the zoo that are scripts. */
const ZOO_SCRIPTS = ['shadow.ts', 'vue.ts', 'react-inputs.tsx', 'mui.tsx', 'cleave.ts', 'imask.ts'];

const SHARED: InlineConfig = {
  configFile: false,
  logLevel: 'error',
  mode: 'production',
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  oxc: { jsx: { runtime: 'automatic', development: false } },
};

/** Bundles the shop's pages and the provider's scripts, once per state of their sources; gives the folder. */
export async function buildWeb(): Promise<string> {
  const folder = join(CACHE, await fingerprint());
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  // Built aside and moved into place, so that parallel test workers never see half a build.
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  await buildShop(join(draft, 'shop'));
  await buildScript('psp/browser/hosted-fields.ts', draft);
  await buildScript('psp/browser/field.ts', draft);
  for (const script of ZOO_SCRIPTS) await buildScript(`shops/zoo/browser/${script}`, draft, 'zoo-');
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: the same sources gave the same build.
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

async function buildShop(outDir: string): Promise<void> {
  await build({
    ...SHARED,
    root: join(HERE, 'shops/react'),
    build: { outDir, emptyOutDir: false, minify: false, modulePreload: false },
  });
}

async function buildScript(entry: string, outDir: string, prefix = ''): Promise<void> {
  await build({
    ...SHARED,
    // Vue's templates are compiled in the page, as shops without a build step do it.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      copyPublicDir: false,
      lib: {
        entry: join(HERE, entry),
        formats: ['iife'],
        name: 'sandboxScript',
        fileName: () => `${prefix}${parse(entry).name}.js`,
      },
    },
  });
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addToHash(hash, join(HERE, source));
  return hash.digest('hex').slice(0, 16);
}

async function addToHash(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const names = await readdir(path).catch(() => undefined);
  if (!names) {
    hash.update(path).update(await readFile(path));
    return;
  }
  for (const name of names.sort()) await addToHash(hash, join(path, name));
}
