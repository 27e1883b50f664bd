import type { Order } from '../../core/order/order.ts';
import { numbersOf } from './codes-of.ts';

/** More of one note or title is not indexed. */
const LONGEST_TEXT = 2_000;

/** Characters of scripts written without spaces, or cut into syllables: each is a token of its own. */
const OWN = '(?=[\\p{L}\\p{N}])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー]';
const OWN_TOKEN = new RegExp(`^${OWN}$`, 'u');
const TOKEN = new RegExp(`${OWN}|(?:(?!${OWN})[\\p{L}\\p{N}])+`, 'gu');

/** True for a token that is one character of a script without spaces. */
export function isOwnToken(token: string): boolean {
  return OWN_TOKEN.test(token);
}

/** One spelling for what looks the same: full width, accents and case fall away; Korean syllables stay whole. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The tokens of a text, in its order. They hold letters and digits only, so none can be query syntax. */
export function tokensOf(text: string): string[] {
  return fold(text.slice(0, LONGEST_TEXT)).match(TOKEN) ?? [];
}

/** Letters and digits of a number without its hyphens, last first: any tail of the number is a prefix of this. */
export function reversedTail(number: string): string {
  return Array.from(tokensOf(number).join('')).reverse().join('');
}

export interface SearchWords {
  /** Tokens by spaces, in the order of the texts, so that a phrase finds neighbours. */
  readonly words: string;
  /** Reversed numbers by spaces. */
  readonly tails: string;
}

/** What an order can be found by. */
export function searchWordsOf(order: Order): SearchWords {
  const { facts, work } = order;
  const corrected = work.correctedAddress?.address;
  const phones = [facts.address?.phone, corrected?.phone].map((phone) => (phone ?? '').replace(/\D/g, ''));
  const numbers = [...numbersOf(order), ...facts.lines.map((line) => line.sku), ...phones];
  const texts = [
    ...numbers,
    ...facts.lines.flatMap((line) => [line.title, line.variant]),
    facts.buyerName,
    facts.address?.name,
    corrected?.name,
    facts.buyerNote,
    work.note,
    work.hold?.note,
    ...work.cases.flatMap((open) => [open.note, ...open.notes.map((note) => note.text)]),
  ];
  const words = unique(texts).flatMap(tokensOf).join(' ');
  const tails = unique(unique(numbers).map(reversedTail)).join(' ');
  return { words, tails };
}

function unique(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== null && text !== undefined && text !== '') as string[];
}
