import type { AppDeps } from '../deps.ts';
import { listCards, saveCard } from '../slips/card-settings.ts';
import { previewSlip, printSlip } from '../slips/print-slip.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Paper beside the label: pick lists, packing slips, thank-you cards. */
export function slipsHandlers(deps: AppDeps): HandlersOf<'slips'> {
  return {
    'slips.preview': (input) => previewSlip(deps, input),
    'slips.print': (input) => printSlip(deps, input),
    'slips.cards': async () => ({ cards: await listCards(deps) }),
    'slips.saveCard': async (card) => {
      await saveCard(deps, card);
      deps.events.emit('slips.changed', { revision: await deps.store.read.revision() });
      return DONE;
    },
  };
}
