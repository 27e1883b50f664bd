import type { Address } from '../address/address.ts';

const HIDDEN = '•••';

/** Country codes of ITU-T E.164 begin so: one digit, two digits, or else three. */
const COUNTRY_CODE = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * An address that may lie open on a screen: enough to tell two parcels apart, not enough to find a person. Names keep
 * the first letter of each part, the street its beginning, the phone its country code and at most four last digits;
 * city, region, postcode and country stay. Hidden runs are always the same length, so that they tell nothing.
 */
export function maskAddress(address: Address): Address {
  return {
    ...address,
    name: maskName(address.name),
    lines: address.lines.map((line, index) => (index === 0 ? maskStreet(line) : hide(line))),
    phone: address.phone === null ? null : maskPhone(address.phone),
  };
}

/** A customs number: its first letter and the last three, enough to compare it with a form. */
export function maskCustomsId(customsId: string): string {
  const characters = charactersOf(customsId);
  return characters.length < 8 ? HIDDEN : `${characters[0]} ${HIDDEN} ${characters.slice(-3).join('')}`;
}

const hide = (text: string): string => (text.trim() === '' ? '' : HIDDEN);

/** Characters, not UTF-16 units, and composed ones: a decomposed Hangul syllable must not be cut in two. */
const charactersOf = (text: string): string[] => Array.from(text.normalize('NFC').trim());

function maskName(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  return parts.map((part) => `${charactersOf(part)[0] ?? ''}${HIDDEN}`).join(' ');
}

function maskStreet(line: string): string {
  const characters = charactersOf(line);
  const kept = Math.min(4, Math.floor(characters.length / 2));
  return characters.length === 0 ? '' : `${characters.slice(0, kept).join('')}${HIDDEN}`;
}

/** Without a plus in front nobody knows the country code, so it is not shown. A short number shows less than four digits. */
function maskPhone(phone: string): string {
  const plain = phone.normalize('NFKC').trim();
  const digits = plain.replace(/\D/g, '');
  const code = plain.startsWith('+') ? (COUNTRY_CODE.exec(digits)?.[0] ?? '') : '';
  const national = digits.slice(code.length);
  const shown = Math.min(4, Math.floor(national.length / 2));
  const tail = shown === 0 ? '' : national.slice(-shown);
  return plain === '' ? '' : [code === '' ? '' : `+${code}`, HIDDEN, tail].filter((part) => part !== '').join(' ');
}
