import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import type { Result } from '../../kernel/result.ts';
import { openSecret } from '../../kernel/secret.ts';
import type { CardIssuer, IssuerRefusal } from '../../ports/card-issuer.ts';

/** An empty program in USD, and the card network that acts on its cards. */
export interface IssuerUnderTest {
  readonly issuer: CardIssuer;
  /** The issuer's own codes for why it declines. */
  readonly reasons: Readonly<Record<'inactive' | 'closed' | 'overLimit' | 'reused', string>>;
  authorize(number: string, minor: number, descriptor: string): Promise<void>;
  capture(transactionId: string, minor: number): Promise<void>;
  reverse(transactionId: string): Promise<void>;
  /** The program's owner disputes a captured payment. */
  dispute(transactionId: string, minor: number): Promise<void>;
  /** Whether the issuer gives an authorization back when asked. */
  readonly reverses: boolean;
  /** A transaction id of the issuer's form that names none. */
  readonly unknownTransaction: string;
  stop(): Promise<void>;
}

export const LITHIC_REASONS = {
  inactive: 'CARD_PAUSED',
  closed: 'CARD_CLOSED',
  overLimit: 'CARD_SPEND_LIMIT_EXCEEDED',
  reused: 'SINGLE_USE_CARD_REATTEMPTED',
} as const;

