import { create } from 'zustand';
import type { MethodOutput } from '../../src-main/contract/index.ts';
import type { BatchView } from '../../src-main/contract/methods/printing.ts';
import type { PrinterView } from '../../src-main/contract/methods/printers.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke, onEvent } from '../client/client.ts';
import { coalesced } from './coalesced.ts';
import { nowMs, syncClock } from './now.ts';

export type Shop = MethodOutput<'shops.list'>['shops'][number];
export type Printer = PrinterView;
export type WaitingEffect = MethodOutput<'outbox.list'>['effects'][number];
export type PrintingDay = MethodOutput<'printing.today'>;

/** The health that is always in view: shops, printers, the day's printing, pushes under way or stuck. */
interface Machines {
  /** null until first read; the last good answer stays when a reading fails. */
  readonly shops: readonly Shop[] | null;
  readonly printers: readonly Printer[] | null;
  readonly day: PrintingDay | null;
  /** Why printers or the day could not be read the last time. */
  readonly printingError: CallError | null;
  readonly effects: readonly WaitingEffect[];
  /** Open cases of ours; `reported` of them came from a platform's report. */
  readonly ownCases: { readonly total: number; readonly reported: number };
}

export const useMachines = create<Machines>(() => ({
  shops: null,
  printers: null,
  day: null,
  printingError: null,
  effects: [],
  ownCases: { total: 0, reported: 0 },
}));

/** Nothing printed: one list for everybody, so that selectors stay still. */
const NO_BATCHES: readonly BatchView[] = [];

/** The batches of the day, newest first. */
export function useBatches(): readonly BatchView[] {
  return useMachines((machines) => machines.day?.batches ?? NO_BATCHES);
}

async function readShops(): Promise<void> {
  const { shops, nowMs: mainNowMs } = await invoke('shops.list', {});
  syncClock(mainNowMs);
  useMachines.setState({ shops });
}

/** Midnight before now, by the calendar of this machine. UTC ms. */
export function dayStartMs(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

async function readPrinters(): Promise<void> {
  await orError(async () => {
    const { printers } = await invoke('printers.list', {});
    useMachines.setState({ printers, printingError: null });
  });
}

async function readDay(): Promise<void> {
  await orError(async () => {
    const day = await invoke('printing.today', { dayStartMs: dayStartMs(nowMs()) });
    useMachines.setState({ day, printingError: null });
  });
}

async function orError(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    useMachines.setState({ printingError: asCallError(thrown) });
  }
}

async function readCases(): Promise<void> {
  const { cases, total } = await invoke('cases.list', { isOpen: true, shopId: null, offset: 0, limit: 200 });
  useMachines.setState({
    ownCases: { total, reported: cases.filter((entry) => entry.case.afterSaleId !== null).length },
  });
}

async function readOutbox(): Promise<void> {
  const { effects } = await invoke('outbox.list', {});
  useMachines.setState({ effects });
}

const READ_AGAIN_MS = 60_000;
/** A batch announces each step of each label; four pictures of it a second are plenty. */
const DAY_GAP_MS = 250;
/** Orders change in crowds while shops are pulled; their cases seldom do. */
const CASES_GAP_MS = 1_000;

const reload = {
  shops: coalesced(readShops, 0),
  printers: coalesced(readPrinters, 50),
  day: coalesced(readDay, DAY_GAP_MS),
  outbox: coalesced(readOutbox, 50),
  cases: coalesced(readCases, CASES_GAP_MS),
};

/** Reads printers and the day anew: after an error, on the seller's word. */
export function reloadPrinting(): void {
  reload.printers();
  reload.day();
}

/** Keeps the health fresh: on each event, and every minute since "stale" and a new day come with time alone. Returns the stop. */
export function watchMachines(): () => void {
  const stops = [
    onEvent('shops.changed', reload.shops),
    onEvent('afterSales.changed', reload.shops),
    onEvent('printers.changed', reload.printers),
    onEvent('printing.changed', reload.day),
    onEvent('outbox.changed', reload.outbox),
    onEvent('orders.changed', reload.cases),
  ];
  for (const read of Object.values(reload)) read();
  const timer = setInterval(() => {
    reload.shops();
    reload.day();
  }, READ_AGAIN_MS);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Open cases of ours, and what the platforms report that none of them answers for. */
export function useOpenCaseCount(): number {
  return useMachines(({ shops, ownCases }) =>
    (shops ?? []).reduce((sum, shop) => sum + shop.openCaseCount, ownCases.total - ownCases.reported),
  );
}

/** Where labels go: the printer with that role, else the first. */
export function labelPrinter(printers: readonly Printer[] | null): Printer | null {
  return (
    printers?.find((printer) => printer.roles.includes('label')) ??
    printers?.find((printer) => printer.address.kind !== 'print-client') ??
    null
  );
}
