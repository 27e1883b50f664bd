import type { CardView } from '../../../../src-main/contract/methods/board.ts';
import { LIFECYCLE } from '../../../../src-main/core/order/moves.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';

/** A card for tests; its moves are those of its lane. */
export function makeCard(orderId: string, lane: Lane | null = 'new', change: Partial<CardView> = {}): CardView {
  const moves = Object.fromEntries(
    LANES.map((target) => [target, lane === null ? { refusal: 'order-closed' } : { ...LIFECYCLE[lane][target] }]),
  ) as CardView['moves'];
  return {
    orderId,
    shopId: 'shop-1',
    platform: 'ozon',
    lane,
    remoteId: `33920113-${orderId}-1`,
    title: 'Wool scarf',
    variant: null,
    sku: 'SCARF',
    picture: null,
    quantity: 1,
    lineCount: 1,
    country: 'RU',
    service: null,
    stage: 'to-confirm',
    rawStatus: 'awaiting_packaging',
    dueAtMs: null,
    dueKind: null,
    tagIds: [],
    siblingCount: 0,
    parcelOf: null,
    sinceMs: null,
    hasBuyerNote: false,
    hasLabel: false,
    isLabelled: false,
    trackingNumber: null,
    check: null,
    checkCount: 0,
    holdReason: null,
    caseKind: null,
    step: null,
    moves,
    ...change,
  };
}
