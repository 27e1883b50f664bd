import type { EventPayload } from '../../src-main/contract/events.ts';
import { onEvent } from '../client/client.ts';
import { goTo, openCase, openOrder, showCards } from '../stores/route.ts';

/** Shows what the seller clicked outside the window: a notice of the system, or the tray. Returns the stop. */
export function watchShow(): () => void {
  return onEvent('app.show', ({ what }) => show(what));
}

function show(what: EventPayload<'app.show'>['what']): void {
  if (what.kind === 'cases') openCase(null);
  else if (what.kind === 'filter') showCards(what.filter);
  else if (what.kind !== 'orders') goTo(what.kind);
  else {
    const [only, ...others] = what.ids;
    // Several orders are read on the board, where they stand together.
    if (only !== undefined && others.length === 0) openOrder(only);
    else goTo('board');
  }
}
