import { expect, test } from 'vitest';
import { money, type Money } from '../../kernel/money.ts';
import { err } from '../../kernel/result.ts';
import type { IssuerRefusal } from '../../ports/card-issuer.ts';
import type { BookEvent } from '../book-event.ts';
import type { Kit } from '../kit.ts';
import { fundWallet } from './fund-wallet.ts';

/** A book that knows deposits only, and an issuer that refuses them. */
function world(refusal: IssuerRefusal) {
  const openDeposits = new Map<string, Money>();
  const written: string[] = [];
  const state = () => ({ openDeposits, deposits: new Map(), balances: { accounts: new Map() } });
  const kit = {
    issuer: { deposit: () => Promise.resolve(err(refusal)) },
    book: {
      state,
      commit: (decide: (now: unknown) => { ok: true; value: BookEvent[] }) => {
        const decided = decide(state());
        for (const event of decided.value) {
          written.push(event.type);
          if (event.type === 'deposit-requested') openDeposits.set(event.reference, event.amount);
        }
        return Promise.resolve(decided);
      },
    },
  } as unknown as Kit;
  return { kit, written };
}

test.each<[IssuerRefusal, string[]]>([
  [{ kind: 'issuer_live' }, ['deposit-requested', 'deposit-refused']],
  [{ kind: 'issuer_rejected', status: 400, message: '' }, ['deposit-requested', 'deposit-refused']],
  [{ kind: 'issuer_unreachable' }, ['deposit-requested']],
])('after %o it is asked again only where the answer was lost', async (refusal, events) => {
  const { kit, written } = world(refusal);
  expect(await fundWallet(kit, money(100, 'USD'), 'r')).toEqual(err(refusal));
  expect(written).toEqual(events);
});
