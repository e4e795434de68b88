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

describe('a telephone number', () => {
  const own = { ...profile, addressLine1: '', country: 'US', phone: '+1 (415) 555-0132' };

  test('is told in two parts where its area code is known by its length', () => {
    const valueOf = profileValuesIn(['tel-area-code', 'tel-local'], own);
    expect([valueOf('tel-area-code')?.value, valueOf('tel-local')?.value]).toEqual(['415', '5550132']);
    const abroad = profileValuesIn(['tel-area-code', 'tel-local'], { ...profile, addressLine1: '' });
    expect(abroad('tel-area-code')).toBeUndefined();
  });

  test('is given whole to each of three boxes, over which the page cuts it', () => {
    const form = ['tel-country-code', 'tel-area-code', 'tel-local', 'tel-local'] as const;
    const valueOf = profileValuesIn(form, own);
    expect(form.map((token) => valueOf(token)?.value)).toEqual([
      '+1', '4155550132', '4155550132', '4155550132',
    ]); // prettier-ignore
  });

  test('is told in its parts wherever a form asks for two numbers of two boxes each', () => {
    const form = ['tel-area-code', 'tel-local', null, 'tel-area-code', 'tel-local'] as const;
    const valueOf = profileValuesIn(form, own);
    expect([valueOf('tel-area-code')?.value, valueOf('tel-local')?.value]).toEqual(['415', '5550132']);
  });
});
