import type { CardView } from '../../../../src-main/contract/methods/board.ts';
import type { OrderView } from '../../../../src-main/contract/methods/orders.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import { LIFECYCLE } from '../../../../src-main/core/order/moves.ts';

/** A card in a lane with the moves that the core allows there. */
export function fakeCard(lane: Lane | null, change: Partial<CardView> = {}): CardView {
  const moves = LANES.map((target) => [target, lane === null ? { refusal: 'order-closed' } : LIFECYCLE[lane][target]]);
  return {
    orderId: 'order-1',
    shopId: 'shop-1',
    platform: 'ozon',
    lane,
    remoteId: '33920113-0031-1',
    title: 'Mug',
    variant: null,
    sku: 'MUG',
    picture: null,
    quantity: 1,
    lineCount: 1,
    country: 'RU',
    service: null,
    stage: 'to-confirm',
    rawStatus: 'x',
    dueAtMs: null,
    dueKind: null,
    sinceMs: null,
    tagIds: [],
    siblingCount: 0,
    parcelOf: null,
    hasBuyerNote: false,
    hasLabel: false,
    isLabelled: false,
    trackingNumber: null,
    check: null,
    checkCount: 0,
    holdReason: null,
    caseKind: null,
    step: null,
    moves: Object.fromEntries(moves) as CardView['moves'],
    ...change,
  };
}

export function fakeOrder(lane: Lane | null, change: Partial<OrderView> = {}, card: Partial<CardView> = {}): OrderView {
  return {
    card: fakeCard(lane, card),
    remoteOrderNumber: '33920113-0031',
    shopName: 'Shop',
    placedAtMs: 0,
    shipByMs: null,
    deliverByMs: null,
    rawSubstatus: null,
    lines: [],
    totals: [],
    total: null,
    remoteParcels: [],
    isAddressSealed: false,
    address: null,
    buyerNote: null,
    note: '',
    checks: [],
    hold: null,
    cases: [],
    attachments: [],
    deadlines: [],
    promisedMs: null,
    isAddressCorrected: false,
    originalAddress: null,
    addressFaults: [],
    siblings: [],
    margin: null,
    parcels: [],
    trackingBy: 'seller',
    labelBy: 'seller',
    label: null,
    canCancel: false,
    orderLink: null,
    effects: [],
    timeline: [],
    ...change,
  };
}
