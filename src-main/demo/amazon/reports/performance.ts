import type { AmazonStore } from '../store.ts';
import type { AmazonReport } from '../world.ts';

const day = 86_400_000;

/** GET_V2_SELLER_PERFORMANCE_REPORT, the parts that a merchant-fulfilled desk reads (schema accountHealthReport-2020-11-18). */
export function performanceReport(store: AmazonStore, report: AmazonReport): unknown {
  const counts = countOrders(store, report);
  const rate = (days: number, orderCount: number, hits: number, target: Target): Record<string, unknown> =>
    metric({ fromMs: report.endsAtMs - days * day, toMs: report.endsAtMs }, orderCount, hits, target);
  return {
    accountStatuses: report.marketplaceIds.map((marketplaceId) => ({ marketplaceId, status: 'NORMAL' })),
    performanceMetrics: report.marketplaceIds.map((marketplaceId) => ({
      marketplaceId,
      lateShipmentRate: rate(30, counts.shipped, counts.late, { condition: 'LESS_THAN', value: 0.04 }),
      prefulfillmentCancelRate: rate(7, counts.all, counts.cancelled, { condition: 'LESS_THAN', value: 0.025 }),
      validTrackingRate: rate(30, counts.shipped, counts.shipped, { condition: 'GREATER_THAN', value: 0.95 }),
      onTimeDeliveryRate: rate(14, counts.shipped, counts.shipped, { condition: 'GREATER_THAN', value: 0.9 }),
      orderDefectRate: {
        mfn: rate(60, counts.all, counts.defective, { condition: 'LESS_THAN', value: 0.01 }),
        afn: rate(60, 0, 0, { condition: 'LESS_THAN', value: 0.01 }),
      },
    })),
  };
}

interface OrderCounts {
  all: number;
  shipped: number;
  late: number;
  cancelled: number;
  /** Bad feedback, a claim or a chargeback. */
  defective: number;
}

function countOrders(store: AmazonStore, report: AmazonReport): OrderCounts {
  const orders = store.world.orders.filter(
    (order) => order.region === report.region && order.fulfilledBy === 'MERCHANT',
  );
  const shipped = orders.filter((order) => order.packages.length > 0);
  const blamed = new Set([
    ...store.world.feedback.filter(({ rating }) => rating <= 2).map(({ orderId }) => orderId),
    ...store.world.moneyEvents
      .filter(({ kind }) => kind === 'GuaranteeClaim' || kind === 'Chargeback')
      .map(({ orderId }) => orderId),
  ]);
  return {
    all: orders.length,
    shipped: shipped.length,
    late: shipped.filter((order) => order.packages.some((parcel) => parcel.acceptedAtMs > order.shipByWindow.latestMs))
      .length,
    cancelled: orders.filter((order) => order.effects.sellerCancels > 0).length,
    defective: orders.filter((order) => blamed.has(order.orderId)).length,
  };
}

interface Target {
  condition: 'LESS_THAN' | 'GREATER_THAN';
  value: number;
}

function metric(
  span: { fromMs: number; toMs: number },
  orderCount: number,
  hits: number,
  target: Target,
): Record<string, unknown> {
  const rate = orderCount === 0 ? 0 : hits / orderCount;
  const isGood = target.condition === 'LESS_THAN' ? rate < target.value : rate > target.value;
  return {
    reportingDateRange: {
      reportingDateFrom: new Date(span.fromMs).toISOString(),
      reportingDateTo: new Date(span.toMs).toISOString(),
    },
    orderCount,
    rate,
    targetValue: target.value,
    targetCondition: target.condition,
    status: orderCount === 0 ? 'NONE' : isGood ? 'GOOD' : 'BAD',
  };
}
