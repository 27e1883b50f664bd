import { create } from 'zustand';
import type { MethodOutput } from '../../src-main/contract/index.ts';
import { invoke, onEvent } from '../client/client.ts';
import { syncClock } from './now.ts';

export type Shop = MethodOutput<'shops.list'>['shops'][number];
export type Printer = MethodOutput<'printing.printers'>['printers'][number];
export type WaitingEffect = MethodOutput<'outbox.list'>['effects'][number];

/** The health that is always in view: shops, printers, jobs that want a look, pushes under way or stuck. */
interface Machines {
  /** null until first read; the last good answer stays when a reading fails. */
  readonly shops: readonly Shop[] | null;
  readonly printers: readonly Printer[] | null;
  /** Print jobs that failed or of which nobody knows. */
  readonly jobsToLookAt: number;
  readonly effects: readonly WaitingEffect[];
}

export const useMachines = create<Machines>(() => ({ shops: null, printers: null, jobsToLookAt: 0, effects: [] }));

async function readShops(): Promise<void> {
  const { shops, nowMs } = await invoke('shops.list', {});
  syncClock(nowMs);
  useMachines.setState({ shops });
}

async function readPrinting(): Promise<void> {
  const [{ printers }, { jobs }] = await Promise.all([
    invoke('printing.printers', {}),
    invoke('printing.jobs', { limit: 100 }),
  ]);
  useMachines.setState({
    printers,
    jobsToLookAt: jobs.filter((job) => job.state === 'failed' || job.state === 'unknown').length,
  });
}

async function readOutbox(): Promise<void> {
  const { effects } = await invoke('outbox.list', {});
  useMachines.setState({ effects });
}

/** A reading that failed leaves the last good one; the next event or tick reads again. */
function keepLast(): void {}

const READ_AGAIN_MS = 60_000;

/** Keeps the health fresh: on each event, and every minute since "stale" comes with time alone. Returns the stop. */
export function watchMachines(): () => void {
  const read = (...readings: readonly (() => Promise<void>)[]) => {
    for (const reading of readings) reading().catch(keepLast);
  };
  const stops = [
    onEvent('shops.changed', () => read(readShops)),
    onEvent('printing.changed', () => read(readPrinting)),
    onEvent('outbox.changed', () => read(readOutbox)),
  ];
  read(readShops, readPrinting, readOutbox);
  const timer = setInterval(() => read(readShops), READ_AGAIN_MS);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Where labels go: the default printer, else the first. */
export function defaultPrinter(printers: readonly Printer[] | null): Printer | null {
  return printers?.find((printer) => printer.isDefault) ?? printers?.[0] ?? null;
}