function valueOf<T>(result: Result<T, IssuerRefusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const usd = (minor: number) => money(minor, 'USD');

/** Holds a card issuer to its promises. */
export function describeCardIssuer(name: string, start: () => Promise<IssuerUnderTest>): void {
  describe(name, () => {
    let world: IssuerUnderTest;
    let issuer: CardIssuer;
    beforeEach(async () => {
      world = await start();
      issuer = world.issuer;
    });
    afterEach(() => world.stop());

    async function mint(limit = 2_500, idempotencyKey = 'key'): Promise<string> {
      return valueOf(await issuer.mint({ idempotencyKey, limit: usd(limit), memo: 'chk' })).issuerToken;
    }
    async function armedCard(limit = 2_500): Promise<{ token: string; number: string }> {
      valueOf(await issuer.deposit({ amount: usd(10_000), reference: 'first' }));
      const token = await mint(limit);
      valueOf(await issuer.arm(token));
      return { token, number: openSecret(valueOf(await issuer.reveal(token))).number };
    }
    const transactionsOf = async (token: string) => valueOf(await issuer.transactionsOf(token));
    const availableMinor = async () => valueOf(await issuer.balance('USD')).minor;

    test('a fresh program is empty', async () => {
      expect(valueOf(await issuer.balance('USD'))).toEqual(usd(0));
      expect(valueOf(await issuer.balance('EUR'))).toEqual(money(0, 'EUR'));
    });

    test('a deposit is credited once per reference', async () => {
      for (const reference of ['a', 'a', 'b'])
        valueOf(await issuer.deposit({ amount: usd(5_000), reference }));
      expect(await availableMinor()).toBe(10_000n);
    });

    test('a reference with another amount is refused and credits nothing', async () => {
      valueOf(await issuer.deposit({ amount: usd(5_000), reference: 'a' }));
      expect(await issuer.deposit({ amount: usd(1), reference: 'a' })).toMatchObject({
        error: { kind: 'issuer_rejected' },
      });
      expect(await availableMinor()).toBe(5_000n);
    });

    test.each([0, -1])('a deposit of %d is refused', async (minor) => {
      expect((await issuer.deposit({ amount: usd(minor), reference: 'a' })).ok).toBe(false);
    });

    test('a deposit in a currency that the program does not hold is refused', async () => {
      expect((await issuer.deposit({ amount: money(1, 'JPY'), reference: 'a' })).ok).toBe(false);
    });

    test.each([0, -1])('a card with a limit of %d is refused', async (minor) => {
      expect(await issuer.mint({ idempotencyKey: 'k', limit: usd(minor), memo: '' })).toMatchObject({
        error: { kind: 'issuer_rejected' },
      });
    });

    test('a card whose limit would be in another currency is not given out', async () => {
      const minted = await issuer.mint({ idempotencyKey: 'k', limit: money(5_000, 'JPY'), memo: '' });
      expect(minted.ok).toBe(false);
    });

    test('the same key gives the same card, another key another card', async () => {
      const first = await mint(2_500, 'a');
      expect(await mint(2_500, 'a')).toBe(first);
      expect(await mint(2_500, 'b')).not.toBe(first);
    });

    test('the same key with another limit is refused', async () => {
      await mint(2_500, 'a');
      expect((await issuer.mint({ idempotencyKey: 'a', limit: usd(9_900), memo: 'chk' })).ok).toBe(false);
    });

    test('the last four digits are those of the number, and details print as a secret', async () => {
      const minted = valueOf(await issuer.mint({ idempotencyKey: 'k', limit: usd(100), memo: 'chk' }));
      const revealed = valueOf(await issuer.reveal(minted.issuerToken));
      const details = openSecret(revealed);
      expect(details.number.endsWith(minted.last4)).toBe(true);
      expect(details.cvc).toMatch(/^\d{3,4}$/);
      expect(details.expiryMonth).toBeGreaterThanOrEqual(1);
      expect(details.expiryMonth).toBeLessThanOrEqual(12);
      expect(String(details.expiryYear)).toMatch(/^20\d\d$/);
      expect(`${String(revealed)} ${JSON.stringify(revealed)}`).not.toContain(details.number);
    });

    test('a card that was never armed pays nothing', async () => {
      valueOf(await issuer.deposit({ amount: usd(10_000), reference: 'first' }));
      const token = await mint();
      const { number } = openSecret(valueOf(await issuer.reveal(token)));
      await world.authorize(number, 100, 'SHOP');
      expect(await transactionsOf(token)).toMatchObject([
        { status: 'declined', declineReason: world.reasons.inactive, captured: usd(0) },
      ]);
      expect(await availableMinor()).toBe(10_000n);
    });

    test('an armed card pays once, up to its limit', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_501, 'TOO MUCH');
      await world.authorize(number, 2_500, 'SHOP');
      await world.authorize(number, 1, 'AGAIN');
      expect(await transactionsOf(token)).toMatchObject([
        { status: 'declined', declineReason: world.reasons.overLimit, merchantDescriptor: 'TOO MUCH' },
        { status: 'pending', authorized: usd(2_500), captured: usd(0), declineReason: '' },
        { status: 'declined', declineReason: world.reasons.reused, merchantDescriptor: 'AGAIN' },
      ]);
      expect(await availableMinor()).toBe(7_500n);
    });

    test('a capture below the authorization gives the rest back', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_000, 'SHOP');
      await world.capture((await transactionsOf(token))[0]!.id, 1_850);
      expect(await transactionsOf(token)).toMatchObject([
        { status: 'settled', authorized: usd(2_000), captured: usd(1_850) },
      ]);
      expect(await availableMinor()).toBe(8_150n);
    });

    test('a reversal gives everything back', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_000, 'SHOP');
      await world.reverse((await transactionsOf(token))[0]!.id);
      expect(await transactionsOf(token)).toMatchObject([{ status: 'voided', captured: usd(0) }]);
      expect(await availableMinor()).toBe(10_000n);
    });

    test('an open authorization is given back where the issuer can, and only once', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_000, 'SHOP');
      const { id } = (await transactionsOf(token))[0]!;
      expect(valueOf(await issuer.recourseOf(id))).toEqual({ isReversible: world.reverses, dispute: 'none' });
      const given = await issuer.reverse(id);
      expect(given.ok).toBe(world.reverses);
      expect(await availableMinor()).toBe(world.reverses ? 10_000n : 8_000n);
      expect((await issuer.reverse(id)).ok).toBe(false);
      expect(valueOf(await issuer.recourseOf(id)).isReversible).toBe(false);
    });

    test('what was captured is not given back; a dispute about it is told', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_000, 'SHOP');
      const { id } = (await transactionsOf(token))[0]!;
      await world.capture(id, 2_000);
      expect(valueOf(await issuer.recourseOf(id))).toEqual({ isReversible: false, dispute: 'none' });
      expect(await issuer.reverse(id)).toMatchObject({ error: { kind: 'issuer_rejected' } });
      await world.dispute(id, 2_000);
      expect(valueOf(await issuer.recourseOf(id))).toEqual({ isReversible: false, dispute: 'open' });
      expect(await availableMinor()).toBe(8_000n);
    });

    test('a dispute about another payment is not told', async () => {
      const first = await armedCard();
      await world.authorize(first.number, 2_000, 'SHOP');
      const disputed = (await transactionsOf(first.token))[0]!.id;
      await world.capture(disputed, 2_000);
      await world.dispute(disputed, 2_000);
      const second = await mint(2_500, 'second');
      valueOf(await issuer.arm(second));
      await world.authorize(openSecret(valueOf(await issuer.reveal(second))).number, 300, 'SHOP');
      const other = (await transactionsOf(second))[0]!.id;
      await world.capture(other, 300);
      expect(valueOf(await issuer.recourseOf(other)).dispute).toBe('none');
    });

    test('a transaction that nobody knows is refused', async () => {
      for (const refused of [
        await issuer.recourseOf(world.unknownTransaction),
        await issuer.reverse(world.unknownTransaction),
      ])
        expect(refused).toMatchObject({ error: { kind: 'issuer_rejected' } });
    });

    test('a capture arrives after the card was closed', async () => {
      const { token, number } = await armedCard();
      await world.authorize(number, 2_000, 'SHOP');
      valueOf(await issuer.close(token));
      await world.capture((await transactionsOf(token))[0]!.id, 2_000);
      expect(await transactionsOf(token)).toMatchObject([{ status: 'settled', captured: usd(2_000) }]);
    });

    test('a frozen card does not pay until it is armed again', async () => {
      const { token, number } = await armedCard();
      valueOf(await issuer.freeze(token));
      await world.authorize(number, 100, 'SHOP');
      valueOf(await issuer.arm(token));
      await world.authorize(number, 100, 'SHOP');
      expect((await transactionsOf(token)).map(({ status }) => status)).toEqual(['declined', 'pending']);
    });

    test('a closed card stays closed; closing again is no error', async () => {
      const { token, number } = await armedCard();
      valueOf(await issuer.close(token));
      valueOf(await issuer.close(token));
      expect(await issuer.arm(token)).toMatchObject({ error: { kind: 'issuer_rejected' } });
      expect(await issuer.freeze(token)).toMatchObject({ error: { kind: 'issuer_rejected' } });
      await world.authorize(number, 100, 'SHOP');
      expect(await transactionsOf(token)).toMatchObject([
        { status: 'declined', declineReason: world.reasons.closed },
      ]);
    });

    test('a card that was closed may be asked for again under its key', async () => {
      const token = await mint(2_500, 'a');
      valueOf(await issuer.close(token));
      expect(await mint(2_500, 'a')).toBe(token);
    });

    test('an unknown card is refused', async () => {
      const calls = [issuer.reveal('nope'), issuer.arm('nope'), issuer.freeze('nope'), issuer.close('nope')];
      for (const refused of await Promise.all(calls))
        expect(refused).toMatchObject({ error: { kind: 'issuer_rejected', status: 404 } });
    });
  });
}
