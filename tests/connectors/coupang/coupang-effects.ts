import type { Effect, EffectKind, EffectOf } from '../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../src-main/core/shared/ids.ts';
import type { Box } from '../../../src-main/demo/coupang/box.ts';
import type { CoupangWorld } from '../../../src-main/demo/coupang/world.ts';
import type { CoupangBench } from './coupang-bench.ts';

const DAY_MS = 86_400_000;
let numbers = 0;

/** A number of CJ Logistics that no parcel has had. */
export function freshNumber(): string {
  numbers += 1;
  return `6804${String(numbers).padStart(8, '0')}`;
}

export function trackingOf(
  remoteId: string,
  change: Partial<EffectOf<'push-tracking'>> = {},
): EffectOf<'push-tracking'> {
  return {
    kind: 'push-tracking',
    remoteId,
    parcelId: `${remoteId}:1` as ParcelId,
    trackingNumber: freshNumber(),
    carrier: 'CJGLS',
    items: null,
    isLast: true,
    replaces: null,
    ...change,
  };
}

export function answerOf(
  change: Pick<EffectOf<'answer-case'>, 'remoteId' | 'caseKind' | 'action'> & Partial<EffectOf<'answer-case'>>,
): EffectOf<'answer-case'> {
  return {
    kind: 'answer-case',
    orderRemoteId: null,
    text: '',
    amount: null,
    trackingNumber: null,
    carrier: null,
    ...change,
  };
}

export const confirmOf = (remoteId: string): EffectOf<'confirm'> => ({ kind: 'confirm', remoteId, packages: [] });

/** A box that the seller has acknowledged. */
export async function preparedBox(bench: CoupangBench, ...wish: Parameters<CoupangBench['add']>): Promise<Box> {
  const box = bench.add(...wish);
  const outcome = await bench.connector.push(confirmOf(box.shipmentBoxId), 'before');
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return box;
}

/** A parcel whose number was entered forty days ago and which its carrier never finished. */
export function stalePart(box: Box, nowMs: number): Partial<Box> {
  return {
    status: 'DELIVERING',
    orderedAtMs: nowMs - 41 * DAY_MS,
    visibleAtMs: nowMs - 41 * DAY_MS,
    carrierCode: 'CJGLS',
    invoiceNumber: freshNumber(),
    items: box.items.map((item) => ({ ...item, invoiceUploadedAtMs: nowMs - 40 * DAY_MS })),
  };
}

export async function readyEffect(kind: EffectKind, bench: CoupangBench): Promise<Effect> {
  switch (kind) {
    case 'confirm':
      return confirmOf(bench.add().shipmentBoxId);
    case 'cancel':
      return { kind, remoteId: bench.add().shipmentBoxId, reasonId: 'CCTTER', message: '' };
    case 'push-tracking':
      return trackingOf((await preparedBox(bench)).shipmentBoxId);
    case 'push-delivered': {
      const pattern = bench.add();
      return { kind, remoteId: bench.add(stalePart(pattern, bench.nowMs())).shipmentBoxId };
    }
    case 'push-stock':
      numbers += 1;
      return { kind, remoteId: '4279191312', sku: 'MUG-MOON-350', quantity: 1_000 + numbers };
    case 'answer-case': {
      const { shipmentBoxId } = await preparedBox(bench);
      const { receiptId = '' } = bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId });
      return answerOf({ remoteId: receiptId, caseKind: 'cancel-request', action: 'stop-shipment' });
    }
    default:
      throw new Error(`${kind} is no effect of this platform`);
  }
}

export function timesDone(effect: Effect, world: CoupangWorld): number {
  const box = world.boxes.find((one) => one.shipmentBoxId === effect.remoteId);
  switch (effect.kind) {
    case 'confirm':
      return box?.effects.acknowledgements ?? 0;
    case 'cancel':
      return box?.effects.sellerCancels ?? 0;
    case 'push-tracking':
      return (box?.effects.invoices.length ?? 0) + (box?.effects.invoiceUpdates.length ?? 0);
    case 'push-delivered':
      return box?.effects.completions ?? 0;
    case 'push-stock':
      return world.stock
        .filter((item) => item.vendorItemId === effect.remoteId)
        .flatMap((item) => item.effects.quantitySets)
        .filter((quantity) => quantity === effect.quantity).length;
    case 'answer-case':
      return world.receipts.find((one) => one.receiptId === effect.remoteId)?.effects.stopped ?? 0;
    default:
      return 0;
  }
}
