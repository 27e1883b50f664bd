import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from '../../../../src-main/app/attachments/clean-file-name.ts';
import { ATTACHMENT_MEDIA } from '../../../../src-main/core/attachment/media.ts';

describe('the name of a kept file', () => {
  it.each([
    ['破损照片 (2).JPG', 'image/jpeg', '破损照片 (2).jpg'],
    ['C:\\Users\\me\\发票.pdf', 'application/pdf', '发票.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['/tmp/', 'image/png', 'file.png'],
    ['', 'image/webp', 'file.webp'],
    ['...', 'image/gif', 'file.gif'],
    ['letter.bat', 'text/plain', 'letter.bat.txt'],
    ['table.csv', 'text/plain', 'table.csv'],
    ['shot.png', 'image/jpeg', 'shot.png.jpg'],
    ['gpj\u202e.exe', 'image/jpeg', 'gpj.exe.jpg'],
    ['a\u0000b\nc.pdf', 'application/pdf', 'abc.pdf'],
    ['what?: "x" <y>|*.png', 'image/png', 'what__ _x_ _y___.png'],
    ['con.pdf', 'application/pdf', '_con.pdf'],
    ['Com1.any.txt', 'text/plain', '_Com1.any.txt'],
    [' . name . .pdf', 'application/pdf', 'name.pdf'],
  ] as const)('%j, a file of %s, is %j', (given, media, expected) => {
    expect(cleanFileName(given, media)).toBe(expected);
  });

  it('is cut without splitting a character, and keeps its ending', () => {
    const name = cleanFileName(`${'😀'.repeat(300)}.jpeg`, 'image/jpeg');
    expect(name).toBe(`${'😀'.repeat(75)}.jpeg`);
  });

  it('is safe whatever was given, and stays what it is when cleaned again', () => {
    const given = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(given, fc.constantFrom(...ATTACHMENT_MEDIA), (text, media) => {
        const name = cleanFileName(text, media);
        expect(name).not.toMatch(/[/\\<>:"|?*]|\p{C}|^[\s.]|[\s.]$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(81);
        expect(cleanFileName(name, media)).toBe(name);
      }),
      { numRuns: 150 },
    );
  });
});
