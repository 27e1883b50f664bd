import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { Effect, EffectKind } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import { buyerAsksToCancel } from '../../../src-main/demo/amazon/happenings.ts';
import type { AmazonOrder } from '../../../src-main/demo/amazon/order.ts';
import type { AmazonSimulator } from '../../../src-main/demo/amazon/simulator.ts';

export const MEASURE = { weightGrams: 450, lengthMm: 200, widthMm: 150, heightMm: 100 };

interface Stage {
  readonly simulator: AmazonSimulator;
  readonly connector: PlatformConnector;
  readonly order: AmazonOrder;
}

/** Brings a fresh order to where the effect is next. */
export async function ready(kind: EffectKind, { simulator, connector, order }: Stage): Promise<Effect> {
  const remoteId = order.orderId;
  const parcelId = `0197f000-0000-7000-8000-000000000000:1` as ParcelId;
  switch (kind) {
    case 'push-tracking':
      return {
        kind,
        remoteId,
        parcelId: `${remoteId}:1` as ParcelId,
        trackingNumber: `YT26${remoteId.replaceAll('-', '').slice(3)}`,
        carrier: 'YunExpress',
        items: null,
        isLast: true,
        replaces: null,
      };
    case 'cancel':
      return { kind, remoteId, reasonId: 'NoInventory', message: '' };
    case 'buy-label': {
      const { offers } = await connector.labelOffers(remoteId, MEASURE, null);
      const [offer] = offers;
      if (offer === undefined) throw new Error('nothing is offered');
      return { kind, remoteId, parcelId, offer, measure: MEASURE, items: null };
    }
    case 'answer-case':
      simulator.happen((store, nowMs) => buyerAsksToCancel(store, remoteId, 'NO_LONGER_NEEDED', nowMs));
      return {
        kind,
        remoteId,
        caseKind: 'cancel-request',
        orderRemoteId: remoteId,
        action: 'accept',
        text: '',
        amount: null,
        trackingNumber: null,
        carrier: null,
      };
    case 'push-stock': {
      const sku = order.lines[0]!.sku;
      return { kind, remoteId: sku, sku, quantity: 7 };
    }
    default:
      throw new Error(`Amazon knows no ${kind}`);
  }
}

/** How often the books say that an effect took place. */
export function timesDone(simulator: AmazonSimulator, effect: Effect): number {
  if (effect.kind === 'push-stock') {
    const listing = simulator.world().listings.find((one) => one.region === 'NA' && one.sku === effect.sku);
    return listing?.changes.length ?? 0;
  }
  const effects = simulator.order(effect.remoteId)!.effects;
  switch (effect.kind) {
    case 'push-tracking':
      return effects.confirmations.filter((one) => one.trackingNumber === effect.trackingNumber).length;
    case 'buy-label':
      return effects.labelsBought;
    default:
      return effects.sellerCancels;
  }
}
