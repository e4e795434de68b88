import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('../../lib/page/detector.ts', import.meta.url));

/** Builds the detector as one script that leaves `countersignDetect` on the global object. */
export async function bundleDetector(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: { entry: ENTRY, formats: ['iife'], name: 'countersignModule', fileName: 'detector' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find(({ type }) => type === 'chunk');
  if (!chunk || chunk.type !== 'chunk') throw new Error('the detector was not bundled');
  return `${chunk.code}\n;globalThis.countersignDetect = countersignModule.countersignDetect;`;
}
