import type { Result } from '../kernel/result.ts';
import type { MandateTerms } from '../domain/mandate/terms.ts';

export type VaultRefusal =
  | { kind: 'vault_exists' }
  | { kind: 'vault_missing' }
  | { kind: 'vault_locked' }
  | { kind: 'vault_damaged' }
  | { kind: 'wrong_password'; retryAfterMs: number }
  | { kind: 'weak_password'; minimumLength: number }
  | { kind: 'backup_unreadable' };

/** Holds the operator's signing key and the issuer's key, encrypted at rest, open only between unlock and lock. */
export interface Signer {
  state(): Promise<'missing' | 'locked' | 'unlocked'>;
  /** Makes a key and a vault, and leaves it unlocked. */
  create(password: string): Promise<Result<{ address: string }, VaultRefusal>>;
  unlock(password: string): Promise<Result<{ address: string }, VaultRefusal>>;
  lock(): Promise<void>;
  /** Gives the vault as a text to keep elsewhere, sealed as it is. Asks for the password even while unlocked. */
  backup(password: string): Promise<Result<string, VaultRefusal>>;
  /** Puts a backup where there is no vault yet, and leaves it unlocked. Refuses one that the password does not open. */
  restore(backup: string, password: string): Promise<Result<{ address: string }, VaultRefusal>>;
  /** The signing address; known while locked too. */
  address(): Promise<string | undefined>;
  /** The EIP-712 digest of exactly these terms. */
  digestOf(terms: MandateTerms): string;
  /** The struct that is signed, field by field: what a screen shows is what the digest is over. */
  structOf(terms: MandateTerms): readonly { readonly name: string; readonly value: string }[];
  sign(
    terms: MandateTerms,
  ): Promise<Result<{ digest: string; signature: string; signer: string }, VaultRefusal>>;
  /** Tells whether a signature over exactly these terms is by this address. */
  verify(terms: MandateTerms, signature: string, signer: string): Promise<boolean>;
  /** Keeps a secret text (an issuer's key) in the vault under a name. */
  keep(name: string, secret: string): Promise<Result<void, VaultRefusal>>;
  /** Gives a kept text back while unlocked. */
  recall(name: string): Promise<Result<string | undefined, VaultRefusal>>;
}
