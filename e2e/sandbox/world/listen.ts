import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { Server } from 'node:http';

export interface Listening {
  port: number;
  close: () => Promise<void>;
}

/** Serves an app on loopback, whatever the Host header says; port 0 takes any free one. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
      resolve({ port: address.port, close });
    });
    server.once('error', reject);

    function close(): Promise<void> {
      return new Promise((done) => {
        server.close(() => done());
        // Open pages hold event streams and kept-alive connections; waiting for them would never end.
        if (server instanceof Server) server.closeAllConnections();
      });
    }
  });
}
