import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const rootDir = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Everything that is built; nothing in it is committed. */
export const outputDir = join(rootDir, '.output');
/** Built by `wxt build --mode development`: carries site access and the sandbox's hosts. */
export const developmentExtensionDir = join(outputDir, 'chrome-mv3-dev');
/** Built by `wxt build`: what is shipped. */
export const releaseExtensionDir = join(outputDir, 'chrome-mv3');
/** Built by Vite: the command and the typed client. */
export const nodeDir = join(outputDir, 'node');
/** The built command. */
export const countersignCommand = join(nodeDir, 'countersign.js');
/** Built by Vite: the detector as one script, for other harnesses. */
export const detectorScript = join(outputDir, 'detector.js');
/** What an agent reads to learn how to pay. */
export const skillFile = join(rootDir, 'skills', 'countersign', 'SKILL.md');
