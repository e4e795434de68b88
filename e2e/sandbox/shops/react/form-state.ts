import type { OrderForm } from '../order-form.ts';

export interface FormState {
  email: string;
  phone: string;
  name: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  postalCode: string;
  country: 'US' | 'CA';
  cardholder: string;
  shipping: 'standard' | 'express';
}

export type ChangeForm = (change: Partial<FormState>) => void;

export const EMPTY_FORM: FormState = {
  email: '',
  phone: '',
  name: '',
  line1: '',
  line2: '',
  city: '',
  state: '',
  postalCode: '',
  country: 'US',
  cardholder: '',
  shipping: 'standard',
};

/** Makes what is posted to the shop. */
export function toOrderForm(
  form: FormState,
  rest: Pick<OrderForm, 'sku' | 'token' | 'expectedTotal'>,
): OrderForm {
  const { email, phone, name, line1, line2, city, state, postalCode, country, cardholder, shipping } = form;
  return {
    ...rest,
    contact: { email, phone },
    address: { name, line1, line2, city, state, postalCode, country },
    cardholder,
    shipping,
  };
}
