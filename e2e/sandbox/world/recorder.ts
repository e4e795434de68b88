import type { MiddlewareHandler } from 'hono';

export type ServerName = 'front' | 'issuer' | 'psp' | 'acs' | 'bank' | 'shop' | 'mail';

export interface RecordedRequest {
  server: ServerName;
  at: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

const MAX_BODY_CHARACTERS = 65_536;
const MAX_REQUESTS = 20_000;

/** Keeps what every server was sent, so that a test can search it for a planted secret. */
export class RequestRecorder {
  private requests: RecordedRequest[] = [];

  of(server?: ServerName): RecordedRequest[] {
    return server === undefined ? [...this.requests] : this.requests.filter((one) => one.server === server);
  }

  reset(): void {
    this.requests = [];
  }

  middleware(server: ServerName): MiddlewareHandler {
    return async (c, next) => {
      const isReadable = c.req.method !== 'GET' && c.req.method !== 'HEAD';
      // Hono caches the text, so that routes can still read the body as JSON; forms are parsed from the text.
      const body = isReadable ? await c.req.text() : '';
      this.requests.push({
        server,
        at: new Date().toISOString(),
        method: c.req.method,
        url: c.req.url,
        headers: c.req.header(),
        body: body.slice(0, MAX_BODY_CHARACTERS),
      });
      if (this.requests.length > MAX_REQUESTS) this.requests.shift();
      await next();
    };
  }
}
