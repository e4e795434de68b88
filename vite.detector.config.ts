import { defineConfig } from 'vite';

/** Builds the detector as one script for other harnesses: `countersignDetect(document)` on the global object. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: '.output',
    emptyOutDir: false,
    target: 'chrome128',
    lib: {
      entry: 'lib/page/detector.ts',
      formats: ['iife'],
      name: 'countersignDetector',
      fileName: () => 'detector.js',
    },
    rollupOptions: {
      output: { footer: 'globalThis.countersignDetect = countersignDetector.countersignDetect;' },
    },
  },
});
