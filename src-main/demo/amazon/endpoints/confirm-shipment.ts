import * as z from 'zod';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, Refusal } from '../refusal.ts';
import { confirmPackage } from '../rules/confirm-package.ts';

/** POST /orders/v0/orders/{orderId}/shipmentConfirmation: one call, one package; the same id again corrects it. */
export const confirmShipment: Operation = {
  name: 'confirmShipment',
  method: 'POST',
  path: '/orders/v0/orders/{orderId}/shipmentConfirmation',
  limit: { ratePerSecond: 2, burst: 10 },
  roles: ['inventory-and-order-tracking', 'direct-to-consumer-shipping'],
  run: confirm,
};

const text = z.string().min(1, 'must not be empty.');
const bodySchema = z.strictObject({
  marketplaceId: text,
  codCollectionMethod: z.enum(['DirectPayment']).exactOptional(),
  packageDetail: z.strictObject({
    // Checked by hand below: the platform has words of its own for it.
    packageReferenceId: z.unknown().optional(),
    carrierCode: text,
    carrierName: z.string().exactOptional(),
    shippingMethod: z.string().exactOptional(),
    trackingNumber: text,
    shipDate: z.string(),
    shipFromSupplySourceId: z.string().exactOptional(),
    orderItems: z
      .array(
        z.strictObject({
          orderItemId: text,
          quantity: z.number().int().min(1, 'must be a positive number.'),
          transparencyCodes: z.array(text).exactOptional(),
        }),
      )
      .min(1, 'must not be empty.'),
  }),
});

function confirm(call: Call): Outcome {
  const { marketplaceId, packageDetail } = bodyOf(call, bodySchema);
  const referenceId = readReferenceId(packageDetail.packageReferenceId);
  const order = call.store.order(call.params['orderId'] ?? '', call.account.region);
  if (marketplaceId !== order.marketplaceId) {
    throw invalidInput(`marketplaceId ${marketplaceId} is not the marketplace of order ${order.orderId}.`);
  }
  const carrierName = packageDetail.carrierName ?? '';
  if (packageDetail.carrierCode.toLowerCase() === 'other' && carrierName === '') {
    throw invalidInput('carrierName is required when carrierCode is Other.');
  }
  const shipDateMs = readShipDate(packageDetail.shipDate);
  confirmPackage(order, {
    referenceId,
    via: 'api',
    nowMs: call.nowMs,
    timings: call.timings,
    facts: {
      carrierCode: packageDetail.carrierCode,
      carrierName,
      shippingMethod: packageDetail.shippingMethod ?? '',
      trackingNumber: packageDetail.trackingNumber,
      shipDateMs,
      items: packageDetail.orderItems.map(({ orderItemId, quantity, transparencyCodes }) => ({
        orderItemId,
        quantity,
        transparencyCodes: transparencyCodes ?? [],
      })),
    },
  });
  return { status: 204 };
}

/** A positive number as a JSON string; an integer is refused since January 2026 (models issue 5094). */
function readReferenceId(value: unknown): string {
  if (value !== undefined && typeof value !== 'string') {
    throw invalidInput(
      'Request has invalid fields. Please check the fields with invalid type [packageDetail.packageReferenceId]',
    );
  }
  if (value === undefined || !/^\d{1,18}$/u.test(value) || Number(value) <= 0) {
    throw invalidInput('PackageReferenceId: is invalid, must be a positive numeric value.');
  }
  return value;
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/u;

/** The model's sandbox answers a date in another form with this very code and message. */
function readShipDate(value: string): number {
  const atMs = dateTime.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(atMs)) throw new Refusal(400, 'Invalid Input', 'Invalid Input');
  return atMs;
}
