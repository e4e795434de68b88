import type { World } from '../world/world.ts';

export interface StoredCard {
  pan: string;
  expMonth: string;
  expYear: string;
  cvc: string;
}

interface Entry {
  card: StoredCard;
  publicKey: string;
  isSpent: boolean;
}

/** Keeps card numbers under tokens. A token pays once, and only at the merchant whose fields made it. */
export class CardVault {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly world: World) {}

  keep(card: StoredCard, publicKey: string): string {
    const token = this.world.ids.prefixed('tok');
    this.entries.set(token, { card, publicKey, isSpent: false });
    return token;
  }

  /** Takes a token's card out for one charge. */
  spend(token: string, publicKey: string): StoredCard | 'unknown_token' | 'token_already_used' {
    const entry = this.entries.get(token);
    if (!entry || entry.publicKey !== publicKey) return 'unknown_token';
    if (entry.isSpent) return 'token_already_used';
    entry.isSpent = true;
    return entry.card;
  }

  reset(): void {
    this.entries.clear();
  }
}
