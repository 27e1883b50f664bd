import type { PrinterAddress } from '../../../app/ports/printers.ts';
import { familyOf } from '../../../core/label/printer-families.ts';
import type { ListedQueue } from './listings.ts';

/** Queues that print into a file, a note or a fax. */
const VIRTUAL_NAMES =
  /print to pdf|\bpdf ?(writer|printer|creator|24)|cups-pdf|xps document|document writer|onenote|\bfax\b|snagit|send to/i;
const VIRTUAL_PORTS = /^(portprompt:|shrfax:|nul:|file:|xpsport:|cups-pdf:|microsoft\.office|\/dev\/null)/i;

/** True for a queue without paper. */
export function isVirtualQueue({ name, label, words, port }: ListedQueue): boolean {
  // CUPS names a real device file so.
  if (port !== null && VIRTUAL_PORTS.test(port) && !port.startsWith('file:///dev/')) return true;
  if (port === 'file:///dev/null') return true;
  return [name, label, words.model].some((text) => text !== null && VIRTUAL_NAMES.test(text));
}

/**
 * Raw bytes for printers that speak a language of ours, also past a driver: that is exact and silent. Everything else is
 * left to its driver.
 */
export function queueAddress(queue: ListedQueue): Extract<PrinterAddress, { kind: 'queue' | 'driver' }> {
  const language = familyOfQueue(queue)?.language ?? null;
  const isRaw = language === null ? queue.isRaw : language !== 'page';
  return { kind: isRaw ? 'queue' : 'driver', name: queue.name };
}

/** By the driver's or the printer's words, else by what somebody called the queue. */
export function familyOfQueue({ words, label }: ListedQueue): ReturnType<typeof familyOf> {
  return familyOf(words) ?? familyOf({ maker: null, model: label, commands: null });
}

/**
 * Tells the printer behind the queue from others, the same way as when it is found itself: its serial number on USB,
 * its address on the network.
 */
export function queueKey({ name, port, words, serial }: ListedQueue): string {
  const usb = /^usb:\/\/[^/]*\/([^?]*)\?(?:.*&)?serial=([^&]+)/i.exec(port ?? '');
  if (usb !== null) return usbKey(decoded(usb[1] ?? ''), decoded(usb[2] ?? ''));
  const socket = /^socket:\/\/([^/:]+)(?::(\d+))?/i.exec(port ?? '');
  if (socket !== null) return tcpKey(socket[1] ?? '', Number(socket[2] ?? 9100));
  // The name that Windows gives a standard TCP/IP port.
  const windows = /^(?:IP_)?(\d{1,3}(?:\.\d{1,3}){3})(?:_\d+)?$/i.exec(port ?? '');
  if (windows !== null) return tcpKey(windows[1] ?? '', 9100);
  return serial === null || words.model === null ? `queue:${name}` : usbKey(words.model, serial);
}

/** The same model with the same serial number is the same printer. */
export function usbKey(model: string, serial: string): string {
  return `usb:${model}/${serial}`.toLowerCase();
}

export function tcpKey(host: string, port: number): string {
  return `tcp:${host.toLowerCase()}:${port}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
