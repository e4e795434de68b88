import { browser } from 'wxt/browser';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentResponse } from '../../ports/page-driver.ts';

/** Headers that tell what kind of guard answered; no other is looked at. */
const MARKS: ReadonlySet<string> = new Set([
  'cf-mitigated', 'x-amzn-waf-action', 'x-datadome', 'x-dd-b', 'x-kpsdk-ct', 'x-iinfo', 'x-cdn',
]); // prettier-ignore
/** Names of 3-D Secure fields. Of other fields not even the names are kept, and of none the value. */
const CHALLENGE_FIELDS = /^(creq|pareq|threedsmethoddata|cres|pares)$/i;
const DOCUMENTS: ('main_frame' | 'sub_frame')[] = ['main_frame', 'sub_frame'];
const ALL = ['<all_urls>'];
const STORED = 'responses';
const MOST_DOCUMENTS = 100;
/** Of a header's value, whose size a page may choose: what we keep shares its room with the vault's key. */
const LONGEST_VALUE = 64;
const MOST_POSTED = 8;

/** What the browser saw of the responses that documents came from. Observes only, and keeps no body and no cookie. */
export interface ResponseLog {
  /** Also watches what forms of this tab post, by field name; before a tab is ours nobody looks. */
  watch(tabId: number): void;
  of(documentId: string): Promise<DocumentResponse | undefined>;
}

interface Pending {
  readonly url: string;
  readonly response: Omit<DocumentResponse, 'committedAt'>;
}

const frameKey = (tabId: number, frameId: number): string => `${tabId}/${frameId}`;
const bare = (url: string): string => url.replace(/#.*$/, '');

/**
 * Creates the log and adds its listeners at once, or a woken worker would miss its events. What tells a guard or a
 * challenge is also kept for the session, since workers die between a page's arrival and its reading.
 */
export function createResponseLog(clock: Clock): ResponseLog {
  const pending = new Map<string, Pending>();
  const posted = new Map<string, readonly string[]>();
  const documents = new Map<string, DocumentResponse>();
  const watched = new Set<number>();
  const loaded = load(documents);

  const onPost = (details: {
    requestId: string;
    requestBody?: { formData?: Record<string, unknown> } | undefined;
  }): undefined => {
    const names = Object.keys(details.requestBody?.formData ?? {})
      .filter((name) => CHALLENGE_FIELDS.test(name))
      .slice(0, MOST_POSTED);
    // Kept past redirects, which go on under the same id.
    if (names.length > 0) posted.set(details.requestId, names);
    if (posted.size > MOST_DOCUMENTS) posted.delete(posted.keys().next().value ?? '');
    return undefined;
  };

  browser.webRequest.onHeadersReceived.addListener(
    ({ tabId, frameId, requestId, url, statusCode, responseHeaders }) => {
      if (tabId < 0) return undefined;
      const headers = Object.fromEntries(
        (responseHeaders ?? [])
          .map(({ name, value }) => [name.toLowerCase(), (value ?? '').slice(0, LONGEST_VALUE)] as const)
          .filter(([name]) => MARKS.has(name)),
      );
      pending.set(frameKey(tabId, frameId), {
        url: bare(url),
        response: { status: statusCode, headers, posted: posted.get(requestId) ?? [] },
      });
      return undefined;
    },
    { urls: ALL, types: DOCUMENTS },
    ['responseHeaders'],
  );

  browser.webNavigation.onCommitted.addListener((details) => {
    const { tabId, frameId, url, documentId } = details as typeof details & { documentId?: string };
    const arrived = pending.get(frameKey(tabId, frameId));
    pending.delete(frameKey(tabId, frameId));
    if (!documentId || !arrived || arrived.url !== bare(url)) return;
    const response = { ...arrived.response, committedAt: clock.now() };
    documents.set(documentId, response);
    const oldest = documents.keys().next().value;
    if (documents.size > MOST_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
    if (isTelling(response)) void loaded.then(() => save(documents));
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    watched.delete(tabId);
    for (const key of pending.keys()) if (key.startsWith(`${tabId}/`)) pending.delete(key);
  });

  return {
    watch(tabId) {
      if (watched.has(tabId)) return;
      watched.add(tabId);
      browser.webRequest.onBeforeRequest.addListener(onPost, { urls: ALL, types: DOCUMENTS, tabId }, [
        'requestBody',
      ]);
    },
    async of(documentId) {
      await loaded;
      return documents.get(documentId);
    },
  };
}

const isTelling = ({ status, headers, posted }: DocumentResponse): boolean =>
  status >= 400 || posted.length > 0 || Object.keys(headers).length > 0;

async function load(documents: Map<string, DocumentResponse>): Promise<void> {
  const session: Record<string, unknown> = await browser.storage.session.get(STORED).catch(() => ({}));
  const stored = session[STORED] as Record<string, DocumentResponse> | undefined;
  for (const [id, response] of Object.entries(stored ?? {}))
    if (!documents.has(id)) documents.set(id, response);
}

async function save(documents: ReadonlyMap<string, DocumentResponse>): Promise<void> {
  const telling = [...documents].filter(([, response]) => isTelling(response));
  await browser.storage.session.set({ [STORED]: Object.fromEntries(telling) }).catch(() => undefined);
}
