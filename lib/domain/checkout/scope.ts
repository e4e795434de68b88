import { getDomain, getPublicSuffix } from 'tldts';

/** A payment provider whose embedded card fields may be filled: exact hosts, and where on them the fields live. */
export interface Provider {
  readonly id: string;
  readonly hosts: readonly string[];
  readonly pathPrefixes: readonly string[];
  /** Whole pages of the provider's own on which buyers type their card, reached by redirect or in a pop-up. */
  readonly hostedPages?: { readonly hosts: readonly string[]; readonly pathPrefixes: readonly string[] };
}

/** What this build may touch besides https shops: the sandbox's hosts exist in development builds only. */
export interface Scope {
  readonly providers: readonly Provider[];
  /** Hosts (without port) that may use plain http; one that begins with a dot stands for all hosts under it. */
  readonly plainHttpHosts: readonly string[];
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

const isLoopbackName = (host: string) => host === 'localhost' || host.endsWith('.localhost');

/**
 * Gives the registrable domain of an address by the Public Suffix List (private suffixes are separate sites), or the
 * whole host under `.localhost`, which has no suffix (RFC 6761 §6.3). `undefined` for IP addresses and bare suffixes.
 */
export function registrableDomainOf(url: string): string | undefined {
  const host = parse(url)?.hostname.replace(/\.$/, '');
  if (!host) return undefined;
  if (isLoopbackName(host)) return host;
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host
    ? undefined
    : (getDomain(host, { allowPrivateDomains: true }) ?? undefined);
}

/** Tells whether a run may take place on an address: https, or http on a host of the sandbox; never with credentials. */
export function isPayableAddress(url: string, scope: Scope): boolean {
  const address = parse(url);
  if (!address || address.username || address.password) return false;
  if (address.protocol === 'https:') return registrableDomainOf(url) !== undefined;
  return (
    address.protocol === 'http:' &&
    scope.plainHttpHosts.some((host) =>
      host.startsWith('.') ? address.hostname.endsWith(host) : address.hostname === host,
    )
  );
}

/** Finds the provider to which a frame's document belongs; exact host, right place. */
export function providerOf(url: string, scope: Scope): Provider | undefined {
  const address = parse(url);
  if (!address || !isPayableAddress(url, scope)) return undefined;
  return scope.providers.find(
    ({ hosts, pathPrefixes }) =>
      hosts.includes(address.hostname) && pathPrefixes.some((prefix) => address.pathname.startsWith(prefix)),
  );
}

/** Tells whether an origin is a known provider's, wherever on it a form is sent. */
export function isProviderOrigin(origin: string, scope: Scope): boolean {
  const address = parse(origin);
  if (!address || !isPayableAddress(origin, scope)) return false;
  return scope.providers.some(
    ({ hosts, hostedPages }) =>
      hosts.includes(address.hostname) || hostedPages?.hosts.includes(address.hostname),
  );
}

/** Finds the provider whose own payment page an address is; exact host, right place. */
export function hostedPageOf(url: string, scope: Scope): Provider | undefined {
  const address = parse(url);
  if (!address || !isPayableAddress(url, scope)) return undefined;
  return scope.providers.find(
    ({ hostedPages }) =>
      hostedPages?.hosts.includes(address.hostname) &&
      hostedPages.pathPrefixes.some((prefix) => address.pathname.startsWith(prefix)),
  );
}

/** A shop: its registrable domain and the host at which it was met. */
export interface Merchant {
  readonly domain: string;
  readonly host: string;
}

/**
 * Tells whose purchase a top document belongs to. A run that began at a merchant's address keeps that merchant on a
 * known provider's own payment page; whether the merchant led there is another question, which decides who is asked
 * (`isPayeeUnproven`). Everywhere else the document speaks for itself. A provider's page is nobody's shop: a run that begins there has no merchant.
 */
export function merchantOf(url: string, startedAt: string, scope: Scope): Merchant | undefined {
  const speaks = hostedPageOf(url, scope) ? startedAt : url;
  const domain = hostedPageOf(speaks, scope) ? undefined : registrableDomainOf(speaks);
  return domain === undefined ? undefined : { domain, host: new URL(speaks).hostname };
}

export interface FramePlace {
  /** The document's origin as the browser tells it; `null` for sandboxed and opaque ones. */
  readonly origin: string;
  readonly url: string;
  /** Origins of the documents around it, from the one that embeds it to the top one; empty of the top one itself. */
  readonly ancestors: readonly string[];
  readonly isTop: boolean;
}

/**
 * Tells whether card data may be typed into a frame: the merchant's own documents, or a known provider's fields
 * embedded by the merchant's top document or by the same provider. Nothing else may stand between a frame and the top
 * document: who embeds a frame decides what it is. Opaque origins never.
 */
export function mayHoldCard(frame: FramePlace, top: { origin: string; url: string }, scope: Scope): boolean {
  if (frame.origin === 'null' || frame.origin === '' || top.origin === 'null') return false;
  if (!isPayableAddress(top.url, scope)) return false;
  if (frame.isTop) return frame.origin === top.origin;
  const isOwn = parse(frame.url)?.origin === frame.origin;
  if (!isOwn) return false;
  if (frame.ancestors.length === 0) return false;
  if (isSameSite(frame.origin, top.origin))
    return isPayableAddress(frame.url, scope) && frame.ancestors.every((one) => isSameSite(one, top.origin));
  const provider = providerOf(frame.url, scope);
  const isProviders = (origin: string) => provider?.hosts.includes(parse(origin)?.hostname ?? '') ?? false;
  return provider !== undefined && frame.ancestors.every((one) => one === top.origin || isProviders(one));
}

/** Tells whether two origins are of one site: same scheme and registrable domain. */
export function isSameSite(a: string, b: string): boolean {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right || left.protocol !== right.protocol) return false;
  if (left.hostname === right.hostname) return true;
  const domain = registrableDomainOf(a);
  return domain !== undefined && domain === registrableDomainOf(b);
}
