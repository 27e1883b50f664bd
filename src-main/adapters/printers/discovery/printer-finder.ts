import type { FindReport, FindSource, PrinterFinder, PrinterTraits } from '../../../app/ports/printers.ts';
import { askSnmp } from './ask-snmp.ts';
import { browseMdns } from './browse-mdns.ts';
import { findQueues, findSerial, findUsb, type Found } from './find-listed.ts';
import { findClientPrinters } from './find-client-printers.ts';
import { findAnnounced, findOnNetwork } from './find-networked.ts';
import { FoundPrinters } from './found-printers.ts';
import { FindFault, type SystemListings } from './listings.ts';
import { localNetworks, type LocalNetwork } from './local-networks.ts';
import { probePrinter, type ProbeParts } from './probe-printer.ts';
import { isPortOpen, SCAN_RULES, type ScanRules } from './scan-network.ts';
import { openTcpLine } from './tcp-line.ts';

export interface PrinterFinderParts extends SystemListings {
  /** In the place of the machine's own, for tests. */
  readonly networks?: () => readonly LocalNetwork[];
  readonly scan?: Partial<ScanRules>;
  readonly browse?: typeof browseMdns;
  readonly askInterface?: ProbeParts['askInterface'];
  readonly takesIpp?: ProbeParts['takesIpp'];
  readonly printClientPort?: number;
}

/** Cainiao cloud print, local WebSocket. */
const PRINT_CLIENT_PORT = 13_528;
const IPP_PORT = 631;
const SNMP_PORT = 161;
const SNMP_MS = 500;
const CONNECT_MS = 2_000;
const LOOPBACK = /^(127\.|localhost$|::1$)/i;

type Search = (found: Found, signal: AbortSignal) => Promise<void>;

/** Looks for printers wherever this machine can reach one. The listings are the system's, or a test's. */
export function createPrinterFinder(given: PrinterFinderParts): PrinterFinder {
  const parts: ProbeParts = {
    ...given,
    openTcp: (where, signal) => openTcpLine(where, { connectMs: CONNECT_MS, signal }),
    askInterface: given.askInterface ?? askInterface,
    takesIpp: given.takesIpp ?? takesIpp,
  };
  const searches: Readonly<Record<FindSource, Search>> = {
    queues: (found) => findQueues(given, found),
    usb: (found) => findUsb(given, found),
    serial: (found) => findSerial(given, found),
    mdns: (found, signal) => findAnnounced(given.browse ?? browseMdns, found, signal),
    network: (found, signal) =>
      findOnNetwork(
        parts,
        { networks: (given.networks ?? localNetworks)(), rules: { ...SCAN_RULES, ...given.scan } },
        found,
        signal,
      ),
    'print-client': (found, signal) => findClientPrinters(given.printClientPort ?? PRINT_CLIENT_PORT, found, signal),
  };
  return {
    find: (sources, found, signal) => {
      const printers = new FoundPrinters((printer) => signal.aborted || found(printer));
      return Promise.all(sources.map((source) => guarded(source, searches[source], printers, signal)));
    },
    probe: (address, signal) =>
      orAborted(probePrinter(parts, address, signal), signal).catch((): PrinterTraits | null => null),
  };
}

/** One source that breaks or hangs never loses the others. */
async function guarded(
  source: FindSource,
  search: Search,
  printers: FoundPrinters,
  signal: AbortSignal,
): Promise<FindReport> {
  try {
    await orAborted(
      search((printer) => printers.add(printer), signal),
      signal,
    );
    return { source, state: signal.aborted ? 'stopped' : 'done', code: null };
  } catch (error) {
    if (signal.aborted) return { source, state: 'stopped', code: null };
    return { source, state: 'unavailable', code: error instanceof FindFault ? error.code : 'failed' };
  }
}

/** The work, or an end when it is given up: some listings cannot be stopped themselves. */
async function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => (abort = () => reject(new FindFault('aborted'))));
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
    work.catch(() => undefined);
  }
}

function askInterface(host: string, signal: AbortSignal): ReturnType<ProbeParts['askInterface']> {
  // What runs on this machine is passed on from elsewhere; its own services say nothing of it.
  return LOOPBACK.test(host) ? Promise.resolve(null) : askSnmp(host, SNMP_PORT, SNMP_MS, signal);
}

function takesIpp(host: string, signal: AbortSignal): Promise<boolean> {
  return LOOPBACK.test(host) ? Promise.resolve(false) : isPortOpen(host, IPP_PORT, SNMP_MS, signal);
}
