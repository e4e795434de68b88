import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { StubRule, WallFolder, WallPage } from './walls-pages.ts';

export interface WallServer {
  /** Chromium's rules that lead every host here. */
  readonly resolverRules: string;
  /** Serves this page at its own address from now on; several pages may share one. */
  show(page: WallPage): void;
  close(): Promise<void>;
}

/** A transparent picture of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Serves pages at their own addresses, over TLS with a certificate made now, so that the browser sees real responses. */
export async function serveWalls({ directory, stubs }: WallFolder): Promise<WallServer> {
  const rules = stubs.map((rule) => ({ rule, pattern: new RegExp(rule.match) }));
  let shown: WallPage | undefined;

  const answer = async (url: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (shown && bare(url) === bare(shown.url)) {
      const html = await readFile(join(directory, shown.file));
      response
        .writeHead(shown.status, { 'content-type': 'text/html; charset=utf-8', ...shown.headers })
        .end(html);
      return;
    }
    const stub = rules.find(({ pattern }) => pattern.test(url))?.rule;
    if (stub) return sendStub(stub, response);
    sendNothing(request.headers['sec-fetch-dest'], response);
  };

  async function sendStub(stub: StubRule, response: ServerResponse): Promise<void> {
    const body = stub.stub ? await readFile(join(directory, stub.stub)) : (stub.body ?? '');
    response
      .writeHead(stub.status ?? 200, { 'content-type': stub.contentType ?? 'text/html', ...stub.headers })
      .end(body);
  }

  const listen = async (isSecure: boolean) => {
    const handler = (request: IncomingMessage, response: ServerResponse): void => {
      const url = `${isSecure ? 'https' : 'http'}://${request.headers.host ?? ''}${request.url ?? '/'}`;
      answer(url, request, response).catch(() => response.writeHead(500).end());
    };
    const server = isSecure ? createTlsServer(await makeCertificate(), handler) : createHttpServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const [secure, plain] = await Promise.all([listen(true), listen(false)]);
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
  return {
    resolverRules: `MAP *:80 127.0.0.1:${portOf(plain)}, MAP * 127.0.0.1:${portOf(secure)}`,
    show: (page) => {
      shown = page;
    },
    close: async () => {
      for (const server of [secure, plain]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'walls.test' }], { keySize: 2048 });
  return { key: made.private, cert: made.cert };
}

/** Scripts run empty and pictures show nothing; whatever else is asked for is not there. */
function sendNothing(kind: string | string[] | undefined, response: ServerResponse): void {
  if (kind === 'script') response.writeHead(200, { 'content-type': 'text/javascript' }).end();
  else if (kind === 'image') response.writeHead(200, { 'content-type': 'image/gif' }).end(PIXEL);
  else response.writeHead(404, { 'content-type': 'text/plain' }).end();
}

const bare = (url: string): string => {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search}`;
};
