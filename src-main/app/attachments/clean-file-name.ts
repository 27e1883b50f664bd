import type { AttachmentMedia } from '../../core/attachment/media.ts';

/** The longest name, its ending included; file systems take 255 bytes, of which a Chinese character has three. */
const MOST_CHARACTERS = 80;

/** Endings that may stand; the first is given to a name without one of them. */
const ENDINGS: Readonly<Record<AttachmentMedia, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'xml', 'eml'],
};

/** Controls and invisible marks (a right-to-left override makes "exe.jpg" of "gpj.exe"). */
const INVISIBLE = /\p{C}/gu;
/** What Windows allows in no name (learn.microsoft.com/windows/win32/fileio/naming-a-file); paths are cut before. */
const FORBIDDEN = /[<>:"|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

/**
 * A dropped file's name as it may be written to any disk again: without path, controls and reserved words, with an ending
 * that tells what the bytes are, so that no text is taken for a program.
 */
export function cleanFileName(fileName: string, media: AttachmentMedia): string {
  const last = fileName.split(/[/\\]/u).at(-1) ?? '';
  const plain = trimmed(last.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '_'));
  const { stem, ending } = partsOf(plain, media);
  const room = MOST_CHARACTERS - ending.length - 1;
  const short = trimmed(Array.from(stem).slice(0, room).join(''));
  const named = short === '' ? 'file' : short;
  return `${RESERVED.test(`${named}.`) ? '_' : ''}${named}.${ending}`;
}

function partsOf(name: string, media: AttachmentMedia): { readonly stem: string; readonly ending: string } {
  const [usual] = ENDINGS[media];
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  return ENDINGS[media].includes(ending) ? { stem: name.slice(0, dot), ending } : { stem: name, ending: usual };
}

/** Names must not begin or end with what Explorer drops or a shell hides. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '');
