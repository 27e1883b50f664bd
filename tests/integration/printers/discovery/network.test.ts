import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Bonjour } from 'bonjour-service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askSnmp } from '../../../../src-main/adapters/printers/discovery/ask-snmp.ts';
import { browseMdns, type AnnouncedPrinter } from '../../../../src-main/adapters/printers/discovery/browse-mdns.ts';
import { networkOf, toAddress, toNumber } from '../../../../src-main/adapters/printers/discovery/local-networks.ts';
import { createPrinterFinder } from '../../../../src-main/adapters/printers/discovery/printer-finder.ts';
import { SCAN_RULES, scanNetworks } from '../../../../src-main/adapters/printers/discovery/scan-network.ts';
import { familyOf } from '../../../../src-main/core/label/printer-families.ts';
import type { FoundPrinter } from '../../../../src-main/app/ports/printers.ts';
import { createVirtualPrinter } from '../../../../src-main/demo/printer/virtual-printer.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { emptyListings } from '../../../unit/adapters/printers/discovery/fake-listings.ts';

const never = new AbortController().signal;

async function startPrinter() {
  const printer = createVirtualPrinter({
    language: 'zpl',
    clock: fakeClock(),
    identity: { model: 'ZD421-300dpi', dpi: 300 },
  });
  const { port } = await printer.start();
  onTestFinished(() => printer.stop());
  return { printer, port };
}

describe('the scan', () => {
  it('finds the printer on a real network of loopback addresses, and asks it what it is', async () => {
    const { printer, port } = await startPrinter();
    const told: FoundPrinter[] = [];
    const finder = createPrinterFinder({
      ...emptyListings,
      networks: () => [networkOf(toNumber('127.0.0.2'), 30)],
      scan: { port },
    });
    const reports = await finder.find(['network'], (found) => told.push(found), never);
    const bare = { key: `tcp:127.0.0.1:${port}`, source: 'network', address: { kind: 'tcp', host: '127.0.0.1', port } };
    expect(told).toEqual([{ ...bare, name: 'ZD421-300dpi', model: 'ZD421-300dpi', language: 'zpl', dpi: 300 }]);
    expect(reports).toEqual([{ source: 'network', state: 'done', code: null }]);
    expect(printer.papers()).toEqual([]);
  });

  it('names one that says nothing by its address, and leaves an office printer to its queue', async () => {
    const { port } = await startPrinter();
    const network = { networks: () => [networkOf(toNumber('127.0.0.2'), 30)], scan: { port } };
    const search = async (said: Awaited<ReturnType<typeof askSnmp>>) => {
      const told: FoundPrinter[] = [];
      const parts = { ...emptyListings, ...network, askInterface: async () => said, takesIpp: async () => true };
      await createPrinterFinder(parts).find(['network'], (found) => told.push(found), never);
      return told.map(({ name, language }) => ({ name, language }));
    };
    expect(await search(null)).toEqual([{ name: '127.0.0.1', language: null }]);
    const words = { maker: 'HP', model: 'LaserJet M404', commands: 'PCL' };
    expect(await search({ words, family: familyOf(words), isPrinter: true })).toEqual([]);
  });

  it('looks at each address once, never at its own, never more at a time than allowed', async () => {
    let [open, most] = [0, 0];
    const server = createServer((socket) => {
      open += 1;
      most = Math.max(most, open);
      socket.on('error', () => undefined);
      socket.on('close', () => (open -= 1));
      socket.resume();
    });
    // All of them come to this one process, and to the machine's one queue of connections.
    await new Promise<void>((resolve) => server.listen({ port: 0, host: '0.0.0.0', backlog: 2_000 }, resolve));
    onTestFinished(() => new Promise((resolve) => void server.close(() => resolve(undefined))));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const hosts: string[] = [];
    const startMs = performance.now();
    const network = networkOf(toNumber('127.7.4.5'), 22);
    await scanNetworks([network], { ...SCAN_RULES, port, width: 16 }, (host) => hosts.push(host), never);
    console.info(`scan of 1021 loopback addresses: ${Math.round(performance.now() - startMs)} ms`);
    expect(new Set(hosts).size).toBe(1021);
    expect(hosts).toHaveLength(1021);
    expect(hosts).not.toContain(toAddress(network.own));
    expect(most).toBeLessThanOrEqual(32);
  });

  it('stops in the middle', async () => {
    const { port } = await startPrinter();
    const stop = new AbortController();
    const finder = createPrinterFinder({
      ...emptyListings,
      networks: () => [networkOf(toNumber('192.0.2.5'), 22)],
      scan: { port, connectMs: 10_000 },
    });
    setTimeout(() => stop.abort(), 50);
    const startMs = performance.now();
    const reports = await finder.find(['network'], () => undefined, stop.signal);
    expect(reports).toEqual([{ source: 'network', state: 'stopped', code: null }]);
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });
});

/** Whether packets to the group 224.0.0.251 come back on this machine at all. */
async function hasMulticast(): Promise<boolean> {
  const hasCard = Object.values(networkInterfaces()).some((list) => list?.some(({ family }) => family === 'IPv4'));
  if (!hasCard) return false;
  return new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true });
    const end = (is: boolean): void => {
      clearTimeout(timer);
      socket.close();
      resolve(is);
    };
    const timer = setTimeout(() => end(false), 1_000);
    socket.once('error', () => end(false));
    socket.once('message', () => end(true));
    socket.bind(0, () => {
      try {
        socket.addMembership('224.0.0.251');
        socket.send('x', socket.address().port, '224.0.0.251', (error) => error && end(false));
      } catch {
        end(false);
      }
    });
  });
}

