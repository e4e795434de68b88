import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One page of a folder: where it is served, how, and what it is. */
export interface WallPage {
  readonly file: string;
  readonly truth: string;
  readonly state?: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What to answer for addresses that are no page: the first rule that matches. */
export interface StubRule {
  readonly match: string;
  readonly stub?: string;
  readonly body?: string;
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WallFolder {
  readonly directory: string;
  readonly pages: readonly WallPage[];
  readonly stubs: readonly StubRule[];
}

/** Reads `index.json` and, where there is one, `stubs.json`. */
export async function readWallFolder(directory: string): Promise<WallFolder> {
  const index = JSON.parse(await readFile(join(directory, 'index.json'), 'utf8')) as
    | Partial<WallPage>[]
    | { pages: Partial<WallPage>[] };
  const stubs = await readFile(join(directory, 'stubs.json'), 'utf8').then(
    (text) => JSON.parse(text) as StubRule[] | { rules: StubRule[] },
    () => [],
  );
  return {
    directory,
    pages: (Array.isArray(index) ? index : index.pages).map((page) => ({
      file: page.file ?? '',
      truth: page.truth ?? 'none',
      ...(page.state !== undefined && { state: page.state }),
      url: page.url ?? 'https://shop.example/checkout',
      status: page.status ?? 200,
      headers: page.headers ?? {},
    })),
    stubs: Array.isArray(stubs) ? stubs : stubs.rules,
  };
}
