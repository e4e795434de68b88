import { describe, expect, it } from 'vitest';
import { createUndeliveredKeys } from './undelivered-keys.ts';

describe('keys of calls whose answer did not arrive', () => {
  it('are used again for the next equal call, whatever the order of its arguments', () => {
    const keys = createUndeliveredKeys();
    const first = keys.take('payment_execute', { url: 'u', mandate: 'm' });
    keys.keep('payment_execute', { url: 'u', mandate: 'm' }, first);
    expect(keys.take('payment_execute', { mandate: 'm', url: 'u' })).toBe(first);
  });

  it('are not used for another call, nor twice', () => {
    const keys = createUndeliveredKeys();
    keys.keep('payment_execute', { url: 'u' }, 'lost');
    keys.keep('payment_execute', { url: 'u' }, 'lost');
    expect(keys.take('payment_execute', { url: 'v' })).not.toBe('lost');
    expect(keys.take('checkout_preview', { url: 'u' })).not.toBe('lost');
    expect(keys.take('payment_execute', { url: 'u' })).toBe('lost');
    expect(keys.take('payment_execute', { url: 'u' })).not.toBe('lost');
  });

  it('are new for a call that was answered: buying twice may be meant', () => {
    const keys = createUndeliveredKeys();
    expect(keys.take('payment_execute', { url: 'u' })).not.toBe(keys.take('payment_execute', { url: 'u' }));
  });
});
