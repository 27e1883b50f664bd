import type { PrinterAddress, PrinterTraits } from '../../../app/ports/printers.ts';
import { familyOf, type PrinterFamily } from '../../../core/label/printer-families.ts';
import type { Line } from '../transports/line.ts';
import { askInTurn, detailsOf } from './ask-in-turn.ts';
import { conversationOver } from './conversation.ts';
import type { SnmpIdentity } from './ask-snmp.ts';
import type { SystemListings } from './listings.ts';
import { familyOfQueue } from './queue-address.ts';

export interface ProbeParts extends SystemListings {
  openTcp(where: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<Line>;
  /** What the network interface says by itself; null: nothing. */
  askInterface(host: string, signal: AbortSignal): Promise<SnmpIdentity | null>;
  /** Whether the host also takes IPP, as office printers do and label printers do not. */
  takesIpp(host: string, signal: AbortSignal): Promise<boolean>;
}

/**
 * Asks a printer what it is. What costs no byte at the printer comes first: the print system's words, the IEEE-1284 id,
 * SNMP. Only a printer that is still unknown is asked itself (ask-in-turn.ts), and never an office printer, which would
 * print each of these bytes. Null: nothing was said. Rejects when the printer cannot be had.
 */
export function probePrinter(
  parts: ProbeParts,
  address: PrinterAddress,
  signal: AbortSignal,
): Promise<PrinterTraits | null> {
  switch (address.kind) {
    case 'tcp':
      return probeTcp(parts, address, signal);
    case 'queue':
    case 'driver':
      return probeQueue(parts, address.name);
    case 'usb':
      return probeUsb(parts, address.device, signal);
    case 'serial':
      return overLine(() => parts.openSerial(address.path, address.baudRate), null, signal);
    // What it prints on is between the client and its system.
    case 'print-client':
    case 'folder':
      return Promise.resolve(null);
  }
}

async function probeTcp(
  parts: ProbeParts,
  address: Extract<PrinterAddress, { kind: 'tcp' }>,
  signal: AbortSignal,
): Promise<PrinterTraits | null> {
  const [said, isOffice] = await Promise.all([
    parts.askInterface(address.host, signal),
    parts.takesIpp(address.host, signal),
  ]);
  const family = said?.family ?? null;
  const known = family === null ? null : traitsOf(said?.words.model ?? null, family);
  if (known?.language === 'page') return known;
  if (known?.language != null && known.dpi !== null) return known;
  const isStranger = known?.language == null && (said?.isPrinter === true || isOffice);
  if (isStranger) return known ?? (said === null ? null : { model: said.words.model, language: null, dpi: null });
  return overLine(() => parts.openTcp(address, signal), known, signal);
}

async function probeQueue(parts: ProbeParts, name: string): Promise<PrinterTraits | null> {
  const queue = (await parts.listQueues())?.find((candidate) => candidate.name === name);
  if (queue === undefined) return null;
  const family = familyOfQueue(queue);
  const { model } = queue.words;
  return family === null ? (model === null ? null : { model, language: null, dpi: null }) : traitsOf(model, family);
}

async function probeUsb(parts: ProbeParts, device: string, signal: AbortSignal): Promise<PrinterTraits | null> {
  const printer = (await parts.listUsb())?.find((candidate) => candidate.device === device);
  const family = printer === undefined ? null : familyOf(printer.words);
  const known = family === null ? null : traitsOf(printer?.words.model ?? null, family);
  if (known?.language === 'page' || (known?.language != null && known.dpi !== null)) return known;
  return overLine(() => parts.openUsb(device), known, signal);
}

function traitsOf(model: string | null, { language, dpi }: PrinterFamily): PrinterTraits {
  return { model, language, dpi };
}

/** Asks the printer itself: in turn while its language is not known, else only for what is still missing. */
async function overLine(
  open: () => Promise<Line | null>,
  known: PrinterTraits | null,
  signal: AbortSignal,
): Promise<PrinterTraits | null> {
  const line = await open();
  if (line === null) return known;
  const conversation = conversationOver(line);
  const stop = (): void => void conversation.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const language = known?.language ?? null;
    const said = language === null ? await askInTurn(conversation) : await detailsOf(conversation, language);
    if (said === null || known === null) return said ?? known;
    return { model: said.model ?? known.model, language: said.language, dpi: said.dpi ?? known.dpi };
  } finally {
    signal.removeEventListener('abort', stop);
    await conversation.close();
  }
}
