import type { PrinterAddressView } from '../../src-main/contract/methods/printers.ts';
import type { Words } from '../i18n/use-words.ts';

/** Where a printer is, in the seller's words. */
export function addressWords(address: PrinterAddressView, t: Words): string {
  switch (address.kind) {
    case 'tcp':
      return `${address.host}:${address.port}`;
    case 'queue':
    case 'driver':
      return t(`printers:address.${address.kind}`, { name: address.name });
    case 'usb':
      return t('printers:address.usb');
    case 'serial':
      return t('printers:address.serial', { path: address.path });
    case 'print-client':
      return address.printer === ''
        ? t('printers:address.print-client-default')
        : t('printers:address.print-client', { name: address.printer });
    case 'folder':
      return t('printers:address.folder', { path: address.path });
  }
}
