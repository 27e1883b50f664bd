import { useCallback, useEffect, useRef, useState } from 'react';
import type { MethodInput, MethodOutput } from '../../../src-main/contract/index.ts';
import type { FoundPrinterView } from '../../../src-main/contract/methods/printers.ts';
import { invoke, onEvent } from '../../client/client.ts';
import { showError } from '../../stores/toast.ts';

type Sources = MethodInput<'printers.find'>['sources'];
export type FindReport = MethodOutput<'printers.find'>['reports'][number];

export interface Finding {
  /** In the order in which they turned up. */
  readonly printers: readonly FoundPrinterView[];
  /** How each source ended, once it has. */
  readonly reports: readonly FindReport[];
  /** What is being looked through now; empty when nothing is. */
  readonly looking: Sources;
  readonly look: (sources: Sources) => void;
}

/** What is found without bothering anybody's network. */
export const QUIET_SOURCES: Sources = ['queues', 'usb', 'serial', 'mdns', 'print-client'];

/** Looks for printers as soon as it is shown, and again when asked; stops looking when it is gone. */
export function useFind(): Finding {
  const [printers, setPrinters] = useState<readonly FoundPrinterView[]>([]);
  const [reports, setReports] = useState<readonly FindReport[]>([]);
  const [looking, setLooking] = useState<Sources>([]);
  const turn = useRef(0);
  const look = useCallback((sources: Sources) => {
    turn.current += 1;
    const mine = turn.current;
    setLooking(sources);
    invoke('printers.find', { sources })
      .then((answer) => {
        if (mine !== turn.current) return;
        setPrinters((last) => answer.printers.reduce(merged, last));
        setReports((last) => [...last.filter(({ source }) => !sources.includes(source)), ...answer.reports]);
      }, showError)
      .finally(() => {
        if (mine === turn.current) setLooking([]);
      });
  }, []);
  useEffect(() => {
    const stop = onEvent('printers.found', ({ printer }) => setPrinters((last) => merged(last, printer)));
    look(QUIET_SOURCES);
    return () => {
      turn.current += 1;
      stop();
      invoke('printers.stopFinding', {}).catch(() => undefined);
    };
  }, [look]);
  return { printers, reports, looking, look };
}

/** The list with this printer: in its old place when it was known, else at the end. */
function merged(printers: readonly FoundPrinterView[], found: FoundPrinterView): readonly FoundPrinterView[] {
  return printers.some((known) => known.key === found.key)
    ? printers.map((known) => (known.key === found.key ? found : known))
    : [...printers, found];
}
