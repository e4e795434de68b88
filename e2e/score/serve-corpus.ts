import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { stripLabels } from './corpus-pages.ts';

/** Serves a corpus' pages on loopback, without their labels. */
export async function serveCorpus(corpus: string): Promise<{ address: string; close: () => Promise<void> }> {
  const root = join(corpus, 'pages');
  const server = createServer((request, response) => {
    const path = normalize(
      join(root, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)),
    );
    if (!path.startsWith(root + sep) || !path.endsWith('.html')) {
      response.writeHead(404).end();
      return;
    }
    readFile(path, 'utf8').then(
      (html) =>
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(stripLabels(html)),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
