import { describe, expect, test } from 'vitest';
import { profileValuesIn } from './profile-values.ts';

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
    expect(profileValuesIn(form, own)('street-address')?.value).toBe(street);
    expect(profileValuesIn(form, own)('house-number')?.value).toBe(house);
    expect(profileValuesIn(['street-address'], own)('street-address')?.value).toBe(addressLine1);
  });

  test('a line without one leaves the box to a person', () => {
    const own = { ...profile, addressLine1: 'Gut Neuhof' };
    expect(profileValuesIn(['address-line1', 'house-number'], own)('house-number')).toBeUndefined();
    expect(profileValuesIn(['address-line1', 'house-number'], own)('address-line1')?.value).toBe(
      'Gut Neuhof',
    );
  });
});
