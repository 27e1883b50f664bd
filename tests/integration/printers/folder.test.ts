import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderSender } from '../../../src-main/adapters/printers/transports/folder/folder-sender.ts';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { PrintPayload, TransportOutcome } from '../../../src-main/app/ports/printers.ts';
import { blankBitmap } from '../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE, type PrinterLanguage } from '../../../src-main/core/label/printer-profile.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const RAW = { kind: 'raw', bytes: Uint8Array.of(1, 2, 3) } as const;

function send(
  folder: string,
  payload: PrintPayload = RAW,
  language: PrinterLanguage = 'tspl',
  nextName?: () => string,
): Promise<TransportOutcome> {
  const sender = createFolderSender(nextName === undefined ? {} : { nextName });
  const transport = createPrinterTransport({ platform: 'linux', senders: { folder: sender } });
  return transport.send(
    { address: { kind: 'folder', path: folder }, profile: { ...DEFAULT_PROFILE, language } },
    payload,
    { title: 'label', isStatusAsked: true },
  );
}

describe('a folder as a printer', () => {
  it('gets a file a job, whole, and nothing else', async () => {
    const folder = tempFolder();
    let count = 0;
    const name = (): string => String((count += 1));
    expect(await send(folder, RAW, 'tspl', name)).toEqual({ kind: 'confirmed', bytes: 3 });
    expect((await send(folder, RAW, 'zpl', name)).kind).toBe('confirmed');
    const pages = { kind: 'pages', pages: [blankBitmap(80, 40)], dpi: 203 } as const;
    expect((await send(folder, pages, 'page', name)).kind).toBe('confirmed');
    expect(readdirSync(folder).toSorted()).toEqual(['label-1.prn', 'label-2.zpl', 'label-3.pdf']);
    expect(readFileSync(path.join(folder, 'label-1.prn'))).toEqual(Buffer.from(RAW.bytes));
    expect(readFileSync(path.join(folder, 'label-3.pdf'), 'latin1')).toMatch(/^%PDF-1\.4[^]*%%EOF\n$/);
  });

  it('never replaces a file', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'label-same.prn'), 'old');
    expect((await send(folder, RAW, 'tspl', () => 'same')).kind).toBe('not-sent');
    expect(readFileSync(path.join(folder, 'label-same.prn'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['label-same.prn']);
  });

  it('gives each job a name of its own', async () => {
    const folder = tempFolder();
    await Promise.all(Array.from({ length: 20 }, () => send(folder)));
    expect(readdirSync(folder)).toHaveLength(20);
  });

  it('that is not there, or is a file, is not found', async () => {
    const folder = tempFolder();
    expect(await send(path.join(folder, 'none'))).toEqual({ kind: 'not-sent', reason: 'not-found' });
    writeFileSync(path.join(folder, 'file'), '');
    expect(await send(path.join(folder, 'file'))).toEqual({ kind: 'not-sent', reason: 'not-found' });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written to is denied', async () => {
    const folder = path.join(tempFolder(), 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    expect(await send(folder)).toEqual({ kind: 'not-sent', reason: 'access-denied' });
  });

  it.skipIf(!existsSync('/proc/self/fd'))('on a system that allows no file there says so', async () => {
    expect(await send('/proc/self/fd')).toMatchObject({ kind: 'not-sent' });
  });
});
