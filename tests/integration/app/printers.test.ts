import { describe, expect, it, onTestFinished } from 'vitest';
import type { FoundPrinter, PrinterFinder } from '../../../src-main/app/ports/printers.ts';
import { PrinterWatch } from '../../../src-main/app/printers/printer-watch.ts';
import { DEFAULT_PROFILE, PRINTER_LANGUAGES } from '../../../src-main/core/label/printer-profile.ts';
import { decodePng } from '../../support/decode-png.ts';
import { waitUntil } from '../../support/wait-until.ts';
import { startPrintersBench, startVirtualPrinter } from './printers-bench.ts';

const PROFILE = { ...DEFAULT_PROFILE, quirks: [] };
const ADDRESS = { kind: 'tcp', host: '127.0.0.1', port: 9 } as const;
const NEW = { id: null, name: 'desk', address: ADDRESS, profile: PROFILE, roles: [] };

const codesOf = async (png: Uint8Array) => (await decodePng(png)).map(({ text }) => text).toSorted();

describe('saved printers', () => {
  it('gives labels to the first, and a role to one only', async () => {
    const { call, events } = await startPrintersBench();
    const { id: first } = await call('printers.save', NEW);
    const { id: second } = await call('printers.save', { ...NEW, name: 'two', roles: ['slip'] });
    const roles = async () =>
      Object.fromEntries((await call('printers.list', {})).printers.map(({ id, roles: own }) => [id, own]));
    expect(await roles()).toEqual({ [first]: ['label'], [second]: ['slip'] });
    await call('printers.save', { ...NEW, id: second, name: 'two', roles: ['label', 'sheet'] });
    expect(await roles()).toEqual({ [first]: [], [second]: ['label', 'sheet'] });
    expect(events.map(({ name }) => name)).toEqual(['printers.changed', 'printers.changed', 'printers.changed']);
  });

  it('gives waybills to the first print client, and nothing else to any', async () => {
    const { call } = await startPrintersBench();
    const page = { ...PROFILE, language: 'page' as const };
    const address = { kind: 'print-client', host: 'localhost', port: 13_528, printer: '菜鸟' } as const;
    const save = async (change: object) => (await call('printers.save', { ...NEW, ...change })).id;
    const client = await save({ address, profile: page, roles: ['label', 'sheet'] });
    const desk = await save({ roles: ['waybill', 'slip'] });
    const second = await save({ address: { ...address, printer: '' }, profile: page });
    const rows = (await call('printers.list', {})).printers;
    const rolesOf = (id: string) => rows.find((row) => row.id === id)?.roles;
    expect([rolesOf(client), rolesOf(desk), rolesOf(second)]).toEqual([['waybill'], ['label', 'slip'], []]);
    expect(rows.find((row) => row.id === client)?.address).toEqual(address);
  });

  it('knows print clients on this machine only', async () => {
    const { ask } = await startPrintersBench();
    const away = { kind: 'print-client', host: '192.168.1.20', port: 13_528, printer: '' };
    const wish = { ...NEW, address: away, profile: { ...PROFILE, language: 'page' } } as never;
    expect(await ask('printers.save', wish)).toMatchObject({ ok: false, code: 'bad-input' });
  });

  it('keeps everything that was said of a printer, in every way to reach one', async () => {
    const { call } = await startPrintersBench();
    const ways = [
      ADDRESS,
      { kind: 'queue', name: 'Zebra / 出单' },
      { kind: 'usb', device: 'serial:a/b/c' },
      { kind: 'serial', path: 'COM3', baudRate: 9_600 },
      { kind: 'folder', path: '/tmp/labels' },
    ] as const;
    for (const address of ways) {
      const profile = { ...PROFILE, rotation: 270 as const, feedScale: 0.98, quirks: ['z64' as const], density: 4 };
      const { id } = await call('printers.save', { ...NEW, address, profile, name: address.kind });
      const saved = (await call('printers.list', {})).printers.find((printer) => printer.id === id);
      expect(saved).toMatchObject({ address, profile, isVirtual: false, status: null, statusAtMs: null });
    }
  });

  it('refuses a language its address cannot take, and an unknown id', async () => {
    const { ask } = await startPrintersBench();
    const driver = { kind: 'driver', name: 'office' } as const;
    const page = { ...PROFILE, language: 'page' as const };
    const refused = { ok: false, code: 'bad-input', params: { path: 'profile.language' } };
    expect(await ask('printers.save', { ...NEW, address: driver })).toMatchObject(refused);
    expect(await ask('printers.save', { ...NEW, profile: page })).toMatchObject(refused);
    expect(await ask('printers.tryOut', { address: driver, profile: PROFILE, page: 'frame' })).toMatchObject(refused);
    expect(await ask('printers.save', { ...NEW, address: driver, profile: page })).toMatchObject({ ok: true });
    expect(await ask('printers.save', { ...NEW, id: 'nobody' })).toMatchObject({ ok: false, code: 'not-found' });
    for (const name of ['printers.remove', 'printers.askStatus', 'printers.testPage'] as const) {
      expect(await ask(name, { id: 'nobody' })).toMatchObject({ ok: false, code: 'not-found' });
    }
  });

  it('are gone when removed, with what they said', async () => {
    const { call, states } = await startPrintersBench();
    const { id } = await call('printers.save', NEW);
    await call('printers.askStatus', { id });
    await call('printers.remove', { id });
    expect((await call('printers.list', {})).printers).toEqual([]);
    expect(states.of(id as never)).toBeNull();
  });
});

