import { WALLET_CURRENCY } from '../../domain/ledger/wallet-currency.ts';
import { z } from 'zod';
import type { CardStatus } from '../../domain/card/card.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { Secret } from '../../kernel/secret.ts';
import type { CardIssuer, IssuerRefusal } from '../../ports/card-issuer.ts';
import { IssuerSettings } from '../../ports/documents.ts';
import type { VaultRefusal } from '../../ports/signer.ts';
import type { Kit } from '../kit.ts';

/** The name under which the connection is kept in the vault. */
const IN_VAULT = 'issuer';

/** Address and key in one piece, so that no crash can leave one issuer's key beside another's address. */
const Connection = IssuerSettings.extend({ apiKey: z.string().min(1).max(300) });

/** Makes the adapter for an issuer. */
export type OpenIssuer = (settings: IssuerSettings, apiKey: Secret<string>) => CardIssuer;

export type ConnectRefusal =
  | IssuerRefusal
  | VaultRefusal
  /** The key would travel in the clear. */
  | { kind: 'issuer_address_insecure' }
  /** Cards that could still pay would be out of reach. */
  | { kind: 'issuer_in_use' };

const MAY_STILL_PAY: readonly CardStatus[] = ['requested', 'inactive', 'armed', 'unknown', 'used'];

/** Only what never leaves this machine may go without TLS. */
function isSafeAddress(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:') return true;
  const isLoopback = hostname === '127.0.0.1' || hostname === '[::1]' || /(^|\.)localhost$/.test(hostname);
  return protocol === 'http:' && isLoopback;
}

/**
 * Connects an issuer: asks it for the balance with the new key first, and keeps nothing unless it answers. Another
 * issuer is refused while a card of the present one could still pay; a new key of the same one never is.
 */
export async function connectIssuer(
  kit: Kit,
  open: OpenIssuer,
  { apiKey, ...settings }: z.output<typeof Connection>,
): Promise<Result<void, ConnectRefusal>> {
  if (!isSafeAddress(settings.baseUrl)) return err({ kind: 'issuer_address_insecure' });
  const before = await kit.documents.issuer();
  const isOther = before && (before.kind !== settings.kind || before.baseUrl !== settings.baseUrl);
  const cards = kit.book.state().cards.values();
  if (isOther && cards.some(({ status }) => MAY_STILL_PAY.includes(status)))
    return err({ kind: 'issuer_in_use' });
  const balance = await open(settings, new Secret(apiKey)).balance(WALLET_CURRENCY);
  if (!balance.ok) return balance;
  const kept = await kit.signer.keep(IN_VAULT, JSON.stringify({ ...settings, apiKey }));
  if (!kept.ok) return kept;
  await kit.documents.saveIssuer(settings);
  return ok(undefined);
}

/** Gives the issuer that the operator connected; refuses while the vault is locked or none was connected. */
export async function connectedIssuer(
  { signer }: Pick<Kit, 'signer'>,
  open: OpenIssuer,
): Promise<Result<CardIssuer, IssuerRefusal>> {
  const text = await signer.recall(IN_VAULT);
  if (!text.ok || text.value === undefined) return err({ kind: 'issuer_locked' });
  const { apiKey, ...settings } = Connection.parse(JSON.parse(text.value));
  return ok(open(settings, new Secret(apiKey)));
}
