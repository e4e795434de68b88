import { describe, expect, test } from 'vitest';
import { SNAPSHOTS } from '../../e2e/gallery/snapshots.ts';
import { frontItem, NO_CHOICE, screenOf } from './screen.ts';

const kindOf = (name: string, choice = NO_CHOICE) => screenOf(SNAPSHOTS[name]!, choice).kind;

describe('the one screen', () => {
  test.each([
    ['create', 'create'],
    ['locked', 'unlock'],
    ['issuer', 'issuer'],
    ['deposit', 'deposit'],
    ['profile', 'profile'],
    ['sites', 'sites'],
    ['idle', 'idle'],
    ['agent', 'agent'],
    ['sign', 'mandate'],
    ['choose', 'choice'],
    ['approve', 'preview'],
    ['handoff', 'handoff'],
    ['unknown', 'unknown'],
    ['running', 'running'],
  ])('%s shows %s', (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  test('what is in front stays in front while it waits', () => {
    const item = { kind: 'mandate', id: 'mand_0123456789abcdef' } as const;
    expect(kindOf('approve-changed')).toBe('preview');
    expect(kindOf('approve-changed', { ...NO_CHOICE, item })).toBe('mandate');
    expect(kindOf('approve', { ...NO_CHOICE, item })).toBe('preview');
  });

  test('what waits and cannot be shown gives way to what can be answered', () => {
    const { checkouts, queue, ...rest } = SNAPSHOTS.approve!;
    const lost = { kind: 'unknown', id: 'chk_unseen6789abcdef' } as const;
    const snapshot = { ...rest, checkouts, queue: [lost, ...queue] };
    expect(screenOf(snapshot, NO_CHOICE).kind).toBe('preview');
    expect(screenOf(snapshot, { ...NO_CHOICE, item: lost }).kind).toBe('preview');
    expect(frontItem(snapshot, lost)).toEqual(queue[0]);
  });

  test('a run that was followed ends in its receipt', () => {
    expect(kindOf('paid', { ...NO_CHOICE, followed: 'chk_paid456789abcdef' })).toBe('ended');
  });

  test('a skipped step is not asked again while the surface is open', () => {
    expect(kindOf('deposit', { ...NO_CHOICE, isDepositSkipped: true })).toBe('profile');
    expect(kindOf('deposit', { ...NO_CHOICE, isDepositSkipped: true, isProfileSkipped: true })).toBe('idle');
  });
});
