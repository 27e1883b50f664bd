import type { AnnouncedPrinter, browseMdns } from './browse-mdns.ts';
import { traitsOf, type Found } from './find-listed.ts';
import { FindFault } from './listings.ts';
import type { LocalNetwork } from './local-networks.ts';
import { probePrinter, type ProbeParts } from './probe-printer.ts';
import { tcpKey } from './queue-address.ts';
import { isPortOpen, SCAN_RULES, scanNetworks, type ScanRules } from './scan-network.ts';

const RAW_PORT = 9100;
const BROWSE_MS = 3_000;

/** Printers that announce themselves and take raw bytes; the way to an office printer is its queue. Throws FindFault. */
export async function findAnnounced(browse: typeof browseMdns, found: Found, signal: AbortSignal): Promise<void> {
  const checks: Promise<void>[] = [];
  const tell = ({ host, name, words }: AnnouncedPrinter, port: number): void => {
    const traits = traitsOf(words);
    if (traits.language === 'page') return;
    found({ ...traits, key: tcpKey(host, port), name, source: 'mdns', address: { kind: 'tcp', host, port } });
  };
  const check = async (printer: AnnouncedPrinter): Promise<void> => {
    if (printer.isRaw) tell(printer, printer.port);
    // LPD and IPP are no ways of ours, but most such printers listen on the raw port too.
    else if (await isPortOpen(printer.host, RAW_PORT, SCAN_RULES.connectMs, signal)) tell(printer, RAW_PORT);
  };
  await browse((printer) => void checks.push(check(printer)), BROWSE_MS, signal);
  await Promise.all(checks);
}

/** What listens on the raw port in this machine's own networks, asked what it is; no office printers. Throws FindFault. */
export async function findOnNetwork(
  parts: ProbeParts,
  { networks, rules }: { readonly networks: readonly LocalNetwork[]; readonly rules: ScanRules },
  found: Found,
  signal: AbortSignal,
): Promise<void> {
  if (networks.length === 0) throw new FindFault('no-network');
  const probes: Promise<void>[] = [];
  const tell = async (host: string): Promise<void> => {
    const address = { kind: 'tcp', host, port: rules.port } as const;
    const said = await probePrinter(parts, address, signal).catch(() => null);
    if (said?.language === 'page') return;
    const traits = said ?? { model: null, language: null, dpi: null };
    found({ ...traits, key: tcpKey(host, rules.port), name: traits.model ?? host, source: 'network', address });
  };
  await scanNetworks(networks, rules, (host) => void probes.push(tell(host)), signal);
  await Promise.all(probes);
}
