import type { AppDeps } from '../deps.ts';
import { buyLabel } from '../labels/buy-label.ts';
import { labelSource, previewCut, saveCut } from '../labels/cut-label.ts';
import { labelMeasure, labelOffers } from '../labels/label-offers.ts';
import { makeOwnLabel, readSender, saveSender } from '../labels/make-own-label.ts';
import { DONE, type HandlersOf } from './handler-table.ts';
import type { OrderTools } from './order-handlers.ts';

/** Labels before they are printed: those that are bought, how a page is cut, and labels that we draw ourselves. */
export function labelsHandlers(deps: AppDeps, { connections, workers, prepared }: OrderTools): HandlersOf<'labels'> {
  return {
    'labels.measure': ({ orderId }) => labelMeasure(deps, orderId),
    'labels.offers': (input) => labelOffers(deps, connections, input),
    'labels.buy': async (input) => {
      const outcome = await buyLabel(deps, connections, input);
      workers.wake();
      return outcome;
    },
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
