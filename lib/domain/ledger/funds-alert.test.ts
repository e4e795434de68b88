import { describe, expect, test } from 'vitest';
import { money } from '../../kernel/money.ts';
import { applyPostings, NO_BALANCES, type Balances } from './balances.ts';
import { DEFAULT_FUNDS_ALERT, isLowFundsNews, lowFundsOf, withAvailable } from './funds-alert.ts';
import { transfer } from './posting.ts';

const usd = (minor: number) => money(minor, 'USD');
const funded = (minor: number): Balances =>
  applyPostings(NO_BALANCES, transfer('external:issuer', 'wallet:available', usd(minor)));
const spend = (balances: Balances, minor: number) =>
  applyPostings(balances, transfer('wallet:available', 'merchant:shop.example:spent', usd(minor)));

describe('[A4][A66] low funds', () => {
  test('are told from the first cent below the threshold, and not on it', () => {
    const alert = { below: usd(1_000) };
    expect(lowFundsOf(alert, funded(1_000))).toBeUndefined();
    expect(lowFundsOf(alert, funded(999))).toEqual(usd(1_000));
  });

  test('are not those of a wallet that was never funded', () => {
    expect(lowFundsOf(DEFAULT_FUNDS_ALERT, NO_BALANCES)).toBeUndefined();
  });

  test('are those of a wallet that was emptied', () => {
    expect(lowFundsOf(DEFAULT_FUNDS_ALERT, spend(funded(5_000), 5_000))).toEqual(usd(1_000));
  });

  test('are nothing that the operator hears of who does not want to', () => {
    expect(lowFundsOf({ below: null }, funded(1))).toBeUndefined();
  });

  test('are news once, and again after there was enough', () => {
    const low = spend(funded(2_000), 1_500);
    expect(isLowFundsNews(DEFAULT_FUNDS_ALERT, low)).toBe(true);
    const told = { ...DEFAULT_FUNDS_ALERT, toldAt: 1 };
    expect(isLowFundsNews(withAvailable(told, spend(low, 100)), low)).toBe(false);
    const topped = applyPostings(low, transfer('external:issuer', 'wallet:available', usd(5_000)));
    expect(isLowFundsNews(withAvailable(told, topped), spend(topped, 5_000))).toBe(true);
  });
});
