import { useRef, useState } from 'react';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { reloadPrinting, useMachines, type PrintingDay } from '../../stores/machines.ts';
import { run } from './run-printing.ts';

/** Runs one command at a time. Busy until it is done and the day was read anew, so that a second press never meets an old screen. */
export interface Commands {
  readonly isBusy: boolean;
  readonly act: (call: () => Promise<unknown>) => void;
}

export function useCommands(): Commands {
  const day = useMachines((machines) => machines.day);
  const [pressedOn, setPressedOn] = useState<PrintingDay | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const isHeld = useRef(false);
  const isBusy = isRunning || (pressedOn !== null && pressedOn === day);
  const act = (call: () => Promise<unknown>) => {
    if (isBusy || isHeld.current) return;
    isHeld.current = true;
    setIsRunning(true);
    setPressedOn(day);
    void run(call()).then((isDone) => {
      isHeld.current = false;
      setIsRunning(false);
      if (!isDone) setPressedOn(null);
      reloadPrinting();
    });
  };
  return { isBusy, act };
}

/** Goes on: every label before `fromPosition` came out whole. Null: with the first that was not sent. */
export function resumeBatch(batch: BatchView, fromPosition: number | null): Promise<unknown> {
  return invoke('printing.resumeBatch', { batchId: batch.id, fromPosition });
}

/** The stopped label is whole after all: on with the next; the last one is answered for by itself. */
export function resumeAfter(batch: BatchView, position: number): Promise<unknown> {
  const job = batch.jobs.find((candidate) => candidate.position === position);
  const isLast = position >= batch.jobs.length;
  if (isLast && job !== undefined) return invoke('printing.answer', { jobId: job.id, cameOut: true });
  return resumeBatch(batch, position + 1);
}

/** Pauses a moving batch, moves a paused one on once its last label has left; null for the others. */
export function pauseToggle(batch: BatchView): (() => Promise<unknown>) | null {
  if (batch.state === 'running') return () => invoke('printing.pauseBatch', { batchId: batch.id });
  const isLeaving = batch.jobs.some((job) => job.state === 'sending');
  return batch.state === 'paused' && !isLeaving ? () => resumeBatch(batch, null) : null;
}
