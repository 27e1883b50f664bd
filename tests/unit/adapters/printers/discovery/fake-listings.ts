import type {
  ListedQueue,
  ListedUsbPrinter,
  SystemListings,
} from '../../../../../src-main/adapters/printers/discovery/listings.ts';

const NO_WORDS = { maker: null, model: null, commands: null };

/** A system with nothing plugged in. */
export const emptyListings: SystemListings = {
  listQueues: async () => [],
  listUsb: async () => [],
  listSerial: async () => [],
  openUsb: async () => null,
  openSerial: async () => null,
};

export function queue(change: Partial<ListedQueue> & { readonly model?: string }): ListedQueue {
  const { model = null, ...rest } = change;
  const name = rest.name ?? 'q';
  return { name, label: name, words: { ...NO_WORDS, model }, serial: null, port: null, isRaw: false, ...rest };
}

export function usb(change: Partial<ListedUsbPrinter> & { readonly model?: string }): ListedUsbPrinter {
  const { model = null, ...rest } = change;
  return { device: '/dev/usb/lp0', words: { ...NO_WORDS, model }, serial: null, ...rest };
}
