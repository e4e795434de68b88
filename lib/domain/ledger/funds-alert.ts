import { money, type Money } from '../../kernel/money.ts';
import { WALLET_CURRENCY } from './wallet-currency.ts';
import { balanceOf, walletBalanceOf, type Balances } from './balances.ts';

/** When the operator is told that funds run low, and whether that was done since they did. */
export interface FundsAlert {
  /** Less than this available is low; `null` when the operator does not want to know. */
  readonly below: Money | null;
  readonly toldAt?: number;
}

/** Until the operator says otherwise. */
export const DEFAULT_FUNDS_ALERT: FundsAlert = { below: money(10_00, WALLET_CURRENCY) };

/** Gives the amount below which a wallet that was ever funded has fallen, if it has. */
export function lowFundsOf({ below }: FundsAlert, balances: Balances): Money | undefined {
  if (!below || walletBalanceOf(balances, below.currency).funded.minor === 0n) return undefined;
  return balanceOf(balances, 'wallet:available', below.currency).minor < below.minor ? below : undefined;
}

/** Tells whether the operator is to be told now: once each time that funds have run low. */
export function isLowFundsNews(alert: FundsAlert, balances: Balances): boolean {
  return alert.toldAt === undefined && lowFundsOf(alert, balances) !== undefined;
}

/** The alert after money has moved: what is no longer low can run low again. */
export function withAvailable(alert: FundsAlert, balances: Balances): FundsAlert {
  return alert.toldAt === undefined || lowFundsOf(alert, balances) ? alert : { below: alert.below };
}
