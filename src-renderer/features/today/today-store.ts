import { create } from 'zustand';
import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke, onEvent } from '../../client/client.ts';
import { coalesced } from '../../stores/coalesced.ts';
import { syncClock } from '../../stores/now.ts';

/** The last good answer stays while a newer one is on its way, and from one visit to the next. */
interface TodayStore {
  readonly view: TodayView | null;
  readonly error: CallError | null;
}

export const useToday = create<TodayStore>(() => ({ view: null, error: null }));

async function read(): Promise<void> {
  try {
    const view = await invoke('today.get', {});
    syncClock(view.nowMs);
    useToday.setState({ view, error: null });
  } catch (thrown) {
    useToday.setState({ error: asCallError(thrown) });
  }
}

/** A pull brings orders one after the other: one reading a second is plenty. */
const GAP_MS = 1_000;
/** Clocks run out and the day ends with time alone. */
const READ_AGAIN_MS = 60_000;
const EVENTS = ['orders.changed', 'outbox.changed', 'afterSales.changed', 'stock.changed', 'shops.changed'] as const;

/** Reads the day anew, at most once a second. */
export const reloadToday = coalesced(read, GAP_MS);

/** Keeps the day fresh while someone looks at it. Returns the stop. */
export function watchToday(): () => void {
  const stops = EVENTS.map((event) => onEvent(event, reloadToday));
  reloadToday();
  const timer = setInterval(reloadToday, READ_AGAIN_MS);
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}
