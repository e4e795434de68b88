import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Builds the Node side: the `countersign` command and the typed client, each one file with what it needs. */
export default defineConfig({
  publicDir: false,
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
        banner: '',
      },
      external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
    },
  },
  ssr: { noExternal: true },
});
