/** States and provinces that the shop ships to, by country. */
export const REGIONS: Record<'US' | 'CA', readonly (readonly [code: string, name: string])[]> = {
  US: [
    ['AZ', 'Arizona'],
    ['CA', 'California'],
    ['CO', 'Colorado'],
    ['FL', 'Florida'],
    ['GA', 'Georgia'],
    ['IL', 'Illinois'],
    ['MA', 'Massachusetts'],
    ['MI', 'Michigan'],
    ['MN', 'Minnesota'],
    ['NC', 'North Carolina'],
    ['NJ', 'New Jersey'],
    ['NY', 'New York'],
    ['OH', 'Ohio'],
    ['OR', 'Oregon'],
    ['PA', 'Pennsylvania'],
    ['TX', 'Texas'],
    ['VA', 'Virginia'],
    ['WA', 'Washington'],
    ['WI', 'Wisconsin'],
  ],
  CA: [
    ['AB', 'Alberta'],
    ['BC', 'British Columbia'],
    ['MB', 'Manitoba'],
    ['ON', 'Ontario'],
    ['QC', 'Quebec'],
  ],
};

export const POSTAL_MASKS: Record<'US' | 'CA', string> = { US: '00000[-0000]', CA: 'a0a 0a0' };
