import { hasDhlCheckDigit, hasFedexCheckDigit, hasGs1CheckDigit, hasUpsCheckDigit } from './check-digits.ts';
import { parseTrackingNumber } from './tracking-number.ts';

/** One barcode as a reader reports it: the symbology's name, and its text with GS1 identifiers in brackets or bare. */
export interface ReadBarcode {
  readonly format: string;
  readonly text: string;
}

/** Symbols that carry products (EAN, UPC, DataBar, ITF-14) or a carrier's sorting data, never a bare tracking number. */
const OTHER_SYMBOLS = /^(ean|upc|isbn|databar|itf14|maxicode|pdf417|micropdf417)/;
const MATRIX_SYMBOLS = /^(qr|microqr|rmqr|datamatrix|aztec)/;

/** Finds a carrier's number in the text of a barcode, or null. Most telling first: the order ranks the candidates. */
const KINDS: readonly ((text: string, format: string) => string | null)[] = [
  (text) => (parsedScheme(text) === 's10' ? text : null),
  (text) => (/^1Z[A-Z0-9]{15}\d$/.test(text) && hasUpsCheckDigit(text) ? text : null),
  uspsNumber,
  ssccNumber,
  // DHL licence plates (ISO 15459): piece ids of DHL Express and DHL Parcel.
  (text) => (/^(JJD|JVGL|JD)\d{8,30}$/.test(text) ? text : null),
  fedexNumber,
  (text, format) => (format === 'itf' && /^\d{12}$/.test(text) && hasDhlCheckDigit(text) ? text : null),
  (text, format) => (isPlainCode(text, format) && !MATRIX_SYMBOLS.test(format) ? text : null),
  (text, format) => (isPlainCode(text, format) ? text : null),
];

/**
 * Which barcodes of a carrier's label look like tracking numbers, most likely first and each once: numbers of a known
 * carrier's shape and check digit, then other codes of 8 to 40 letters and digits. Left out are the order's own
 * numbers, product codes, links, and codes that only sort the parcel (postcodes, routing codes).
 */
export function trackingCandidates(
  barcodes: readonly ReadBarcode[],
  known: { readonly orderNumbers: readonly string[] },
): string[] {
  const ownNumbers = new Set(known.orderNumbers.map(lettersAndDigits));
  const ranked = barcodes.flatMap((barcode) => {
    const format = lettersAndDigits(barcode.format).toLowerCase();
    const text = OTHER_SYMBOLS.test(format) ? null : withoutGs1(barcode.text);
    const found = text === null ? null : firstKind(text, format);
    return found === null || ownNumbers.has(found.number) ? [] : [found];
  });
  ranked.sort((left, right) => left.rank - right.rank);
  return [...new Set(ranked.map((candidate) => candidate.number))];
}

function firstKind(text: string, format: string): { rank: number; number: string } | null {
  for (const [rank, kind] of KINDS.entries()) {
    const number = kind(text, format);
    // A number that could not be assigned (an S10 with a wrong check digit) or that was never filled in is none.
    if (number !== null) return parsedScheme(number) === null || /^(.)\1+$/.test(number) ? null : { rank, number };
  }
  return null;
}

const lettersAndDigits = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

function parsedScheme(text: string): 's10' | 'other' | null {
  const number = parseTrackingNumber(text);
  return number.ok ? number.scheme : null;
}

/**
 * The text without spaces, separators and brackets. Where the reader brackets GS1 application identifiers, only what
 * can be a number is left: 00 (SSCC) and 9x (a carrier's own), not the postcodes before it (420, 421) nor anything
 * that starts otherwise (403 routing, 01 product). Source: GS1 General Specifications, section 3.
 */
function withoutGs1(text: string): string | null {
  const plain = text.replace(/[\s\u001d␝]/g, '').toUpperCase();
  if (!plain.startsWith('(')) return plain;
  const elements = [...plain.matchAll(/\((\d{2,4})\)([^()]*)/g)].map(([, identifier = '', value = '']) => ({
    identifier,
    value,
  }));
  const first = elements.find(({ identifier }) => identifier !== '420' && identifier !== '421');
  return first !== undefined && /^(00|9\d)$/.test(first.identifier) ? first.identifier + first.value : null;
}

/**
 * USPS: 20 digits, or 22 or 26 beginning 91 to 95, modulo 10; on the label behind 420 and a ZIP of five or nine digits
 * (IMpb, USPS Publication 199).
 */
function uspsNumber(text: string): string | null {
  const candidates = [text, ...[8, 12].filter(() => /^420\d+$/.test(text)).map((length) => text.slice(length))];
  const isNumber = (digits: string) => /^(?!00)\d{20}$|^9[1-5]\d{20}(\d{4})?$/.test(digits) && hasGs1CheckDigit(digits);
  return candidates.find(isNumber) ?? null;
}

/** SSCC with its identifier 00: DHL Paket's number. A reader that writes no brackets leaves the identifier 96 behind it. */
function ssccNumber(text: string): string | null {
  return /^(00\d{18})(96\d{1,10})?$/.exec(text)?.[1] ?? null;
}

/** FedEx: twelve digits; fifteen (Ground); the label's 34 digits, whose last twelve count, and 22 beginning 96 (last fifteen). */
function fedexNumber(text: string): string | null {
  const express = /^(?:(?:1|96)\d+)?(\d{12})$/.exec(text)?.[1];
  if (express !== undefined && (text.length === 12 || text.length === 34) && hasFedexCheckDigit(express))
    return express;
  const ground = /^(?:96\d{5})?(\d{15})$/.exec(text)?.[1];
  return ground !== undefined && hasGs1CheckDigit(ground) ? ground : null;
}

/** A code that may be some carrier's number: 8 to 40 letters and digits, with five digits or more, and no routing code. */
function isPlainCode(text: string, format: string): boolean {
  if (!/^[A-Z0-9]{8,40}$/.test(text) || !/(\d.*){5}/.test(text)) return false;
  // 420/421: GS1 ship-to postcodes. Fourteen digits in 2 of 5: a DHL Leitcode or a carton's GTIN.
  const isPostcode = /^420\d{5}(\d{4})?$|^421\d{3}[A-Z0-9]{3,9}$|^420\d{22,}$/.test(text);
  const isRouting = format === 'itf' && text.length === 14;
  return !isPostcode && !isRouting;
}
