import type { Demo } from '../../src-main/app/ports/demo.ts';
import type { Notifier } from '../../src-main/app/ports/notifier.ts';
import type { PrinterFinder } from '../../src-main/app/ports/printers.ts';
import type { Preferences, PreferenceValues } from '../../src-main/app/ports/preferences.ts';

/** Opens the stores of the tests. */
export const TEST_STORE_KEY = new Uint8Array(32).fill(7);

/** Preferences that last as long as the test. */
export function memoryPreferences(values: PreferenceValues): Preferences {
  let kept = values;
  return {
    read: () => kept,
    write: (change) => {
      kept = { ...kept, ...change };
      return kept;
    },
  };
}

/** For apps that are tested on shops of their own. */
export const noDemo: Demo = {
  start: () => Promise.reject(new Error('no demo here')),
  stop: () => Promise.resolve(),
  papers: () => [],
  onPaper: () => undefined,
};

/** Finds nothing: a test names its printers itself. */
export const noFinder: PrinterFinder = {
  find: (sources) => Promise.resolve(sources.map((source) => ({ source, state: 'done', code: null }))),
  probe: () => Promise.resolve(null),
};

/** Shows nothing; noon, so that no hours are quiet. */
export const quietNotifier: Notifier = { show: () => undefined, badge: () => undefined, minuteOfDay: () => 720 };
