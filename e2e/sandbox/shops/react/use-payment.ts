import { useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { MountedFields } from '../../psp/browser/hosted-fields.ts';
import type { OrderAnswer, OrderForm } from '../order-form.ts';

const REFUSALS: Record<string, string> = {
  invalid_number: 'Your card number is not valid.',
  invalid_expiry: 'Your card’s expiration date is not valid.',
  invalid_cvc: 'Your card’s security code is not valid.',
};

async function post(path: string, body: unknown): Promise<OrderAnswer> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await reply.json()) as OrderAnswer;
}

interface Parameters {
  fields: RefObject<MountedFields | undefined>;
  /** Where the bank's question is shown. */
  challenge: RefObject<HTMLDivElement | null>;
  makeForm: (token: string) => OrderForm;
}

/** Takes a form through token, order, bank check and on to the next page. */
export function usePayment({ fields, challenge, makeForm }: Parameters) {
  const [, navigate] = useLocation();
  const [isPaying, setIsPaying] = useState(false);
  const [problem, setProblem] = useState('');

  async function settle(answer: OrderAnswer): Promise<void> {
    if (answer.status === 'confirmed' || answer.status === 'processing') return navigate(answer.next);
    if (answer.status !== 'requires_action') {
      setProblem(answer.message);
      setIsPaying(false);
      return;
    }
    if (!fields.current || !challenge.current) return;
    await fields.current.authenticate(answer.action, challenge.current);
    await settle(await post(`/api/orders/${answer.ref}/complete`, {}));
  }

  async function run(): Promise<void> {
    const made = await fields.current?.createToken();
    if (!made?.ok) {
      setProblem(REFUSALS[made?.reason ?? ''] ?? 'Please check your card details.');
      setIsPaying(false);
      return;
    }
    await settle(await post('/api/orders', makeForm(made.token)));
  }

  function pay(): void {
    if (isPaying) return;
    setIsPaying(true);
    setProblem('');
    run().catch(() => {
      setProblem('The shop could not be reached. Please try again.');
      setIsPaying(false);
    });
  }

  return { pay, isPaying, problem };
}
