import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { loadWindowsPrinting, type LoadWindowsPrinting } from './load-windows-printing.ts';
import { conditionsOfQueue } from './windows-flags.ts';
import type { WindowsQueue } from './windows-printing.ts';

export interface ListedWindowsQueue extends WindowsQueue {
  readonly conditions: readonly PrinterCondition[];
  readonly isDefault: boolean;
}

/** The queues of this Windows. Null: no Windows, or its print system cannot be loaded. Errors: WindowsFault (e.g. spooler off). */
export async function listWindowsQueues(
  load: LoadWindowsPrinting = loadWindowsPrinting,
): Promise<readonly ListedWindowsQueue[] | null> {
  const spooler = (await load())?.spooler;
  if (spooler === undefined) return null;
  const [queues, defaultName] = await Promise.all([spooler.listQueues(), spooler.defaultQueue()]);
  return queues.map((queue) => ({
    ...queue,
    conditions: conditionsOfQueue(queue),
    isDefault: queue.name === defaultName,
  }));
}
