import type { PrinterCondition } from '../../../app/ports/printers.ts';

/** PRINTER_ATTRIBUTE_WORK_OFFLINE: the seller ticked "use printer offline"; the queue keeps all jobs. */
const WORK_OFFLINE = 0x400;
/** PRINTER_ATTRIBUTE_DIRECT: jobs go to the printer as they are written, without a spool file. */
const DIRECT = 0x2;
/** PRINTER_DRIVER_XPS of DRIVER_INFO_8: takes no RAW data, but XPS_PASS. */
const DRIVER_XPS = 0x2;

/** PRINTER_STATUS_… (Microsoft: PRINTER_INFO_2), the gravest first. */
const QUEUE_STATUS: readonly (readonly [flag: number, condition: PrinterCondition])[] = [
  [0x0040_0000, 'head-open'],
  [0x0000_0008, 'jam'],
  [0x0000_0010, 'paper-out'],
  [0x0000_0040, 'paper-out'],
  [0x0004_0000, 'ribbon-out'],
  [0x0000_0001, 'paused'],
  [0x0000_0080, 'offline'],
  [0x0000_1000, 'offline'],
  [0x0000_0002, 'fault'],
  [0x0000_0004, 'fault'],
  [0x0000_0800, 'label-waiting'],
  [0x0010_0000, 'fault'],
];

/** PRINTER_STATUS_BUSY, IO_ACTIVE, PRINTING, PROCESSING, WARMING_UP. */
const QUEUE_BUSY = 0x200 | 0x100 | 0x400 | 0x4000 | 0x1_0000;

/** JOB_STATUS_… (Microsoft: JOB_INFO_1). */
export const JOB_STATUS = {
  paused: 0x1,
  error: 0x2,
  deleting: 0x4,
  spooling: 0x8,
  printing: 0x10,
  offline: 0x20,
  paperOut: 0x40,
  printed: 0x80,
  deleted: 0x100,
  blocked: 0x200,
  userNeeded: 0x400,
  /** Handed to the printer; it may not be printed yet. */
  complete: 0x1000,
} as const;

const JOB_CONDITIONS: readonly (readonly [flag: number, condition: PrinterCondition])[] = [
  [JOB_STATUS.paperOut, 'paper-out'],
  [JOB_STATUS.offline, 'offline'],
  [JOB_STATUS.userNeeded, 'fault'],
  [JOB_STATUS.error | JOB_STATUS.blocked, 'fault'],
];

/** What the flags of a queue mean, the gravest first; empty: ready, or a driver that never says. */
export function conditionsOfQueue(queue: { readonly status: number; readonly attributes: number }): PrinterCondition[] {
  const found = QUEUE_STATUS.filter(([flag]) => (queue.status & flag) !== 0).map(([, condition]) => condition);
  if (isSwitchedOffline(queue)) found.push('offline');
  return [...new Set(found)];
}

/** The queue itself holds back its jobs, whatever the printer does. */
export function heldCondition(queue: {
  readonly status: number;
  readonly attributes: number;
}): PrinterCondition | null {
  if ((queue.status & 0x1) !== 0) return 'paused';
  return isSwitchedOffline(queue) ? 'offline' : null;
}

/** Whether the queue says that it is at work. */
export function isQueueBusy(status: number): boolean {
  return (status & QUEUE_BUSY) !== 0;
}

/** What keeps a job from printing, or null. */
export function conditionOfJob(status: number): PrinterCondition | null {
  return JOB_CONDITIONS.find(([flags]) => (status & flags) !== 0)?.[1] ?? null;
}

/** Whether the queue keeps no spool file. */
export function isDirectQueue({ attributes }: { readonly attributes: number }): boolean {
  return (attributes & DIRECT) !== 0;
}

/** Whether the driver takes only XPS (DRIVER_INFO_8.dwPrinterDriverAttributes). */
export function isXpsDriver(driverAttributes: number): boolean {
  return (driverAttributes & DRIVER_XPS) !== 0;
}

function isSwitchedOffline({ attributes }: { readonly attributes: number }): boolean {
  return (attributes & WORK_OFFLINE) !== 0;
}
