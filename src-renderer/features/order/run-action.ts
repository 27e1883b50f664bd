import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { mustBuy } from '../../labels/must-buy.ts';
import { askToBuy } from '../../printing/print-refused.ts';
import { openCaseDialog, openHoldDialog } from '../../stores/dialogs.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { openBuyLabel } from '../../stores/paper-dialogs.ts';
import type { OrderAction } from './order-actions.ts';

/** Does an action of the drawer; what needs an answer first opens its question instead. Never throws. */
export async function runAction(
  order: OrderView,
  action: OrderAction,
  ask: (question: 'reprint' | 'cancel') => void,
): Promise<void> {
  const { orderId } = order.card;
  const ids = [orderId];
  switch (action.id) {
    case 'print':
      if (mustBuy(order)) openBuyLabel(orderId);
      else await carryOut('print', () => invoke('printing.print', { ids }).then(askToBuy));
      return;
    case 'release':
      await carryOut('release', () => invoke('orders.release', { ids }));
      return;
    case 'hold':
      openHoldDialog(ids);
      return;
    case 'open-case':
      openCaseDialog(ids);
      return;
    case 'reprint':
    case 'cancel':
      ask(action.id);
      return;
    default: {
      const { lane } = action;
      if (lane !== null) await carryOut(action.id, () => invoke('board.move', { ids, lane }));
    }
  }
}
