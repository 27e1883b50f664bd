import type { FoundPrinter, PrinterTraits } from '../../../app/ports/printers.ts';
import { familyOf, type PrinterWords } from '../../../core/label/printer-families.ts';
import { cleanText } from './clean-text.ts';
import { FindFault, type SystemListings } from './listings.ts';
import { familyOfQueue, isVirtualQueue, queueAddress, queueKey, usbKey } from './queue-address.ts';

/** What serial printers and Bluetooth adapters come with most; a Bluetooth port takes any. */
const BAUD_RATE = 115_200;

/** Hears of each printer as it turns up. */
export type Found = (printer: FoundPrinter) => void;

/** What a printer's words tell, fit to be shown. */
export function traitsOf(words: PrinterWords): PrinterTraits {
  const family = familyOf(words);
  return { model: cleanText(words.model ?? ''), language: family?.language ?? null, dpi: family?.dpi ?? null };
}

/** Throws FindFault. */
export async function findQueues(system: SystemListings, found: Found): Promise<void> {
  const queues = await system.listQueues();
  if (queues === null) throw new FindFault('not-supported');
  for (const queue of queues) {
    if (isVirtualQueue(queue)) continue;
    const family = familyOfQueue(queue);
    found({
      key: queueKey(queue),
      name: cleanText(queue.label) ?? queue.name,
      source: 'queues',
      address: queueAddress(queue),
      model: cleanText(queue.words.model ?? ''),
      language: family?.language ?? null,
      dpi: family?.dpi ?? null,
    });
  }
}

/** Throws FindFault. */
export async function findUsb(system: SystemListings, found: Found): Promise<void> {
  const printers = await system.listUsb();
  if (printers === null) throw new FindFault('not-supported');
  for (const { device, words, serial } of printers) {
    const traits = traitsOf(words);
    // An office printer takes no bytes of ours; its queue is the way to it.
    if (traits.language === 'page') continue;
    found({
      ...traits,
      key: serial === null || words.model === null ? `usb:${device}` : usbKey(words.model, serial),
      name: cleanText([words.maker, words.model].filter((part) => part !== null).join(' ')) ?? device,
      source: 'usb',
      address: { kind: 'usb', device },
    });
  }
}

/** Throws FindFault. */
export async function findSerial(system: SystemListings, found: Found): Promise<void> {
  const ports = await system.listSerial();
  if (ports === null) throw new FindFault('not-supported');
  for (const { path, label } of ports) {
    const name = cleanText(label ?? '');
    const traits = traitsOf({ maker: null, model: name, commands: null });
    found({
      ...traits,
      key: `serial:${path}`,
      name: name ?? path,
      source: 'serial',
      address: { kind: 'serial', path, baudRate: BAUD_RATE },
      model: null,
    });
  }
}
