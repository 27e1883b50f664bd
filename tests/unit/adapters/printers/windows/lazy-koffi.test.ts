import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PRINTERS = fileURLToPath(new URL('../../../../../src-main/adapters/printers/', import.meta.url));
const files = readdirSync(PRINTERS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ name: path.basename(file), text: readFileSync(path.join(PRINTERS, file), 'utf8') }));

const namesOf = (pattern: RegExp): string[] =>
  files
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .toSorted();

/** Other folders may have files with such names of their own. */
const isOfWindows = (name: string): boolean => readdirSync(path.join(PRINTERS, 'windows')).includes(name);

describe('koffi', () => {
  const natives = namesOf(/from 'koffi'/);

  it('is named by the files of Windows’ libraries only', () => {
    expect(natives).toEqual([
      'native-calls.ts',
      'native-drawing.ts',
      'native-spooler.ts',
      'native-usb.ts',
      'spooler-structs.ts',
    ]);
  });

  it('is reached through one file, which is loaded with the first job on Windows', () => {
    const fromNatives = namesOf(/from '(\.|[^']*\/windows)\/(native-\w+|spooler-structs)\.ts'/).filter(isOfWindows);
    const behind = [...natives, 'native-overlapped.ts', 'open-windows-printing.ts'];
    expect(fromNatives.filter((name) => !behind.includes(name))).toEqual([]);
    expect(namesOf(/from '\.[^']*\/open-windows-printing\.ts'/)).toEqual([]);
    expect(namesOf(/import\('\.\/open-windows-printing\.ts'\)/)).toEqual(['load-windows-printing.ts']);
  });
});
