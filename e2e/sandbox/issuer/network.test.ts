import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';
import { CardNetwork } from './network.ts';
import { Program, type CardTransaction, type IssuedCard, type Merchant } from './program.ts';

const MERCHANT: Merchant = {
  descriptor: 'NORTHWIND PAPER',
  mcc: '5943',
  acceptorId: 'M1',
  city: 'SAN FRANCISCO',
  state: 'CA',
  country: 'USA',
};

let world: World;
let program: Program;
let network: CardNetwork;

function mint(changes: Partial<IssuedCard> = {}): IssuedCard {
  const card = program.mint({
    type: 'SINGLE_USE',
    state: 'OPEN',
    spendLimit: 2000,
    spendLimitDuration: 'FOREVER',
    memo: '',
    ...changes,
  });
  if (card === 'conflict') throw new Error('no key was given');
  return card;
}

const authorize = (card: IssuedCard, amount: number) =>
  network.authorize(card, { amount, merchant: MERCHANT });
const reasonOf = (transaction: CardTransaction) => transaction.events[0]?.detailedResult;

beforeEach(() => {
  world = createWorld(1, () => {
    throw new Error('no servers here');
  });
  program = new Program(world);
  network = new CardNetwork(world, program);
  program.credit('opening', 10_000);
});

afterEach(() => {
  expect(program.available + program.pending).toBeLessThanOrEqual(10_000);
});

describe('authorizing', () => {
  test('a paused card declines and stays usable once opened', () => {
    const card = mint({ state: 'PAUSED' });
    expect(reasonOf(authorize(card, 500))).toBe('CARD_PAUSED');
    program.changeState(card, 'OPEN');
    expect(authorize(card, 500).status).toBe('PENDING');
  });

  test('a closed card declines and cannot be opened again', () => {
    const card = mint();
    program.changeState(card, 'CLOSED');
    expect(program.changeState(card, 'OPEN')).toBe('closed_for_good');
    expect(reasonOf(authorize(card, 500))).toBe('CARD_CLOSED');
  });

  test('a single-use card closes at its first approval and declines for ever after', () => {
    const card = mint();
    expect(authorize(card, 500).status).toBe('PENDING');
    expect(card.state).toBe('CLOSED');
    expect(reasonOf(authorize(card, 1))).toBe('SINGLE_USE_CARD_REATTEMPTED');
  });

  test('a decline does not use up a single-use card', () => {
    const card = mint({ spendLimit: 400 });
    expect(reasonOf(authorize(card, 401))).toBe('CARD_SPEND_LIMIT_EXCEEDED');
    expect(card.state).toBe('OPEN');
    expect(authorize(card, 400).status).toBe('PENDING');
  });

  test('a lifetime limit counts all authorizations of a card, a transaction limit each by itself', () => {
    const forever = mint({ type: 'VIRTUAL', spendLimit: 1000 });
    authorize(forever, 600);
    expect(reasonOf(authorize(forever, 600))).toBe('CARD_SPEND_LIMIT_EXCEEDED');
    const each = mint({ type: 'VIRTUAL', spendLimit: 1000, spendLimitDuration: 'TRANSACTION' });
    authorize(each, 600);
    expect(authorize(each, 600).status).toBe('PENDING');
  });

  test('the program’s money bounds every card', () => {
    expect(reasonOf(authorize(mint({ spendLimit: 0 }), 10_001))).toBe('INSUFFICIENT_FUNDS');
  });

  test('a wrong security code or expiry declines', () => {
    const card = mint();
    const wrongCode = network.authorize(card, { amount: 1, merchant: MERCHANT, cvv: 'xxx' });
    expect(reasonOf(wrongCode)).toBe('CARD_SECURITY_CODE_INCORRECT');
    const wrongYear = network.authorize(card, { amount: 1, merchant: MERCHANT, expYear: '2020' });
    expect(reasonOf(wrongYear)).toBe('CARD_EXPIRY_DATE_INCORRECT');
  });

  test('a scripted decline is what the transaction says', () => {
    world.options.merge({ decline: 'DO_NOT_HONOR' });
    expect(reasonOf(authorize(mint(), 1))).toBe('DO_NOT_HONOR');
  });
});

describe('holds and captures', () => {
  test('a hold lowers what is available, and a smaller capture gives the rest back', () => {
    const transaction = authorize(mint(), 1500);
    expect([program.available, program.pending]).toEqual([8500, 1500]);
    expect(network.clear(transaction, 1350)).toBe('cleared');
    expect([program.available, program.pending]).toEqual([8650, 0]);
    expect(transaction).toMatchObject({ status: 'SETTLED', authorized: 1500, settled: 1350 });
  });

  test('several captures add up', () => {
    const transaction = authorize(mint(), 1500);
    network.clear(transaction, 1000);
    network.clear(transaction, 300);
    expect(transaction.settled).toBe(1300);
  });

  test('a voided hold comes back, in part or whole; a capture may arrive all the same', () => {
    const transaction = authorize(mint(), 1500);
    network.void(transaction, 'AUTHORIZATION_REVERSAL', 500);
    expect([transaction.status, program.pending]).toEqual(['PENDING', 1000]);
    network.void(transaction, 'AUTHORIZATION_REVERSAL');
    expect([transaction.status, program.available]).toEqual(['VOIDED', 10_000]);
    expect(network.clear(transaction, 500)).toBe('cleared');
    expect([transaction.status, transaction.settled]).toEqual(['SETTLED', 500]);
  });

  test('an expired hold says so', () => {
    const transaction = authorize(mint(), 1500);
    network.void(transaction, 'AUTHORIZATION_EXPIRY');
    expect(transaction.status).toBe('EXPIRED');
  });

  test('a declined authorization cannot be captured', () => {
    const declined = authorize(mint({ state: 'PAUSED' }), 100);
    expect(network.clear(declined, 100)).toBe('not_an_open_authorization');
  });

  test('a refund reaches a closed card’s program', () => {
    const card = mint();
    network.clear(authorize(card, 1500));
    network.refund(card, MERCHANT, 700);
    expect(program.available).toBe(9200);
  });
});
