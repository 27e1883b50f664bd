import type { AmazonLine, AmazonOrder } from '../order.ts';
import { shippedOfLine } from '../rules/order-status.ts';
import type { Sight } from './personal-data.ts';
import { instant, money } from './values.ts';

/** One item of an order, with the datasets that were asked for. */
export function itemView(
  order: AmazonOrder,
  line: AmazonLine,
  included: ReadonlySet<string>,
  sight: Sight,
): Record<string, unknown> {
  return {
    orderItemId: line.orderItemId,
    quantityOrdered: line.quantity,
    programs: line.programs.length === 0 ? undefined : line.programs,
    product: {
      asin: line.asin,
      title: line.title,
      sellerSku: line.sku,
      condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
      price: { unitPrice: money(line.unitPriceMinor, order.currency) },
      customization:
        line.customizedUrl === '' || !sight.hasGiftMessage ? undefined : { customizedUrl: line.customizedUrl },
    },
    proceeds: included.has('PROCEEDS') ? proceedsView(order, line) : undefined,
    cancellation: included.has('CANCELLATION') ? cancellationView(line) : undefined,
    fulfillment: included.has('FULFILLMENT') ? fulfillmentView(order, line, sight) : undefined,
    tax: included.has('TAX') && line.iossNumber !== '' ? marketplaceTax : undefined,
  };
}

const marketplaceTax = { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'AMAZON' }] };

function proceedsView(order: AmazonOrder, line: AmazonLine): unknown {
  const goodsMinor = line.unitPriceMinor * line.quantity;
  const tax = line.taxMinor === 0 ? [] : [{ type: 'TAX', subtotal: money(line.taxMinor, order.currency) }];
  return {
    proceedsTotal: money(goodsMinor + line.taxMinor, order.currency),
    breakdowns: [{ type: 'ITEM', subtotal: money(goodsMinor, order.currency) }, ...tax],
  };
}

function cancellationView({ cancellationRequest, cancellationExecution }: AmazonLine): unknown {
  if (cancellationRequest === null && cancellationExecution === null) return undefined;
  return {
    cancellationRequest: cancellationRequest ?? undefined,
    cancellationExecution: cancellationExecution ?? undefined,
  };
}

function fulfillmentView(order: AmazonOrder, line: AmazonLine, sight: Sight): unknown {
  const quantityFulfilled = shippedOfLine(order, line.orderItemId, 'shown');
  const isOver = order.stage === 'CANCELLED';
  return {
    quantityFulfilled,
    quantityUnfulfilled: isOver ? 0 : line.quantity - quantityFulfilled,
    packing: packingView(line, sight),
    shipping: shippingView(line),
  };
}

function packingView(line: AmazonLine, sight: Sight): unknown {
  if (line.giftWrapLevel === '' && line.giftMessage === '') return undefined;
  return {
    giftOption: {
      giftMessage: sight.hasGiftMessage && line.giftMessage !== '' ? line.giftMessage : undefined,
      giftWrapLevel: line.giftWrapLevel === '' ? undefined : line.giftWrapLevel,
    },
  };
}

function shippingView(line: AmazonLine): unknown {
  const { scheduledDelivery, shippingConstraints, iossNumber } = line;
  if (scheduledDelivery === null && shippingConstraints.length === 0 && iossNumber === '') return undefined;
  return {
    scheduledDeliveryWindow:
      scheduledDelivery === null
        ? undefined
        : {
            earliestDateTime: instant(scheduledDelivery.earliestMs),
            latestDateTime: instant(scheduledDelivery.latestMs),
          },
    shippingConstraints:
      shippingConstraints.length === 0
        ? undefined
        : Object.fromEntries(shippingConstraints.map((name) => [name, 'MANDATORY'])),
    internationalShipping: iossNumber === '' ? undefined : { iossNumber },
  };
}
