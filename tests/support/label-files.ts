import bwip from 'bwip-js/node';

/** A label as a picture: one Code 128 of the text. */
export async function pngLabel(text: string): Promise<string> {
  const draw = (bwip as unknown as { toBuffer(options: object): Promise<Buffer> }).toBuffer;
  return (
    await draw({
      bcid: 'code128',
      text,
      scale: 4,
      height: 20,
      paddingwidth: 20,
      paddingheight: 20,
      backgroundcolor: 'FFFFFF',
    })
  ).toString('base64');
}

/** Files that are no labels, and what is said of each. */
export const HOSTILE_FILES: readonly (readonly [name: string, bytes: Buffer, reason: string])[] = [
  ['empty', Buffer.alloc(0), 'empty'],
  ['a program', Buffer.from('MZ\x90\x00 this program cannot be run'), 'unknown-kind'],
  ['a web page', Buffer.from('<html><script>alert(1)</script></html>'), 'unknown-kind'],
  ['a PDF of rubbish', Buffer.from(`%PDF-1.7\n${'x'.repeat(5_000)}\n%%EOF`), 'damaged'],
  ['a PDF cut short', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog'), 'damaged'],
  ['a PNG without a picture', Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1'), 'damaged'],
];
