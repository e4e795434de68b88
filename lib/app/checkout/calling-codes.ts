/** Countries by calling code (ITU-T E.164, list of 2016-11-01): what a phone's country selector asks for. */
const COUNTRIES_BY_CODE: Readonly<Record<string, string>> = {
  1: 'US CA PR DO JM', 7: 'RU KZ', 20: 'EG', 27: 'ZA', 30: 'GR', 31: 'NL', 32: 'BE', 33: 'FR', 34: 'ES', 36: 'HU',
  39: 'IT VA', 40: 'RO', 41: 'CH', 43: 'AT', 44: 'GB GG IM JE', 45: 'DK', 46: 'SE', 47: 'NO SJ', 48: 'PL', 49: 'DE',
  51: 'PE', 52: 'MX', 54: 'AR', 55: 'BR', 56: 'CL', 57: 'CO', 60: 'MY', 61: 'AU', 62: 'ID', 63: 'PH', 64: 'NZ',
  65: 'SG', 66: 'TH', 81: 'JP', 82: 'KR', 84: 'VN', 86: 'CN', 90: 'TR', 91: 'IN', 92: 'PK', 94: 'LK', 212: 'MA',
  213: 'DZ', 216: 'TN', 233: 'GH', 234: 'NG', 254: 'KE', 351: 'PT', 352: 'LU', 353: 'IE', 354: 'IS', 356: 'MT',
  357: 'CY', 358: 'FI', 359: 'BG', 370: 'LT', 371: 'LV', 372: 'EE', 380: 'UA', 381: 'RS', 385: 'HR', 386: 'SI',
  420: 'CZ', 421: 'SK', 423: 'LI', 506: 'CR', 593: 'EC', 598: 'UY', 852: 'HK', 880: 'BD', 886: 'TW', 961: 'LB',
  962: 'JO', 965: 'KW', 966: 'SA', 971: 'AE', 972: 'IL', 974: 'QA',
}; // prettier-ignore

/** Gives a country's calling code without the plus; `undefined` for one that is not in the list. */
export function callingCodeOf(country: string): string | undefined {
  return Object.entries(COUNTRIES_BY_CODE).find(([, countries]) =>
    countries.split(' ').includes(country),
  )?.[0];
}

/** Gives a phone number without its country's calling code, as fields beside a country selector want it. */
export function nationalNumberOf(phone: string, country: string): string {
  const code = callingCodeOf(country);
  const digits = phone.replace(/[^\d+]/g, '').replace(/^00/, '+');
  if (code !== undefined && digits.startsWith(`+${code}`)) return digits.slice(code.length + 1);
  return phone.replace(/^\+\d{1,3}\s+/, '');
}
