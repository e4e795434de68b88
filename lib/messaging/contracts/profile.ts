/** What the operator says of themselves. It belongs to the domain; the surfaces take its type from here. */
export { Profile } from '../../domain/checkout/profile.ts';
