import type { PrinterCondition } from '../../../../app/ports/printers.ts';
import type { ResponseAttributes } from '../ipp/decode-response.ts';
import { flagOf, numberOf, textOf, textsOf } from '../ipp/read-attributes.ts';

/** What the print system knows of a queue. */
export interface QueueState {
  readonly isStopped: boolean;
  readonly isPrinting: boolean;
  readonly isAccepting: boolean;
  /** What the printer's reasons say, in our words. */
  readonly conditions: readonly PrinterCondition[];
  /** How the print system reaches the printer: 'socket', 'usb', 'ipp' …; empty when it does not say. */
  readonly scheme: string;
}

export const QUEUE_ATTRIBUTES = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs', 'device-uri'];

const PROCESSING = 4;
const STOPPED = 5;

/** printer-state-reasons (RFC 8011 §5.4.12; CUPS 'offline-report') without their -report, -warning and -error ends. */
const REASONS: Readonly<Record<string, PrinterCondition>> = {
  'media-empty': 'paper-out',
  'media-needed': 'paper-out',
  'media-low': 'paper-low',
  'media-jam': 'jam',
  'cover-open': 'head-open',
  'door-open': 'head-open',
  'interlock-open': 'head-open',
  'marker-supply-empty': 'ribbon-out',
  'toner-empty': 'ribbon-out',
  'fuser-over-temp': 'overheated',
  paused: 'paused',
  'moving-to-paused': 'paused',
  offline: 'offline',
  shutdown: 'offline',
  'timed-out': 'offline',
};

export function readQueueState(attributes: ResponseAttributes): QueueState {
  const state = numberOf(attributes, 'printer-state');
  const reasons = textsOf(attributes, 'printer-state-reasons').map((reason) =>
    reason.replace(/-(report|warning|error)$/, ''),
  );
  return {
    isStopped: state === STOPPED,
    isPrinting: state === PROCESSING,
    isAccepting: flagOf(attributes, 'printer-is-accepting-jobs') ?? true,
    conditions: [...new Set(reasons.flatMap((reason) => REASONS[reason] ?? []))],
    scheme: /^([a-z]+):/i.exec(textOf(attributes, 'device-uri') ?? '')?.[1]?.toLowerCase() ?? '',
  };
}

/**
 * What keeps the queue from printing: a job given to it now would lie there and come out hours later. While a queue is
 * idle its reasons are those of the last job, and no hindrance.
 */
export function hindrances({
  isStopped,
  isPrinting,
  isAccepting,
  conditions,
}: QueueState): readonly PrinterCondition[] {
  if (isStopped) return [...new Set<PrinterCondition>([...conditions, 'paused'])];
  if (!isAccepting) return ['paused'];
  return isPrinting ? conditions : [];
}
