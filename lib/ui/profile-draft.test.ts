import { expect, test } from 'vitest';
import { wrongDetailOf } from './profile-draft.ts';

const PERSON = {
  givenName: 'Ada',
  familyName: 'Byron',
  phoneticGivenName: '',
  phoneticFamilyName: '',
  email: 'ada@mail.example',
  phone: '',
  addressLine1: '1 Example Street',
  addressLine2: '',
  city: 'Springfield',
  region: '',
  postalCode: '',
  country: 'US',
};

test('the detail that cannot be saved is named', () => {
  expect(wrongDetailOf(PERSON)).toBeUndefined();
  expect(wrongDetailOf({ ...PERSON, email: 'me@localhost' })).toBe('email');
});
