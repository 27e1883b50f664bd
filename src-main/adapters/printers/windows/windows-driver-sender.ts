import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { TransportOutcome } from '../../../app/ports/printers.ts';
import type { SendContext, Sender } from '../transports/sender.ts';
import { within } from './call-limit.ts';
import type { LoadWindowsPrinting } from './load-windows-printing.ts';
import { queueStatus, refusalOf, withQueue } from './open-queue.ts';
import { boxOnPaper, isInkOffPaper, paperOf } from './place-on-paper.ts';
import {
  followJob,
  reasonOfCall,
  SPOOL_TIMING,
  withdrawJob,
  type SpooledJob,
  type SpoolTiming,
} from './spooled-job.ts';
import type { DeviceCaps, WindowsHandle, WindowsPrinting } from './windows-printing.ts';

/** Printing through a queue's driver, with GDI: for printers that speak no language of ours (printing.md §3). */
export function createWindowsDriverSender(
  load: LoadWindowsPrinting,
  timing: Partial<SpoolTiming> = {},
): Sender<'driver'> {
  const rules = { ...SPOOL_TIMING, ...timing };
  return {
    send: async ({ name }, payload, context) => {
      if (payload.kind !== 'pages' || payload.pages.length === 0) return { kind: 'not-sent', reason: 'not-taken' };
      const windows = await load();
      if (windows === null) return { kind: 'not-sent', reason: 'not-supported' };
      const { pages, dpi } = payload;
      try {
        return await withQueue(windows.spooler, name, rules, (queue) =>
          drawThrough({ windows, queue, name, pages, dpi, context, timing: rules }),
        );
      } catch (fault) {
        return { kind: 'not-sent', reason: reasonOfCall(fault) };
      }
    },
    status: async ({ name }, _profile, limitMs) => {
      const windows = await load();
      if (windows === null) return { kind: 'unreachable', reason: 'not-supported' };
      return queueStatus(windows.spooler, name, rules, limitMs);
    },
  };
}

interface DrawnJob {
  readonly windows: WindowsPrinting;
  readonly queue: WindowsHandle;
  readonly name: string;
  readonly pages: readonly Bitmap[];
  readonly dpi: number;
  readonly context: SendContext;
  readonly timing: SpoolTiming;
}

/** What throws here failed before the first byte. */
async function drawThrough(drawn: DrawnJob): Promise<TransportOutcome> {
  const { windows, queue, name, pages, dpi, context, timing } = drawn;
  const state = await within(timing.callMs, windows.spooler.queueOf(queue));
  const refusal = refusalOf(state, context.isStatusAsked);
  if (refusal !== null) return { kind: 'not-sent', reason: refusal };
  const paper = pages[0] === undefined ? null : paperOf(pages[0], dpi);
  const settings = await within(timing.callMs, windows.drawing.settings(queue, name, paper));
  const drawing = await within(timing.callMs, windows.drawing.openContext(name, settings));
  try {
    const caps = windows.drawing.capsOf(drawing);
    if (pages.some((page) => isInkOffPaper(page, dpi, caps))) return { kind: 'not-sent', reason: 'not-taken' };
    if (context.signal.aborted) return { kind: 'not-sent', reason: 'aborted' };
    // Queues that print to a file ask the seller for its name here.
    const jobId = await within(timing.printMs, windows.drawing.startDocument(drawing, context.title));
    return await draw(drawn, drawing, caps, jobId);
  } finally {
    void windows.drawing.close(drawing);
  }
}

/** Never rejects. */
async function draw(
  drawn: DrawnJob,
  drawing: WindowsHandle,
  caps: DeviceCaps,
  jobId: number,
): Promise<TransportOutcome> {
  const { windows, queue, pages, dpi, context, timing } = drawn;
  const bytes = pages.reduce((sum, { data }) => sum + data.length, 0);
  const job: SpooledJob = { spooler: windows.spooler, queue, jobId, bytes, signal: context.signal, timing };
  try {
    for (const page of pages) {
      context.signal.throwIfAborted();
      await within(timing.printMs, windows.drawing.drawPage(drawing, page, boxOnPaper(page, dpi, caps)));
    }
    await within(timing.printMs, windows.drawing.endDocument(drawing));
  } catch (fault) {
    const outcome = await withdrawJob(job, { isWhole: false, hasBegun: false, reason: reasonOfCall(fault) });
    void windows.drawing.abort(drawing);
    return outcome;
  }
  return followJob(job);
}
