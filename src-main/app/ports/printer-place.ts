import type { PrinterAddress } from './printers.ts';

/** The same printer, whatever the spelling; a queue is the same with raw bytes and with pages. */
export function printerPlace(address: PrinterAddress): string {
  switch (address.kind) {
    case 'tcp':
      return `tcp ${address.host.toLowerCase()}:${address.port}`;
    case 'queue':
    case 'driver':
      return `queue ${address.name}`;
    case 'usb':
      return `usb ${address.device}`;
    case 'serial':
      return `serial ${address.path}`;
    case 'folder':
      return `folder ${address.path}`;
    case 'print-client':
      return `print-client ${address.port} ${address.printer}`;
  }
}
