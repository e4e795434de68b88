import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const rootDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const outputDir = join(rootDir, '.output');
/** Built by `wxt build --mode development`: carries site access and the sandbox's hosts. */
export const developmentExtensionDir = join(outputDir, 'chrome-mv3-dev');
/** Built by `wxt build`: what is shipped. */
export const releaseExtensionDir = join(outputDir, 'chrome-mv3');
export const nodeDir = join(outputDir, 'node');
/** The built command. */
export const countersignCommand = join(nodeDir, 'countersign.js');
