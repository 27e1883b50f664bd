import type { PlatformConnector } from '../../../src-main/app/ports/platform-connector.ts';
import type { Effect, EffectKind, EffectOf } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import type { TaobaoSimulator } from '../../../src-main/demo/taobao/simulator.ts';
import type { TaobaoTrade } from '../../../src-main/demo/taobao/trade.ts';
import type { TaobaoWorld } from '../../../src-main/demo/taobao/world.ts';
import type { TaobaoBench } from './taobao-bench.ts';

interface Scene {
  readonly simulator: TaobaoSimulator;
  readonly add: TaobaoBench['add'];
  readonly pass: (ms: number) => void;
  readonly connector: PlatformConnector;
}

const MEASURE = { weightGrams: 420, lengthMm: 205, widthMm: 150, heightMm: 80 };
let numbers = 0;

/** A number by the carrier's own rule that nobody had before. */
export const ztoNumber = () => `78${String((numbers += 1)).padStart(12, '0')}`;

export const tracking = (
  { tid }: Pick<TaobaoTrade, 'tid'>,
  over: Partial<EffectOf<'push-tracking'>> = {},
): EffectOf<'push-tracking'> => ({
  kind: 'push-tracking',
  remoteId: tid,
  parcelId: `${tid}:1` as ParcelId,
  trackingNumber: ztoNumber(),
  carrier: 'ZTO',
  items: null,
  isLast: true,
  replaces: null,
  ...over,
});

export const buy = (
  { tid }: Pick<TaobaoTrade, 'tid'>,
  over: Partial<EffectOf<'buy-label'>> = {},
): EffectOf<'buy-label'> => ({
  kind: 'buy-label',
  remoteId: tid,
  parcelId: `${tid}:1` as ParcelId,
  offer: { id: 'ZTO|57965|7650012', carrier: 'ZTO', service: 'ZTO · 义乌福田网点', price: null },
  measure: MEASURE,
  items: null,
  ...over,
});

export const answer = (
  refundId: string,
  action: EffectOf<'answer-case'>['action'],
  over: Partial<EffectOf<'answer-case'>> = {},
): EffectOf<'answer-case'> => ({
  kind: 'answer-case',
  remoteId: refundId,
  caseKind: 'refund',
  orderRemoteId: null,
  action,
  text: '',
  amount: null,
  trackingNumber: null,
  carrier: null,
  ...over,
});

/** A fresh trade that is ready for the effect, and the effect. */
export async function ready(kind: EffectKind, { simulator, add }: Scene): Promise<Effect> {
  switch (kind) {
    case 'push-tracking':
      return tracking(add());
    case 'buy-label':
      return buy(add());
    case 'cancel':
      return { kind, remoteId: add({ isPaid: false }).tid, reasonId: '5', message: '' };
    case 'push-stock': {
      const [item] = simulator.world().items;
      const [sku] = item?.skus ?? [];
      const quantity = (sku?.quantity ?? 0) + 7;
      return { kind, remoteId: `${item?.numIid}:${sku?.skuId}`, sku: sku?.outerId ?? '', quantity };
    }
    case 'answer-case': {
      const { orders } = add({ lines: [['MUG-MOON-350', 1]] });
      const wish = { oid: orders[0]?.oid ?? '', refundFeeFen: 1_234 };
      const refundId = simulator.change((store, nowMs, timings) => happenings.askRefund(store, wish, nowMs, timings));
      return answer(refundId, 'approve-refund', { amount: { minor: 1_234, currency: 'CNY' } });
    }
    default:
      throw new Error(`${kind} is no effect of this platform`);
  }
}

export function timesDone(effect: Effect, { trades, waybills, refunds, items }: TaobaoWorld): number {
  const trade = trades.find((one) => one.tid === effect.remoteId);
  switch (effect.kind) {
    case 'push-tracking':
      return trade?.parcels.filter((parcel) => parcel.outSid === effect.trackingNumber).length ?? 0;
    case 'buy-label':
      return waybills.filter((one) => one.tradeOrders.includes(effect.remoteId)).length;
    case 'cancel':
      return trade?.effects.closes ?? 0;
    case 'answer-case':
      return refunds.find((one) => one.refundId === effect.remoteId)?.payouts ?? 0;
    case 'push-stock':
      return items.find((one) => effect.remoteId.startsWith(one.numIid))?.stockWrites ?? 0;
    default:
      return 0;
  }
}
