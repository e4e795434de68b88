import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, inflateRawSync, inflateSync, brotliDecompressSync } from 'node:zlib';

/** What is searched for: card numbers and security codes with the digits around them, in every spelling on disk. */
export interface Needle {
  readonly label: string;
  readonly spellings: readonly Buffer[];
}

/** Spells a secret as UTF-8, UTF-16 and base64 in each of its three alignments. */
export function needleOf(label: string, secret: string): Needle {
  const utf8 = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // The first characters depend on what stands before, the last on what follows.
    return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -2));
  });
  return {
    label,
    spellings: [utf8, Buffer.from(secret, 'utf16le'), ...base64.filter(({ length }) => length >= 8)],
  };
}

function inflated(content: Buffer): Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((inflate) => {
    try {
      return [inflate(content)];
    } catch {
      return [];
    }
  });
}

/** Compressed members inside a file (the HTTP cache keeps bodies behind a header). */
function members(content: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (
    let at = content.indexOf('\x1f\x8b\x08', 0, 'latin1');
    at >= 0;
    at = content.indexOf('\x1f\x8b\x08', at + 1, 'latin1')
  ) {
    found.push(...inflated(content.subarray(at)));
  }
  return found;
}

/** Counts appearances of the needles in a piece of content, compressed parts included. */
export function sightingsIn(content: Buffer, needles: readonly Needle[]): string[] {
  const views = [content, ...inflated(content), ...members(content)];
  return needles
    .filter(({ spellings }) => spellings.some((spelling) => views.some((view) => view.includes(spelling))))
    .map(({ label }) => label);
}

async function* filesUnder(directory: string): AsyncGenerator<string> {
  for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

const LARGEST = 256 * 1024 * 1024;

/** Searches a folder. Gives each file with what was seen in it. */
export async function sightingsUnder(
  directory: string,
  needles: readonly Needle[],
): Promise<{ file: string; labels: string[] }[]> {
  const seen: { file: string; labels: string[] }[] = [];
  for await (const file of filesUnder(directory)) {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size === 0 || size > LARGEST) continue;
    const labels = sightingsIn(await readFile(file).catch(() => Buffer.alloc(0)), needles);
    if (labels.length > 0) seen.push({ file, labels });
  }
  return seen;
}