describe('the state of a printer', () => {
  it('is asked, kept, and announced once', async () => {
    const { call, events, clock } = await startPrintersBench();
    const { printer, address } = await startVirtualPrinter({ language: 'tspl' });
    const { id } = await call('printers.save', { ...NEW, address });
    events.length = 0;
    expect(await call('printers.askStatus', { id })).toEqual({ kind: 'answered', conditions: [], isBusy: false });
    await call('printers.askStatus', { id });
    expect(events).toHaveLength(1);
    printer.faults.conditions = ['paper-out'];
    expect(await call('printers.askStatus', { id })).toMatchObject({ conditions: ['paper-out'] });
    expect(events).toHaveLength(2);
    const [view] = (await call('printers.list', {})).printers;
    expect(view).toMatchObject({ status: { kind: 'answered', conditions: ['paper-out'] }, statusAtMs: clock.nowMs() });
  });

  it('of one that is not there is why', async () => {
    const { call } = await startPrintersBench();
    const { id } = await call('printers.save', { ...NEW, address: { ...ADDRESS, port: 1 } });
    expect(await call('printers.askStatus', { id })).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  it('is forgotten when the printer is changed', async () => {
    const { call } = await startPrintersBench();
    const { address } = await startVirtualPrinter({ language: 'tspl' });
    const { id } = await call('printers.save', { ...NEW, address });
    await call('printers.askStatus', { id });
    await call('printers.save', { ...NEW, id, address: ADDRESS });
    expect((await call('printers.list', {})).printers[0]?.status).toBeNull();
  });
});

describe('test labels', () => {
  it('come out in every language, with bars that read', async () => {
    const { call } = await startPrintersBench();
    for (const language of PRINTER_LANGUAGES.filter((one) => one !== 'page')) {
      const { printer, address } = await startVirtualPrinter();
      const profile = { ...PROFILE, language };
      const printed = await call('printers.tryOut', { address, profile, page: 'frame' });
      expect(['sent', 'confirmed']).toContain(printed.outcome);
      const [paper] = await waitUntil(`paper in ${language}`, async () =>
        printer.papers().length > 0 ? printer.papers() : null,
      );
      expect(paper?.language).toBe(language);
      expect(await codesOf(paper?.png ?? new Uint8Array()), language).toEqual(['2DOT', '3DOT']);
      await call('printers.tryOut', { address, profile, page: 'language' });
      await waitUntil('the small one', async () => (printer.papers().length === 2 ? true : null));
      expect(printer.complaints()).toEqual([]);
    }
  });

  it('look in the window as they come out', async () => {
    const { call } = await startPrintersBench();
    const { printer, address } = await startVirtualPrinter();
    await call('printers.tryOut', { address, profile: PROFILE, page: 'frame' });
    const { png } = await call('printers.testPicture', { profile: PROFILE, page: 'frame' });
    const shown = Buffer.from(png, 'base64');
    expect(await codesOf(shown)).toEqual(['2DOT', '3DOT']);
    expect(shown.readUInt32BE(16)).toBe(printer.papers()[0]?.widthDots);
    expect(shown.readUInt32BE(20)).toBe(printer.papers()[0]?.heightDots);
  });

  it('on a saved printer keep what it said', async () => {
    const { call } = await startPrintersBench();
    const { printer, address } = await startVirtualPrinter({ language: 'tspl', faults: { conditions: ['head-open'] } });
    const { id } = await call('printers.save', { ...NEW, address });
    expect(await call('printers.testPage', { id })).toEqual({ outcome: 'not-sent', reason: 'head-open' });
    const status = async () => (await call('printers.list', {})).printers[0]?.status;
    expect(await status()).toEqual({ kind: 'answered', conditions: ['head-open'], isBusy: false });
    delete printer.faults.conditions;
    expect((await call('printers.tryOut', { address, profile: PROFILE, page: 'frame' })).reason).toBeNull();
    expect(printer.papers()).toHaveLength(1);
  });

  it('say when nothing left', async () => {
    const { call } = await startPrintersBench();
    const { id } = await call('printers.save', { ...NEW, address: { ...ADDRESS, port: 1 } });
    expect(await call('printers.testPage', { id })).toEqual({ outcome: 'not-sent', reason: 'refused' });
    expect((await call('printers.list', {})).printers[0]?.status).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  it('correct the profile by what was seen', async () => {
    const { call } = await startPrintersBench();
    const seen = { turned: 0, leftMm: 3, topMm: 1, rulerMm: 49, shade: 'pale' } as const;
    const { profile } = await call('printers.correct', { profile: PROFILE, seen });
    // The upper line, 2 mm down, came out at 0.98 × 2 mm and should then have been seen at 1.96 mm.
    expect(profile).toEqual({ ...PROFILE, offsetXMm: -1, offsetYMm: 0.96, feedScale: 0.98, density: 10 });
  });
});

const FOUND: FoundPrinter = {
  key: 'tcp:127.0.0.1:9',
  name: 'ZD421',
  source: 'network',
  address: ADDRESS,
  model: 'ZD421-300dpi',
  language: 'zpl',
  dpi: 300,
};

describe('a search', () => {
  it('announces each printer, with a profile to begin with and the saved one it is', async () => {
    const finder: PrinterFinder = {
      find: async (sources, found) => {
        found({ ...FOUND, model: null, language: null, dpi: null });
        found(FOUND);
        found({ ...FOUND, key: 'queue:office', address: { kind: 'driver', name: 'office' } });
        return sources.map((source) => ({ source, state: 'done', code: null }));
      },
      probe: async () => FOUND,
    };
    const { call, events } = await startPrintersBench(finder);
    const { id } = await call('printers.save', { ...NEW, address: { ...ADDRESS, host: '127.0.0.1' } });
    events.length = 0;
    const { printers, reports } = await call('printers.find', { sources: ['network', 'network', 'usb'] });
    expect(events.map(({ name }) => name)).toEqual(['printers.found', 'printers.found', 'printers.found']);
    expect(reports.map(({ source }) => source)).toEqual(['network', 'usb']);
    expect(printers).toMatchObject([
      { printerId: id, profile: { language: 'zpl', dpi: 300, headDots: 1248 } },
      { printerId: null, profile: { language: 'page' } },
    ]);
    const probed = await call('printers.probe', { address: ADDRESS });
    expect(probed).toMatchObject({ model: 'ZD421-300dpi', language: 'zpl', profile: { dpi: 300 } });
  });

  it('is stopped by a second one, and by the seller', async () => {
    const finder: PrinterFinder = {
      find: (sources, _found, signal) =>
        new Promise((resolve) => {
          const stopped = sources.map((source) => ({ source, state: 'stopped' as const, code: null }));
          if (signal.aborted) resolve(stopped);
          signal.addEventListener('abort', () => resolve(stopped));
        }),
      probe: async () => null,
    };
    const { call } = await startPrintersBench(finder);
    const first = call('printers.find', { sources: ['mdns'] });
    const second = call('printers.find', { sources: ['usb'] });
    expect((await first).reports).toEqual([{ source: 'mdns', state: 'stopped', code: null }]);
    await call('printers.stopFinding', {});
    expect((await second).reports).toEqual([{ source: 'usb', state: 'stopped', code: null }]);
    await call('printers.stopFinding', {});
    expect(await call('printers.probe', { address: ADDRESS })).toMatchObject({
      model: null,
      language: null,
      dpi: null,
    });
  });
});

describe('the watch', () => {
  async function startWatch(
    options: Parameters<typeof startVirtualPrinter>[0],
    roles: ('label' | 'slip')[] = ['label'],
  ) {
    const bench = await startPrintersBench();
    const { printer, address } = await startVirtualPrinter(options);
    const { id } = await bench.call('printers.save', { ...NEW, address, roles });
    const watch = new PrinterWatch(bench.deps, bench.states);
    watch.start();
    onTestFinished(() => watch.stop());
    const status = async () => (await bench.call('printers.list', {})).printers[0]?.status ?? null;
    const asked = (times: number) =>
      waitUntil(`${times} questions`, async () => (printer.queries().length >= times ? true : null));
    return { ...bench, printer, id, watch, status, asked };
  }

  it('asks idle printers every half minute', async () => {
    const { printer, clock, status, asked } = await startWatch({ language: 'tspl' });
    await waitUntil('the first word', status);
    printer.faults.conditions = ['paper-out'];
    clock.advance(29_000);
    expect(printer.queries()).toHaveLength(1);
    clock.advance(1_000);
    await asked(2);
    await waitUntil('paper out', async () => {
      const now = await status();
      return now?.kind === 'answered' && now.conditions.includes('paper-out') ? now : null;
    });
  });

  it('leaves a printer alone that said nothing twice, until it answers somebody', async () => {
    const { printer, clock, status, call, id, asked } = await startWatch({ language: 'tspl', faults: { mute: true } });
    await waitUntil('silence', async () => ((await status())?.kind === 'silent' ? true : null));
    for (let look = 0; look < 4; look += 1) {
      clock.advance(30_000);
      await new Promise((resolve) => setTimeout(resolve, 450));
    }
    expect(printer.queries()).toHaveLength(2);
    delete printer.faults.mute;
    await call('printers.askStatus', { id });
    clock.advance(30_000);
    await asked(4);
  });

  it('asks nobody without a role, and nobody after it was stopped', async () => {
    const { printer, clock, watch, call, asked, id, status } = await startWatch({ language: 'tspl' });
    await waitUntil('the first word', status);
    const other = await startVirtualPrinter({ language: 'tspl' });
    await call('printers.save', { ...NEW, address: other.address, name: 'other' });
    clock.advance(30_000);
    await asked(2);
    expect(other.printer.queries()).toEqual([]);
    await watch.stop();
    clock.advance(60_000);
    await call('printers.askStatus', { id });
    expect(printer.queries()).toHaveLength(3);
  });
});
