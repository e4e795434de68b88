import { expect, test } from 'vitest';
import type { AgentId } from '../kernel/ids.ts';
import { EMPTY_MANDATE, readMandateForm } from './mandate-templates.ts';

const agentId = 'agt_approved89abcdef0' as AgentId;
const read = (part: Partial<typeof EMPTY_MANDATE>) =>
  readMandateForm({ ...EMPTY_MANDATE, purpose: 'Paper', ...part }, agentId);

test('amounts are read as any of our languages writes them', () => {
  expect(
    read({
      amount: '50,00',
      askAbove: '\u0661\u0660',
      maxPayments: '\u0663',
      days: '\u0663\u0660',
      merchants: 'a.example, b.example',
    }),
  ).toMatchObject({
    ok: true,
    value: {
      amount: '50.00',
      perPayment: '',
      askAbove: '10',
      maxPayments: '3',
      days: 30,
      merchants: ['a.example', 'b.example'],
    },
  });
});

test.each([
  [{ amount: '1,234' }, 'amount'],
  [{ amount: '' }, 'amount'],
  [{ perPayment: 'lots' }, 'perPayment'],
  [{ maxPayments: '1.5' }, 'maxPayments'],
  [{ days: '400' }, 'days'],
  [{ days: '' }, 'days'],
  [{ purpose: 'p'.repeat(281) }, 'purpose'],
])('%j names the field that is wrong', (part, field) => {
  expect(read(part)).toEqual({ ok: false, error: field });
});
