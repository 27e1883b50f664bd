import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../src-main/core/order/checks.ts';
import { REMOTE_STAGES, type RemoteStage } from '../../../../src-main/core/order/facts.ts';
import { isHandedOver, laneOf } from '../../../../src-main/core/order/lane-of.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import { afterCommand, EVENTS, orderWith, SECOND_PARCEL, WORK_OF_LANE } from './support/build-order.ts';
import { anyCommand, anyFacts, COMMANDS } from './support/commands.ts';

const { confirmed, assigned, labelled, handedOver, opened } = EVENTS;
const secondLabelled = { ...labelled, parcelId: SECOND_PARCEL };
const secondHandedOver = { ...handedOver, parcelId: SECOND_PARCEL };
const closed = { kind: 'closed', atMs: 1 } as const;
const NO_STOCK: CheckContext = { productOf: (_orderId, sku) => ({ sku, free: 0, floorPrice: null }) };

describe('the lane of an order that the seller has not touched', () => {
  const expected: Readonly<Record<RemoteStage, Lane | null>> = {
    'not-ready': 'new',
    'to-confirm': 'new',
    registering: 'to-ship',
    'to-hand-over': 'to-ship',
    declared: 'in-transit',
    'in-transit': 'in-transit',
    disputed: 'after-sales',
    delivered: 'delivered',
    cancelled: null,
    rejected: 'exception',
    replaced: null,
    // Not known to us, so the seller must look at it.
    unknown: 'problem',
  };
  it.each(REMOTE_STAGES)('%s', (stage) => {
    expect(laneOf(orderWith({ stage }))).toBe(expected[stage]);
  });
});

describe('orders with several parcels', () => {
  it('are labelled while a labelled parcel is still here', () => {
    expect(laneOf(orderWith({}, [confirmed, labelled, { ...assigned, parcelId: SECOND_PARCEL }]))).toBe('labelled');
    expect(laneOf(orderWith({}, [confirmed, labelled, secondLabelled, handedOver]))).toBe('labelled');
  });

  it('go back to the desk when the next parcel has no label yet', () => {
    const order = orderWith({}, [confirmed, labelled, handedOver, { ...assigned, parcelId: SECOND_PARCEL }]);
    expect(isHandedOver(order)).toBe(false);
    expect(laneOf(order)).toBe('to-ship');
  });

  it('are in transit when the last parcel has gone', () => {
    expect(laneOf(orderWith({}, [confirmed, labelled, secondLabelled, handedOver, secondHandedOver]))).toBe(
      'in-transit',
    );
  });
});

describe('what wins', () => {
  it('a blocking check stops the desk, not the way', () => {
    expect(laneOf(orderWith({}, WORK_OF_LANE['to-ship'], NO_STOCK))).toBe('problem');
    const changed = { alerts: ['cancel-requested', 'registration-failed'] } as const;
    expect(laneOf(orderWith(changed, WORK_OF_LANE['to-ship']))).toBe('problem');
    for (const lane of ['in-transit', 'exception', 'delivered'] as const) {
      expect(laneOf(orderWith(changed, WORK_OF_LANE[lane]))).toBe(lane);
    }
  });

  it('an open case brings a closed, a replaced and a cancelled order back, and its end sends them away', () => {
    for (const order of [
      orderWith({}, [closed]),
      orderWith({ stage: 'replaced' }),
      orderWith({ stage: 'cancelled' }),
    ]) {
      expect(laneOf(order)).toBeNull();
      const open = afterCommand(order, { ...COMMANDS['open-case'], caseId: opened.caseId });
      expect(laneOf(open)).toBe('after-sales');
      expect(laneOf(afterCommand(open, COMMANDS['close-case']))).toBeNull();
    }
  });

  it('delivery beats an exception, and a refused parcel is one', () => {
    expect(laneOf(orderWith({ stage: 'delivered' }, WORK_OF_LANE.exception))).toBe('delivered');
    expect(laneOf(orderWith({ stage: 'rejected' }, WORK_OF_LANE['in-transit']))).toBe('exception');
  });
});

describe('cancelled orders', () => {
  const cancelledLater = {
    stage: 'cancelled',
    cancellation: { reason: '', by: 'buyer', afterHandOver: false },
  } as const;

  it('leave the board when no label was printed, whatever else was wrong with them', () => {
    const broken = { ...cancelledLater, address: null, alerts: ['cancel-requested', 'registration-failed'] } as const;
    expect(laneOf(orderWith(broken, WORK_OF_LANE['to-ship'], NO_STOCK))).toBeNull();
  });

  it('stay as a problem after the label, until the seller has seen it', () => {
    for (const lane of ['labelled', 'in-transit'] as const) {
      const order = orderWith(cancelledLater, WORK_OF_LANE[lane]);
      expect(laneOf(order)).toBe('problem');
      expect(laneOf(afterCommand(order, { kind: 'accept-check', check: 'cancelled-after-label' }))).toBeNull();
    }
  });

  it('leave at once when she asked for it herself; until then the order is kept from being shipped', () => {
    const asked = afterCommand(orderWith({}, WORK_OF_LANE.labelled), COMMANDS.cancel);
    expect(laneOf(asked)).toBe('problem');
    const { work } = asked;
    expect(laneOf({ facts: { ...asked.facts, stage: 'cancelled' }, work, checks: [] })).toBeNull();
    expect(
      laneOf(
        orderWith({ stage: 'cancelled' }, [
          ...WORK_OF_LANE.labelled,
          { kind: 'cancel-asked', atMs: 1, reasonId: '352' },
        ]),
      ),
    ).toBeNull();
  });
});

it('a platform that was only told of the shipment does not take a labelled parcel off the desk', () => {
  expect(laneOf(orderWith({ stage: 'declared' }, WORK_OF_LANE.labelled))).toBe('labelled');
  expect(laneOf(orderWith({ stage: 'in-transit' }, WORK_OF_LANE.labelled))).toBe('in-transit');
  expect(laneOf(orderWith({ stage: 'declared' }, WORK_OF_LANE['in-transit']))).toBe('in-transit');
  expect(laneOf(orderWith({ stage: 'declared' }))).toBe('in-transit');
});

it('is a known lane, or none, for any facts and any work', () => {
  fc.assert(
    fc.property(anyFacts, fc.array(anyCommand, { maxLength: 12 }), (facts, commands) => {
      const order = commands.reduce((sofar, command) => afterCommand(sofar, command), orderWith(facts));
      const lane = laneOf(order);
      expect(lane === null || LANES.includes(lane)).toBe(true);
      // Off the board means off for a reason.
      if (lane === null) {
        expect(order.work.closedAtMs !== null || ['cancelled', 'replaced'].includes(order.facts.stage)).toBe(true);
      }
    }),
  );
});
