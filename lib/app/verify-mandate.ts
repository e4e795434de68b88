import type { Mandate } from '../domain/mandate/state.ts';
import type { Kit } from './kit.ts';

/** Tells whether a mandate's terms are those that this wallet's key signed. Asked at every use, never remembered. */
export async function hasValidSignature(kit: Kit, mandate: Mandate | undefined): Promise<boolean> {
  const { signature, terms } = mandate ?? {};
  if (!signature || !terms) return false;
  return (
    kit.signer.digestOf(terms) === signature.digest &&
    (await kit.signer.verify(terms, signature.signature, signature.signer))
  );
}
