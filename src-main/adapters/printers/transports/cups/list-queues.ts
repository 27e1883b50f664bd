import type { IppServer } from '../ipp/exchange.ts';
import { textOf } from '../ipp/read-attributes.ts';
import { GROUP } from '../ipp/tags.ts';
import { Cups, CupsRefusal, localCups } from './cups-server.ts';
import { readQueueState, QUEUE_ATTRIBUTES } from './queue-state.ts';

/** A queue of the system, as its print system lists it. */
export interface SystemQueue {
  readonly name: string;
  /** What the user reads: the description where there is one. */
  readonly label: string;
  /** Maker and model of the driver; null when the queue has none (a raw queue says so in words). */
  readonly model: string | null;
  /** Where it prints to: usb://…, socket://…, ipp://… */
  readonly deviceUri: string | null;
  /** The printer's IEEE-1284 id where the print system knows it. */
  readonly deviceId: string | null;
  readonly isStopped: boolean;
  readonly isAccepting: boolean;
}

const ATTRIBUTES = [
  ...QUEUE_ATTRIBUTES,
  'printer-name',
  'printer-info',
  'printer-make-and-model',
  'printer-device-id',
  'printer-uri-supported',
];

/** All queues of the print system, without its classes. Throws as Cups does; `cupsFault` has the words. */
export async function listQueues(server: IppServer = localCups()): Promise<readonly SystemQueue[]> {
  const response = await new Cups(() => server).printers(ATTRIBUTES).catch((error: unknown) => {
    // A print system without any queue answers "not found".
    if (error instanceof CupsRefusal && error.reason === 'not-found') return null;
    throw error;
  });
  const queues: SystemQueue[] = [];
  for (const { tag, attributes } of response?.groups ?? []) {
    const name = textOf(attributes, 'printer-name');
    if (tag !== GROUP.printer || name === null || textOf(attributes, 'printer-uri-supported')?.includes('/classes/'))
      continue;
    const { isStopped, isAccepting } = readQueueState(attributes);
    queues.push({
      name,
      label: filled(textOf(attributes, 'printer-info')) ?? name,
      model: filled(textOf(attributes, 'printer-make-and-model')),
      deviceUri: filled(textOf(attributes, 'device-uri')),
      deviceId: filled(textOf(attributes, 'printer-device-id')),
      isStopped,
      isAccepting,
    });
  }
  return queues;
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}