describe('announcements', () => {
  it('of a real mDNS service are heard, and those without a raw port are looked up on 9100', async ({ skip }) => {
    if (!(await hasMulticast())) {
      console.warn('no multicast on this machine: mDNS is not tested');
      return skip();
    }
    const bonjour = new Bonjour();
    onTestFinished(
      () => new Promise((resolve) => bonjour.unpublishAll(() => bonjour.destroy(() => resolve(undefined)))),
    );
    const txt = { usb_MFG: 'Zebra', usb_MDL: 'ZD421-203dpi', usb_CMD: 'ZPL', ty: 'Zebra ZD421' };
    bonjour.publish({ name: 'Chudan test ZD421', type: 'pdl-datastream', port: 49_100, txt, probe: false });
    const heard: AnnouncedPrinter[] = [];
    const startMs = performance.now();
    const stop = new AbortController();
    await browseMdns(
      (printer) => {
        if (!printer.name.startsWith('Chudan test')) return;
        heard.push(printer);
        stop.abort();
      },
      3_000,
      stop.signal,
    );
    console.info(`mDNS announcement heard after ${Math.round(performance.now() - startMs)} ms`);
    expect(heard).toEqual([
      {
        name: 'Chudan test ZD421',
        host: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
        port: 49_100,
        isRaw: true,
        words: { maker: 'Zebra', model: 'ZD421-203dpi', commands: 'ZPL' },
      },
    ]);
  });

  it('of IPP only count when the raw port is open', async () => {
    const told: FoundPrinter[] = [];
    const finder = createPrinterFinder({
      ...emptyListings,
      browse: async (announced) =>
        announced({
          name: 'office',
          host: '127.0.0.1',
          port: 631,
          isRaw: false,
          words: { maker: null, model: null, commands: null },
        }),
    });
    const reports = await finder.find(['mdns'], (found) => told.push(found), never);
    expect(told).toEqual([]);
    expect(reports[0]?.state).toBe('done');
  });
});

/** A network interface that knows some objects; the question's own bytes are turned into the answer. */
async function startAgent(texts: Readonly<Record<string, string>>): Promise<number> {
  const agent = createSocket('udp4');
  agent.on('message', (question, sender) => {
    const oid = oidOf(question);
    agent.send(answerTo(question, texts[oid] ?? null), sender.port, sender.address);
  });
  await new Promise<void>((resolve) => agent.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => void agent.close(() => resolve(undefined))));
  return agent.address().port;
}

/** The object asked for, in hexadecimal; what stands before it is always as long. */
function oidOf(question: Buffer): string {
  return question.subarray(30, 30 + (question[29] ?? 0)).toString('hex');
}

/** RFC 1157 GetResponse by hand: version, community, request id as asked; noSuchName where there is no such object. */
function answerTo(question: Buffer, text: string | null): Buffer {
  const tlv = (tag: number, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    return Buffer.concat([Buffer.from(body.length < 128 ? [tag, body.length] : [tag, 0x81, body.length]), body]);
  };
  const int = (value: number): Buffer => tlv(2, Buffer.from([value]));
  const requestId = question[17] ?? 0;
  const value = text === null ? tlv(5) : tlv(4, Buffer.from(text, 'latin1'));
  const binding = tlv(0x30, tlv(6, Buffer.from(oidOf(question), 'hex')), value);
  const pdu = tlv(0xa2, int(requestId), int(text === null ? 2 : 0), int(text === null ? 1 : 0), tlv(0x30, binding));
  return tlv(0x30, int(0), tlv(4, Buffer.from('public')), pdu);
}

const SYS_DESCR = '2b06010201010100';
const PRINTER_NAME = '2b060102012b0501011001';
const DEVICE_ID = '2b06010401950b0102010201010301';

describe('askSnmp', () => {
  it('reads the IEEE-1284 id that an interface passes on', async () => {
    const id = 'MFG:Zebra Technologies ;CMD:ZPL;MDL:ZTC ZD421-300dpi ZPL;';
    const port = await startAgent({ [SYS_DESCR]: 'Zebra Wired PS', [DEVICE_ID]: id });
    const said = await askSnmp('127.0.0.1', port, 2_000, never);
    expect(said).toMatchObject({ isPrinter: true, family: { language: 'zpl', dpi: 300, kind: 'label' } });
  });

  it('knows an office printer, a stranger and a computer apart', async () => {
    const office = await startAgent({ [SYS_DESCR]: 'HP ETHERNET', [PRINTER_NAME]: 'HP LaserJet 400' });
    expect(await askSnmp('127.0.0.1', office, 2_000, never)).toMatchObject({
      isPrinter: true,
      family: { language: 'page' },
    });
    const stranger = await startAgent({ [SYS_DESCR]: 'Some device', [PRINTER_NAME]: 'Press 9' });
    expect(await askSnmp('127.0.0.1', stranger, 2_000, never)).toMatchObject({ isPrinter: true, family: null });
    const computer = await startAgent({ [SYS_DESCR]: 'Linux pi 6.1' });
    expect(await askSnmp('127.0.0.1', computer, 2_000, never)).toMatchObject({ isPrinter: false, family: null });
  });

  it('is null without an answer, at the end of its time or when given up', async () => {
    expect(await askSnmp('127.0.0.1', 9, 200, never)).toBeNull();
    expect(await askSnmp('127.0.0.1', 9, 5_000, AbortSignal.timeout(50))).toBeNull();
    expect(await askSnmp('no-such-host.invalid', 161, 3_000, never)).toBeNull();
  });
});
