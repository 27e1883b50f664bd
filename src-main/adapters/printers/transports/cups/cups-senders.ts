import { setTimeout as pause } from 'node:timers/promises';
import type { PrinterStatus } from '../../../../app/ports/printers.ts';
import type { IppServer } from '../ipp/exchange.ts';
import { groupOf } from '../ipp/read-attributes.ts';
import { GROUP } from '../ipp/tags.ts';
import type { Sender } from '../sender.ts';
import { Cups, localCups } from './cups-server.ts';
import type { QueueTiming } from './follow-job.ts';
import { pagesPdf, paperSizeMm } from './pages-pdf.ts';
import { hindrances, QUEUE_ATTRIBUTES, readQueueState } from './queue-state.ts';
import { submitJob, unreachableReason } from './submit-job.ts';

export interface CupsParts {
  /** For tests; the system's own otherwise. */
  readonly server?: IppServer;
  readonly timing?: Partial<QueueTiming>;
}

/** One label. */
const LABEL_TIMING: QueueTiming = { patienceMs: 8_000, printingMs: 60_000 };
/** Twenty pages on an old ink printer. */
const SHEETS_TIMING: QueueTiming = { patienceMs: 15_000, printingMs: 600_000 };

/** Raw bytes through a queue of the system, whatever its driver: the print system hands them on as they are. */
export function createCupsQueueSender({ server, timing }: CupsParts = {}): Sender<'queue'> {
  const cups = new Cups(() => server ?? localCups());
  return {
    send: async ({ name: queue }, payload, { title, signal }) => {
      if (payload.kind !== 'raw') return { kind: 'not-sent', reason: 'not-taken' };
      const document = {
        queue,
        title,
        format: 'application/vnd.cups-raw',
        bytes: payload.bytes,
        jobAttributes: {},
      } as const;
      return submitJob(cups, document, signal, { ...LABEL_TIMING, ...timing });
    },
    status: ({ name }, _profile, limitMs) => queueStatus(cups, name, limitMs),
  };
}

/** Pages through a queue of the system whose driver draws them, in their own size. */
export function createCupsDriverSender({ server, timing }: CupsParts = {}): Sender<'driver'> {
  const cups = new Cups(() => server ?? localCups());
  return {
    send: async ({ name: queue }, payload, { title, signal }) => {
      const [first] = payload.kind === 'pages' ? payload.pages : [];
      if (payload.kind !== 'pages' || first === undefined) return { kind: 'not-sent', reason: 'not-taken' };
      const { widthMm, heightMm } = paperSizeMm(first, payload.dpi);
      const jobAttributes = {
        'media-col': {
          tag: 'collection',
          value: {
            'media-size': {
              tag: 'collection',
              value: {
                'x-dimension': { tag: 'integer', value: Math.round(widthMm * 100) },
                'y-dimension': { tag: 'integer', value: Math.round(heightMm * 100) },
              },
            },
          },
        },
        'print-scaling': { tag: 'keyword', value: 'none' },
      } as const;
      const document = {
        queue,
        title,
        format: 'application/pdf',
        bytes: pagesPdf(payload.pages, payload.dpi),
        jobAttributes,
      } as const;
      return submitJob(cups, document, signal, { ...SHEETS_TIMING, ...timing });
    },
    status: ({ name }, _profile, limitMs) => queueStatus(cups, name, limitMs),
  };
}

async function queueStatus(cups: Cups, queue: string, limitMs: number): Promise<PrinterStatus> {
  const given = new AbortController();
  const late = pause(limitMs, LATE, { signal: given.signal }).catch(() => LATE);
  try {
    return await Promise.race([late, askQueue(cups, queue)]);
  } finally {
    given.abort();
  }
}

const LATE: PrinterStatus = { kind: 'unreachable', reason: 'timeout' };

async function askQueue(cups: Cups, queue: string): Promise<PrinterStatus> {
  try {
    const state = readQueueState(groupOf(await cups.printer(queue, QUEUE_ATTRIBUTES), GROUP.printer));
    return { kind: 'answered', conditions: hindrances(state), isBusy: state.isPrinting };
  } catch (error) {
    return { kind: 'unreachable', reason: unreachableReason(error) };
  }
}
