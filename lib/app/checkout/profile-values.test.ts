import { describe, expect, test } from 'vitest';
import { profileValueFor } from './profile-values.ts';

const profile = {
  givenName: 'Ada',
  familyName: 'Byron',
  phoneticGivenName: '',
  phoneticFamilyName: '',
  email: 'ada@example.org',
  phone: '+49 30 123456',
  addressLine2: '',
  city: 'Berlin',
  region: '',
  postalCode: '10115',
  country: 'DE',
};

describe('the number of the house, asked for apart', () => {
  test.each([
    ['Hauptstr. 5a', 'Hauptstr.', '5a'],
    ['Calle Mayor, 12', 'Calle Mayor', '12'],
    ['ul. Długa 5/7', 'ul. Długa', '5/7'],
    ['Straße des 17. Juni 135', 'Straße des 17. Juni', '135'],
    ['12 bis rue de la Paix', 'rue de la Paix', '12 bis'],
    ['1600 Pennsylvania Avenue', 'Pennsylvania Avenue', '1600'],
    ['Rua Augusta 100-102', 'Rua Augusta', '100-102'],
  ])('%s', (addressLine1, street, house) => {
    const own = { ...profile, addressLine1 };
    const form = ['street-address', 'house-number'] as const;
    expect(profileValueFor('street-address', own, form)?.value).toBe(street);
    expect(profileValueFor('house-number', own, form)?.value).toBe(house);
    expect(profileValueFor('street-address', own, ['street-address'])?.value).toBe(addressLine1);
  });

  test('a line without one leaves the box to a person', () => {
    const own = { ...profile, addressLine1: 'Gut Neuhof' };
    expect(profileValueFor('house-number', own, ['address-line1', 'house-number'])).toBeUndefined();
    expect(profileValueFor('address-line1', own, ['address-line1', 'house-number'])?.value).toBe(
      'Gut Neuhof',
    );
  });
});
