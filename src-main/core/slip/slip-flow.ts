import { cardBlocks } from './card-flow.ts';
import type { FlowPaper } from './flow.ts';
import { packingBlocks } from './packing-flow.ts';
import { pickListBlocks } from './pick-list-flow.ts';
import type { Slip } from './slip.ts';

/** A slip as blocks for paper of this width. */
export function flowOf(slip: Slip, widthMm: number): FlowPaper[] {
  switch (slip.kind) {
    case 'pick-list':
      return [{ country: null, isCentred: false, blocks: pickListBlocks(slip, widthMm) }];
    case 'packing-slip':
      return slip.orders.map((order) => ({
        country: order.country,
        isCentred: false,
        blocks: packingBlocks(order, widthMm),
      }));
    case 'thank-you-card':
      return slip.cards.map((card) => ({ country: card.country, isCentred: true, blocks: cardBlocks(card, widthMm) }));
  }
}
