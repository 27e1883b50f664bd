import { isIPv4 } from 'node:net';
import type { Service } from 'bonjour-service';
import type { PrinterWords } from '../../../core/label/printer-families.ts';
import { cleanText } from './clean-text.ts';
import { FindFault } from './listings.ts';
import { isPrivate } from './local-networks.ts';

/** A printer that announced itself. */
export interface AnnouncedPrinter {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** True when the port takes raw bytes; LPD and IPP only tell that there is a printer. */
  readonly isRaw: boolean;
  readonly words: PrinterWords;
}

/** DNS-SD service types of printers (Apple, Bonjour Printing Specification 1.2.1). */
const TYPES = ['pdl-datastream', 'printer', 'ipp'] as const;
const RAW_TYPE = 'pdl-datastream';
/** Nobody's desk has more; a hostile network could go on for ever. */
const MAX_ANNOUNCED = 100;

/** Listens for printers that announce themselves, so long. Throws FindFault 'no-network' when multicast cannot be had. */
export async function browseMdns(
  announced: (printer: AnnouncedPrinter) => void,
  limitMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { Bonjour } = await import('bonjour-service');
  await new Promise<void>((resolve, reject) => {
    let count = 0;
    let isEnded = false;
    const end = (fault?: FindFault): void => {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      for (const browser of browsers) browser.stop();
      bonjour.destroy();
      if (fault === undefined) resolve();
      else reject(fault);
    };
    const stop = (): void => end();
    const bonjour = new Bonjour({}, () => end(new FindFault('no-network')));
    const timer = setTimeout(stop, limitMs);
    const browsers = TYPES.map((type) =>
      bonjour.find({ type }, (service) => {
        const printer = announcedPrinter(service);
        if (printer === null || isEnded || count >= MAX_ANNOUNCED) return;
        count += 1;
        announced(printer);
      }),
    );
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}

/** What an announcement says, null when it makes no sense. Anybody on the network may announce anything. */
export function announcedPrinter(
  service: Pick<Service, 'name' | 'type' | 'port' | 'addresses' | 'referer' | 'txt'>,
): AnnouncedPrinter | null {
  const { port, type } = service;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
  const sender = service.referer?.address;
  // Labels go to this desk's network only: an address elsewhere counts only if the announcement came from it.
  const host = [...(service.addresses ?? []), ...(sender === undefined ? [] : [sender])].find(
    (address) => isIPv4(address) && (isPrivate(address) || address === sender),
  );
  const name = cleanText(String(service.name));
  if (host === undefined || name === null) return null;
  const field = (...keys: readonly string[]): string | null => {
    const txt: Readonly<Record<string, unknown>> =
      typeof service.txt === 'object' && service.txt !== null ? service.txt : {};
    const value = keys.map((key) => txt[key] ?? txt[key.toLowerCase()]).find((found) => typeof found === 'string');
    return typeof value === 'string' ? cleanText(value) : null;
  };
  const model = field('usb_MDL') ?? field('ty') ?? field('product')?.replace(/^\(|\)$/gu, '') ?? null;
  return {
    name,
    host,
    port,
    isRaw: type === RAW_TYPE,
    words: { maker: field('usb_MFG'), model, commands: field('usb_CMD') ?? field('pdl') },
  };
}
