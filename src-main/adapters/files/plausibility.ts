import iconv from 'iconv-lite';
import { CODECS, type TextEncoding } from './encodings.ts';

/** How believable a text is in an encoding, 0 to 1. */
type Plausibility = (sample: Uint8Array) => number;

type OldEncoding = Exclude<TextEncoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

/** How believable the bytes are in each old encoding. Where two are as good, the one that stands first is taken. */
export const PLAUSIBILITY: Readonly<Record<OldEncoding, Plausibility>> = {
  'euc-kr': korean,
  gb18030: chinese,
  'shift-jis': japanese,
  'windows-1251': russian,
  'windows-1252': western,
};

const BROKEN = '\ufffd';

/** The letters beyond ASCII, one by one. */
function lettersOf(sample: Uint8Array, encoding: OldEncoding): string[] {
  const text = iconv.decode(Buffer.from(sample), CODECS[encoding]);
  return Array.from(text).filter((letter) => letter > '\u007f');
}

const shareOf = (letters: readonly string[], isGood: (letter: string) => boolean): number =>
  letters.length === 0 ? 0 : letters.filter(isGood).length / letters.length;

/** Broken letters weigh much: a file in its own encoding has none. */
function withoutBroken(letters: readonly string[], score: number): number {
  return Math.max(0, score - 5 * shareOf(letters, (letter) => letter === BROKEN));
}

/**
 * Korean exports are Hangul throughout. Chinese bytes read as Korean give Hangul and Hanja mixed, so a share below
 * nearly all is no Korean.
 */
function korean(sample: Uint8Array): number {
  const letters = lettersOf(sample, 'euc-kr');
  const ideal = letters.filter((letter) => !/[\p{P}\p{S}\p{Z}]/u.test(letter));
  const hangul = shareOf(ideal, (letter) => /[\uac00-\ud7a3\u3131-\u318e]/u.test(letter));
  return hangul < 0.9 ? 0 : withoutBroken(letters, hangul);
}

/** Everyday Chinese stands in GB 2312, whose bytes are pairs of 0xA1–0xFE; other bytes that decode are an accident. */
function chinese(sample: Uint8Array): number {
  const letters = lettersOf(sample, 'gb18030');
  let [pairs, everyday] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[at + 1] ?? 0;
    pairs += 1;
    const isText = (lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9);
    if (isText && trail >= 0xa1 && trail <= 0xfe) everyday += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : withoutBroken(letters, everyday / pairs);
}

/** Kana and Kanji in full width; half-width Kana are what other encodings' bytes turn into. */
function japanese(sample: Uint8Array): number {
  const letters = lettersOf(sample, 'shift-jis');
  const full = shareOf(letters, (letter) => /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/u.test(letter));
  const kana = shareOf(letters, (letter) => /[\u3040-\u30ff]/u.test(letter));
  return kana < 0.05 ? 0 : withoutBroken(letters, full);
}

/** Cyrillic words have their capitals in front; bytes of other encodings mix them anyhow. */
function russian(sample: Uint8Array): number {
  const text = iconv.decode(Buffer.from(sample), CODECS['windows-1251']);
  const letters = lettersOf(sample, 'windows-1251');
  const cyrillic = shareOf(letters, (letter) => /[А-Яа-яЁё№«»—₽]/u.test(letter));
  const pairs = text.match(/[А-Яа-яЁё](?=[А-Яа-яЁё])/gu)?.length ?? 0;
  const wrong = text.match(/[а-яё](?=[А-ЯЁ])/gu)?.length ?? 0;
  if (pairs === 0 || wrong / pairs > 0.05) return 0;
  return withoutBroken(letters, cyrillic);
}

/** Accented letters stand alone among plain ones: Straße, Café. */
function western(sample: Uint8Array): number {
  let [alone, all] = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    const isAlone = (sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80;
    if (isAlone && (byte >= 0xc0 || (byte >= 0x80 && byte <= 0xbf))) alone += 1;
  }
  const letters = lettersOf(sample, 'windows-1252');
  return all === 0 ? 0 : withoutBroken(letters, alone / all);
}
