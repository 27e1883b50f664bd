import { createCupsDriverSender, createCupsQueueSender } from './cups/cups-senders.ts';
import { createFolderSender } from './folder/folder-sender.ts';
import { lazySender } from './lazy-sender.ts';
import type { Senders, SystemSenders } from './sender.ts';
import { createPrintClientSender } from './print-client/print-client-sender.ts';
import { createSerialSender } from './serial/serial-sender.ts';
import { createTcpSender } from './tcp.ts';
import { createUsblpSender, createUsbSender } from './usb/usb-sender.ts';

/** The ways to print that a system has. Native packages are loaded with the first job that needs them. */
export function systemSenders(platform: NodeJS.Platform): Senders {
  return {
    tcp: createTcpSender(),
    serial: createSerialSender(),
    folder: createFolderSender(),
    'print-client': createPrintClientSender(),
    ...(platform === 'win32' ? windowsSenders() : unixSenders(platform)),
  };
}

function unixSenders(platform: NodeJS.Platform): SystemSenders {
  return {
    queue: createCupsQueueSender(),
    driver: createCupsDriverSender(),
    usb: platform === 'linux' ? createUsblpSender() : createUsbSender(),
  };
}

function windowsSenders(): SystemSenders {
  let loaded: Promise<SystemSenders> | undefined;
  const load = (): Promise<SystemSenders> =>
    (loaded ??= import('../windows/windows-senders.ts').then(({ createWindowsSenders }) => createWindowsSenders()));
  return {
    queue: lazySender(async () => (await load()).queue),
    driver: lazySender(async () => (await load()).driver),
    usb: lazySender(async () => (await load()).usb),
  };
}
