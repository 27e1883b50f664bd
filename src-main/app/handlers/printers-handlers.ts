import { ContractError } from '../../contract/errors.ts';
import { correctProfile } from '../../core/label/correct-profile.ts';
import { bitmapPng } from '../../core/label/png.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PrinterSearch } from '../printers/printer-search.ts';
import type { PrinterStates } from '../printers/printer-states.ts';
import { printerView, profileView, statusView } from '../printers/printer-view.ts';
import { removePrinter, savePrinter } from '../printers/save-printer.ts';
import { printTestPage, testBitmap, tryOut } from '../printers/test-labels.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

const ASK_MS = 2_000;
const PROBE_MS = 15_000;

/** Printers: what is saved and how it is, finding new ones, and setting one up by test labels. */
export function printersHandlers(deps: AppDeps, states: PrinterStates): HandlersOf<'printers'> {
  const search = new PrinterSearch(deps);
  const changed = async (): Promise<void> =>
    deps.events.emit('printers.changed', { revision: await deps.store.read.revision() });
  return {
    'printers.list': async () => ({
      printers: (await deps.store.read.printers()).map((row) => printerView(row, states.of(row.id))),
    }),
    'printers.save': async (input) => {
      const id = await savePrinter(deps, input);
      // What was said at another address, or in another language, is not this printer's word.
      states.forget(id);
      await changed();
      return { id };
    },
    'printers.remove': async ({ id }) => {
      await removePrinter(deps, id as PrinterId);
      states.forget(id as PrinterId);
      await changed();
      return DONE;
    },
    'printers.askStatus': async ({ id }) => {
      const printer = (await deps.store.read.printers()).find((row) => row.id === id);
      if (printer === undefined) throw new ContractError('not-found');
      const status = await deps.transport.status(printer, ASK_MS);
      await states.note(printer.id, status);
      return statusView(status);
    },
    'printers.find': ({ sources }) => search.find(sources),
    'printers.stopFinding': async () => {
      search.stop();
      return DONE;
    },
    'printers.probe': async ({ address }) => {
      const limit = new AbortController();
      const cancel = deps.clock.after(PROBE_MS, () => limit.abort());
      const found = await deps.finder.probe(address, limit.signal).finally(cancel);
      const { model, language, dpi } = found ?? { model: null, language: null, dpi: null };
      const traits = { model, language, dpi };
      return { ...traits, profile: profileView({ ...traits, address }) };
    },
    'printers.tryOut': (input) => tryOut(deps, states, input),
    'printers.testPicture': async ({ profile, page }) => ({
      png: Buffer.from(bitmapPng(testBitmap(page, profile))).toString('base64'),
    }),
    'printers.correct': async ({ profile, seen }) => {
      const corrected = correctProfile(profile, seen);
      return { profile: { ...corrected, quirks: [...corrected.quirks] } };
    },
    'printers.testPage': ({ id }) => printTestPage(deps, states, id as PrinterId),
  };
}
