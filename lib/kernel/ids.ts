import { z } from 'zod';

const idOf = <P extends string, B extends string>(prefix: P, brand: B) => {
  void brand;
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z]{16,40}$`), `an id like ${prefix}_…`)
    .brand<B>();
};

export const AgentId = idOf('agt', 'AgentId');
export type AgentId = z.infer<typeof AgentId>;
export const MandateId = idOf('mand', 'MandateId');
export type MandateId = z.infer<typeof MandateId>;
export const CheckoutId = idOf('chk', 'CheckoutId');
export type CheckoutId = z.infer<typeof CheckoutId>;
export const CardId = idOf('card', 'CardId');
export type CardId = z.infer<typeof CardId>;
export const ChoiceId = idOf('choice', 'ChoiceId');
export type ChoiceId = z.infer<typeof ChoiceId>;
export const EventId = idOf('evt', 'EventId');
export type EventId = z.infer<typeof EventId>;
export const HoldId = idOf('hold', 'HoldId');
export type HoldId = z.infer<typeof HoldId>;
export const ProfileId = idOf('prof', 'ProfileId');
export type ProfileId = z.infer<typeof ProfileId>;

/** The prefixes of our ids, by what they name. */
export type IdPrefix = 'agt' | 'mand' | 'chk' | 'card' | 'choice' | 'evt' | 'hold' | 'prof';
