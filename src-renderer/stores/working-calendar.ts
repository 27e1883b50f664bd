import { invoke } from '../client/client.ts';
import { showError } from './toast.ts';

/** Days on which the seller's country does not work as Monday to Friday say, 'yyyy-MM-dd'. */
export interface WorkingCalendar {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

let current: WorkingCalendar = { off: new Set(), work: new Set() };

/** What governments published; before it has come, and beyond it, weeks of five days. */
export function workingCalendar(): WorkingCalendar {
  return current;
}

/** Reads it once: it comes with the program and stays as it is. */
export function loadWorkingCalendar(): void {
  invoke('today.calendar', {}).then(({ off, work }) => {
    current = { off: new Set(off), work: new Set(work) };
  }, showError);
}
