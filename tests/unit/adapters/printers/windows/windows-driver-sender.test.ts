import { describe, expect, it } from 'vitest';
import { WindowsFault } from '../../../../../src-main/adapters/printers/windows/windows-fault.ts';
import { JOB_STATUS } from '../../../../../src-main/adapters/printers/windows/windows-flags.ts';
import { createWindowsDriverSender } from '../../../../../src-main/adapters/printers/windows/windows-driver-sender.ts';
import { blankBitmap } from '../../../../../src-main/core/label/bitmap.ts';
import { DEFAULT_PROFILE } from '../../../../../src-main/core/label/printer-profile.ts';
import { fillBox } from '../../../../support/bitmaps.ts';
import { CAPS, FakeDrawing, FakeSpooler, fakeWindows, QUEUE } from './fake-windows.ts';

const ADDRESS = { kind: 'driver', name: 'XP-420B' } as const;

function bench(drawn: Partial<FakeDrawing> = {}, spooled: Partial<FakeSpooler> = {}) {
  const drawing = Object.assign(new FakeDrawing(), drawn);
  const spooler = Object.assign(new FakeSpooler(), spooled);
  const timing = { callMs: 60, waitMs: 40, printMs: 60, removeMs: 40 };
  const sender = createWindowsDriverSender(fakeWindows({ drawing, spooler }), timing);
  const abort = new AbortController();
  const context = { title: 'slip 1', isStatusAsked: true, profile: DEFAULT_PROFILE, signal: abort.signal };
  const send = (pages = [page()]) => sender.send(ADDRESS, { kind: 'pages', pages, dpi: 203 }, context);
  return { drawing, spooler, sender, send, context, abort };
}

function page(widthDots = 800, heightDots = 1200) {
  const bitmap = blankBitmap(widthDots, heightDots);
  fillBox(bitmap, 0, 0, widthDots, heightDots);
  return bitmap;
}

describe('pages through a driver', () => {
  it('asks for the paper, draws each page dot for dot, ends the document', async () => {
    const { drawing, send } = bench();
    expect(await send([page(), page()])).toEqual({ kind: 'sent', bytes: 240_000 });
    expect(drawing.log).toEqual([
      'settings XP-420B 100.0 x 150.0',
      'openContext XP-420B',
      'startDocument slip 1',
      'drawPage',
      'drawPage',
      'endDocument',
      'close',
    ]);
    expect(drawing.drawn.map(({ box }) => box)).toEqual([
      { x: 0, y: 0, width: 800, height: 1200 },
      { x: 0, y: 0, width: 800, height: 1200 },
    ]);
  });

  it('gives nothing to a paused queue', async () => {
    const { drawing, send } = bench({}, { queue: { ...QUEUE, status: 0x1 } });
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'paused' });
    expect(drawing.log).toEqual([]);
  });

  it('prints nothing rather than half of a page on paper that is too small', async () => {
    const { drawing, send } = bench({ caps: { ...CAPS, paperHeight: 800 } });
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'not-taken' });
    expect(drawing.log.at(-1)).toBe('close');
    expect(drawing.drawn).toEqual([]);
  });

  it('takes back a document that broke while it was drawn', async () => {
    const { drawing, spooler, send } = bench(
      { fault: new WindowsFault('EndPage', 28) },
      { story: [JOB_STATUS.spooling] },
    );
    expect(await send()).toEqual({ kind: 'not-sent', reason: 'paper-out' });
    expect(spooler.log).toContain('controlJob delete');
    expect(drawing.log).toContain('abort');
    expect(drawing.log.at(-1)).toBe('close');
  });

  it('is uncertain when it broke after the first page had begun to print', async () => {
    const { send } = bench({ fault: new WindowsFault('EndPage', 31) }, { story: [JOB_STATUS.printing] });
    expect(await send()).toMatchObject({ kind: 'uncertain', reason: 'queue-held' });
  });

  it('refuses bytes and no pages, and is not to be had elsewhere', async () => {
    const { sender, send, context } = bench();
    const notTaken = { kind: 'not-sent', reason: 'not-taken' };
    expect(await send([])).toEqual(notTaken);
    expect(await sender.send(ADDRESS, { kind: 'raw', bytes: new Uint8Array(1) }, context)).toEqual(notTaken);
    const none = createWindowsDriverSender(() => Promise.resolve(null));
    const pages = { kind: 'pages', pages: [page()], dpi: 203 } as const;
    expect(await none.send(ADDRESS, pages, context)).toMatchObject({ reason: 'not-supported' });
    expect(await none.status?.(ADDRESS, DEFAULT_PROFILE, 50)).toMatchObject({ reason: 'not-supported' });
  });

  it('stops between two pages when the app closes', async () => {
    const { drawing, send, abort } = bench({}, { story: [JOB_STATUS.spooling] });
    const draw = drawing.drawPage;
    drawing.drawPage = async (...args) => {
      await draw(...args);
      abort.abort();
    };
    expect(await send([page(), page()])).toEqual({ kind: 'not-sent', reason: 'aborted' });
    expect(drawing.drawn).toHaveLength(1);
  });
});
