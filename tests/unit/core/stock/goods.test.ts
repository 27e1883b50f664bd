import { describe, expect, it } from 'vitest';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import type { WorkEvent } from '../../../../src-main/core/order/work.ts';
import { claimsPieces, goodsMove, piecesByArticle } from '../../../../src-main/core/stock/goods.ts';
import { EVENTS, LINE, NOW_MS, orderWith, WORK_OF_LANE } from '../order/support/build-order.ts';

const inLane = (lane: Lane, facts: Partial<OrderFacts> = {}) => orderWith(facts, WORK_OF_LANE[lane]);
const DESK: readonly Lane[] = ['new', 'problem', 'to-ship', 'labelled'];
const closed: WorkEvent = { kind: 'closed', atMs: NOW_MS };
const cancelled = { stage: 'cancelled', cancellation: { reason: '', by: 'buyer', afterHandOver: true } } as const;

describe('pieces of the shelf', () => {
  it.each(LANES)('are claimed by an order in %s only while it lies on the desk', (lane) => {
    expect(claimsPieces(inLane(lane))).toBe(DESK.includes(lane));
  });

  it('are claimed under an open case too, as long as they have not left', () => {
    expect(claimsPieces(orderWith({}, [...WORK_OF_LANE['to-ship'], EVENTS.opened]))).toBe(true);
    expect(claimsPieces(inLane('after-sales'))).toBe(false);
  });

  it('are not claimed once cancelled, held for it or packed', () => {
    for (const lane of DESK) expect(claimsPieces(inLane(lane, { stage: 'cancelled' }))).toBe(false);
  });

  it('are counted by article, without lines of nothing and without a SKU', () => {
    const lines = [LINE, { ...LINE, remoteId: 'b', quantity: 3 }, { ...LINE, remoteId: 'c', sku: '' }];
    expect([...piecesByArticle({ lines: [...lines, { ...LINE, sku: 'GONE', quantity: 0 }] })]).toEqual([
      ['SOCKS-4', 5],
    ]);
  });
});

describe('goods', () => {
  it.each(DESK)('leave when an order goes from %s on its way', (lane) => {
    expect(goodsMove(inLane(lane), inLane('in-transit'))).toBe('left');
    expect(goodsMove(inLane(lane), inLane(lane, { stage: 'in-transit' }))).toBe('left');
    expect(goodsMove(inLane(lane), inLane(lane, { stage: 'delivered' }))).toBe('left');
  });

  it('come back when the hand-over is undone', () => {
    expect(goodsMove(inLane('in-transit'), inLane('labelled'))).toBe('came-back');
    expect(goodsMove(inLane('delivered'), inLane('to-ship'))).toBe('came-back');
  });

  it('do not move on their way, nor at the desk', () => {
    expect(goodsMove(inLane('in-transit'), inLane('delivered'))).toBeNull();
    expect(goodsMove(inLane('new'), inLane('labelled'))).toBeNull();
    expect(goodsMove(inLane('new'), inLane('new', { stage: 'cancelled' }))).toBeNull();
  });

  it('stay away after a cancellation on the way: nobody knows yet whether the parcel returns', () => {
    const onItsWay = inLane('new', { stage: 'in-transit' });
    expect(goodsMove(onItsWay, inLane('new', cancelled))).toBeNull();
    expect(goodsMove(inLane('in-transit'), inLane('in-transit', cancelled))).toBeNull();
  });

  it('come back when the platform takes back that they left', () => {
    expect(goodsMove(inLane('new', { stage: 'in-transit' }), inLane('new'))).toBe('came-back');
  });

  it('have left with what was closed packed, and not with what was closed before', () => {
    const close = (lane: Lane) => orderWith({}, [...WORK_OF_LANE[lane], closed]);
    expect(goodsMove(inLane('labelled'), close('labelled'))).toBe('left');
    expect(goodsMove(inLane('to-ship'), close('to-ship'))).toBeNull();
  });
});
