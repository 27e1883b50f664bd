import type { Encoding } from 'iconv-lite';
import type { FileEncoding } from '../../app/ports/order-files.ts';

export type TextEncoding = Exclude<FileEncoding, 'xlsx'>;

/** Names of the codecs. Windows writes more letters than EUC-KR and Shift-JIS have: code pages 949 and 932. */
export const CODECS: Readonly<Record<TextEncoding, Encoding>> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  gb18030: 'gb18030',
  'euc-kr': 'cp949',
  'windows-1251': 'windows1251',
  'windows-1252': 'windows1252',
  'shift-jis': 'cp932',
};
