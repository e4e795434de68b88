import { chmodSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Lets the built command be started by its path; its first line names Node. */
const executableCommand: Plugin = {
  name: 'executable-command',
  writeBundle: ({ dir = '' }) => chmodSync(join(dir, 'countersign.js'), 0o755),
};

/** Builds the Node side: the `countersign` command and the typed client, each one file with what it needs. */
export default defineConfig({
  publicDir: false,
  plugins: [executableCommand],
  build: {
    outDir: '.output/node',
    emptyOutDir: true,
    target: 'node20',
    ssr: true,
    minify: false,
    rollupOptions: {
      input: { countersign: 'lib/bridge/host/cli.ts', client: 'lib/bridge/host/agent-client.ts' },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
      external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
    },
  },
  ssr: { noExternal: true },
});
