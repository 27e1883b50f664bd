import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaOf } from '../../../../src-main/app/attachments/media-of.ts';
import { ATTACHMENT_MEDIA } from '../../../../src-main/core/attachment/media.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the media type of a file', () => {
  it.each([
    ['a JPEG', bytesOf('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'), 'image/jpeg'],
    ['a PNG', bytesOf('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'), 'image/png'],
    ['an old GIF', bytesOf('GIF87a\0\0'), 'image/gif'],
    ['a GIF', bytesOf('GIF89a\0\0'), 'image/gif'],
    ['a WEBP, whatever its length', bytesOf('RIFF\n\r\0\u0001WEBPVP8 '), 'image/webp'],
    ['a PDF', bytesOf('%PDF-1.7\n%\u00e2\u00e3'), 'application/pdf'],
    ['a PDF behind a byte order mark', bytesOf('\u00ef\u00bb\u00bf%PDF-1.4\0'), 'application/pdf'],
    ['a text', utf8('买家说：盒子破了\r\n\tПисьмо\f한국어'), 'text/plain'],
    ['a text with a byte order mark', utf8('\ufeff第一行'), 'text/plain'],
    ['a picture as markup, which is shown as text', utf8('<svg onload="alert(1)"/>'), 'text/plain'],
  ])('is known of %s', (_name, bytes, media) => {
    expect(mediaOf(bytes)).toBe(media);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a program', bytesOf('MZ\u0090\0\u0003')],
    ['an archive', bytesOf('PK\u0003\u0004')],
    ['a sound in RIFF', bytesOf('RIFF\n\r\0\u0001WAVEfmt ')],
    ['a picture of a kind that is not shown', bytesOf('\0\0\0\u001cftypheic')],
    ['a text with a NUL', utf8('ab\0c')],
    ['a text with an escape of a terminal', utf8('\u001b[2J')],
    ['a text in GBK', Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3)],
    ['a text cut within a character', utf8('好').subarray(0, 2)],
    ['a text cut at its end, far behind its head', new Uint8Array([...utf8('a'.repeat(5_000)), 0xe5])],
  ])('is none for %s', (_name, bytes) => {
    expect(mediaOf(bytes)).toBeNull();
  });

  it('is one of the known ones, or none, for any bytes', () => {
    const known = new Set<unknown>([null, ...ATTACHMENT_MEDIA]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => known.has(mediaOf(bytes))),
      { numRuns: 500 },
    );
  });

  it('is told by the first bytes, whatever follows them', () => {
    const png = bytesOf('\u0089PNG\r\n\u001a\n');
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 500 }),
        (rest) => mediaOf(new Uint8Array([...png, ...rest])) === 'image/png',
      ),
    );
  });

  it('is text for all that can be written without controls', () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes('%PDF-') && !/\p{Cc}/u.test(text));
    fc.assert(fc.property(plain, (text) => mediaOf(utf8(text)) === 'text/plain'));
  });
});
