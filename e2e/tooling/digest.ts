import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

/** Digests names and contents of files and of everything in folders; what does not exist adds nothing. */
export function digestOf(
  root: string,
  paths: readonly string[],
  isCounted: (path: string) => boolean = () => true,
): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      if (!isCounted(file)) continue;
      const content = readFileSync(file);
      // The length keeps the end of one file and the name of the next apart.
      hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
