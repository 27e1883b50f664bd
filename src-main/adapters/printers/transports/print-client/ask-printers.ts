import * as z from 'zod';
import type { ClientLine } from './client-line.ts';
import { printersRequest } from './client-requests.ts';

const MOST_PRINTERS = 200;

/** What a print client prints on. */
export interface ClientPrinters {
  /** '' where it does not say. */
  readonly defaultName: string;
  readonly printers: readonly { readonly name: string; readonly isEnabled: boolean }[];
}

const printersSchema = z.looseObject({
  defaultPrinter: z.string().max(200).catch(''),
  printers: z
    .array(z.looseObject({ name: z.string().min(1).max(200), status: z.string().default('enable') }))
    .max(MOST_PRINTERS),
});

/** The client's printers; null when it does not tell within the time (all of it, whatever else it says). */
export async function askPrinters(
  line: ClientLine,
  requestId: string,
  limitMs: number,
): Promise<ClientPrinters | null> {
  const limit = AbortSignal.timeout(limitMs);
  line.send(printersRequest(requestId));
  while (!limit.aborted) {
    const message = await line.next(limitMs);
    if (message === null || message === 'closed') return null;
    if (message['cmd'] !== 'getPrinters' || message['requestID'] !== requestId) continue;
    const { success, data } = printersSchema.safeParse(message);
    if (!success) return null;
    const printers = data.printers.map(({ name, status }) => ({ name, isEnabled: status === 'enable' }));
    return { defaultName: data.defaultPrinter, printers };
  }
  return null;
}

/** How the named printer stands ('': the client's default one). */
export function printerState(
  { defaultName, printers }: ClientPrinters,
  name: string,
): 'ready' | 'offline' | 'not-found' {
  const wanted = name === '' ? defaultName : name;
  const printer = printers.find((candidate) => candidate.name === wanted);
  if (printer === undefined) return 'not-found';
  return printer.isEnabled ? 'ready' : 'offline';
}
