import type { AppDeps } from '../deps.ts';
import { labelSource, previewCut, saveCut } from '../labels/cut-label.ts';
import { makeOwnLabel, readSender, saveSender } from '../labels/make-own-label.ts';
import type { PreparedLabels } from '../printing/prepared-labels.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Labels before they are printed: how a page is cut, and labels that we draw ourselves. */
export function labelsHandlers(
  deps: AppDeps,
  { prepared }: { readonly prepared: PreparedLabels },
): HandlersOf<'labels'> {
  return {
    'labels.source': ({ orderId }) => labelSource(deps, orderId),
    'labels.preview': (input) => previewCut(deps, input),
    'labels.saveFit': async (input) => {
      await saveCut(deps, input);
      return DONE;
    },
    'labels.makeOwn': (input) => makeOwnLabel(deps, prepared, input),
    'labels.sender': () => readSender(deps),
    'labels.saveSender': async (sender) => {
      await saveSender(deps, sender);
      return DONE;
    },
  };
}
