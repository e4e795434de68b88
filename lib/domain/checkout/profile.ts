import { z } from 'zod';

/**
 * Contact and delivery as the operator types them; every value is filled into checkouts as it stands here. Stays in the
 * extension; agents see city and country.
 */
export const Profile = z.strictObject({
  givenName: z.string().min(1).max(80),
  familyName: z.string().min(1).max(80),
  /** How the names are read, as Japanese shops ask in katakana; empty where nobody asks. */
  phoneticGivenName: z.string().max(80).default(''),
  phoneticFamilyName: z.string().max(80).default(''),
  email: z.email().max(200),
  phone: z.string().max(40),
  addressLine1: z.string().min(1).max(200),
  addressLine2: z.string().max(200),
  city: z.string().min(1).max(100),
  region: z.string().max(100),
  postalCode: z.string().max(20),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type Profile = z.infer<typeof Profile>;
