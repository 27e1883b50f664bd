import { z } from 'zod';
import type { AfterSaleAction, AfterSaleStage } from '../../../core/case/after-sale.ts';
import { type JsonNode, plain } from '../shared/json.ts';
import { type ParsedCase, oddCase } from './parsed-case.ts';
import { safeWord } from './safe-word.ts';
import { countOrZero, identity, identityOrNull, list, text } from './schema-parts.ts';
import { readSeoulTime } from './seoul-time.ts';

const exchangeSchema = z.object({
  exchangeId: identity,
  orderId: identityOrNull,
  exchangeStatus: text,
  createdAt: text,
  modifiedAt: text,
  reasonCodeText: text,
  reasonCode: text,
  reasonEtcDetail: text,
  exchangeItemDtoV1s: list(
    z.object({
      targetItemId: identityOrNull,
      orderItemId: identityOrNull,
      targetItemName: text,
      quantity: countOrZero,
      originalShipmentBoxId: identityOrNull,
    }),
  ),
  deliveryInvoiceGroupDtos: list(
    z.object({
      shipmentBoxId: identity,
      deliveryInvoiceDtos: list(z.object({ invoiceNumber: text, statusCode: text, deliverCode: text })),
    }),
  ),
  returnDeliveryDtos: list(z.object({ deliveryCompanyCode: text, deliveryInvoiceNo: text })),
});
type ExchangeShape = z.infer<typeof exchangeSchema>;

/** The replacement's own box, which the platform makes some minutes after the goods are back. */
export interface ReplacementBox {
  readonly shipmentBoxId: string;
  /** null until the seller has entered one. */
  readonly invoiceNumber: string | null;
}

export interface ExchangeNow {
  readonly status: string;
  readonly box: ReplacementBox | null;
}

/** What an answer to an exchange must know; null for an exchange that cannot be read. */
export function exchangeNow(node: JsonNode): ExchangeNow | null {
  const exchange = exchangeSchema.safeParse(plain(node)).data;
  return exchange === undefined ? null : { status: exchange.exchangeStatus ?? '', box: boxOf(exchange) };
}

function boxOf({ deliveryInvoiceGroupDtos }: ExchangeShape): ReplacementBox | null {
  const group = deliveryInvoiceGroupDtos.at(-1);
  if (group === undefined) return null;
  const invoiceNumber = group.deliveryInvoiceDtos.find((one) => one.invoiceNumber !== null)?.invoiceNumber ?? null;
  return { shipmentBoxId: group.shipmentBoxId, invoiceNumber };
}

interface State {
  readonly stage: AfterSaleStage;
  readonly openActions: readonly AfterSaleAction[];
}

function stateOf(exchange: ExchangeShape): State | null {
  switch (exchange.exchangeStatus) {
    case 'RECEIPT':
      return { stage: 'wait-seller', openActions: ['confirm-received', 'refuse'] };
    case 'PROGRESS': {
      const box = boxOf(exchange);
      const isSellers = box !== null && box.invoiceNumber === null;
      return isSellers
        ? { stage: 'wait-seller', openActions: ['send-exchange'] }
        : { stage: 'wait-platform', openActions: [] };
    }
    case 'SUCCESS':
    case 'REJECT':
    case 'CANCEL':
      return { stage: 'closed', openActions: [] };
    default:
      return null;
  }
}

/** One request of the exchange list as a case. Pure; never throws. */
export function parseExchange(node: JsonNode): ParsedCase {
  const read = exchangeSchema.safeParse(plain(node));
  if (!read.success) return oddCase(node, 'exchangeId', read.error);
  const exchange = read.data;
  const openedAtMs = readSeoulTime(exchange.createdAt);
  if (openedAtMs === null) return oddCase(node, 'exchangeId', 'createdAt');
  const state = stateOf(exchange);
  const status = exchange.exchangeStatus ?? '';
  const [pickUp] = exchange.returnDeliveryDtos.filter((one) => one.deliveryInvoiceNo !== null);
  return {
    ok: true,
    warnings: state === null ? [`unknown-status:${safeWord(status)}`] : [],
    afterSale: {
      platform: 'coupang',
      kind: 'exchange',
      remoteId: exchange.exchangeId,
      orderRemoteId:
        exchange.exchangeItemDtoV1s.find((one) => one.originalShipmentBoxId !== null)?.originalShipmentBoxId ?? null,
      orderNumber: exchange.orderId,
      stage: state?.stage ?? 'unknown',
      rawStatus: status,
      reason: exchange.reasonCodeText ?? exchange.reasonCode,
      messages:
        exchange.reasonEtcDetail === null ? [] : [{ by: 'buyer', atMs: openedAtMs, text: exchange.reasonEtcDetail }],
      amount: null,
      items: itemsOf(exchange),
      rating: null,
      trackingNumber: pickUp?.deliveryInvoiceNo ?? null,
      carrier: pickUp?.deliveryCompanyCode ?? null,
      openedAtMs,
      updatedAtMs: readSeoulTime(exchange.modifiedAt) ?? openedAtMs,
      dueAtMs: null,
      openActions: state?.openActions ?? [],
    },
  };
}

const itemsOf = ({ exchangeItemDtoV1s }: ExchangeShape) =>
  exchangeItemDtoV1s.flatMap((item) => {
    const remoteSku = item.targetItemId ?? item.orderItemId;
    return remoteSku === null ? [] : [{ remoteSku, title: item.targetItemName ?? remoteSku, quantity: item.quantity }];
  });
