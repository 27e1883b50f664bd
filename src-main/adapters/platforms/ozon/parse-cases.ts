import type { z } from 'zod';
import type { AfterSalePage, OddOrder } from '../../../app/ports/platform-connector.ts';
import type { AfterSale, AfterSaleStage } from '../../../core/case/after-sale.ts';
import { parseMoney } from '../../../core/money/money.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { cancelRequestShape, questionShape, returnShape, reviewShape, rfbsReturnShape } from './case-shapes.ts';
import { parseTime } from './parse-time.ts';

type ReportedCase = AfterSalePage['cases'][number];
export type ParsedCase =
  | { readonly ok: true; readonly reported: ReportedCase }
  | { readonly ok: false; readonly odd: OddOrder };

/** Reads one item of a list as a case, or keeps it raw under the id it has. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  idField: string,
  toCase: (shape: z.output<Schema>, warnings: string[]) => AfterSale | null,
): (node: JsonNode) => ParsedCase {
  return (node) => {
    const raw = writeJson(node);
    const shape = schema.safeParse(plain(node));
    const warnings: string[] = [];
    const afterSale = shape.success ? toCase(shape.data, warnings) : null;
    if (afterSale !== null) return { ok: true, reported: { afterSale, raw, warnings } };
    const id = plain(member(node, idField));
    const path = shape.success ? 'time' : (shape.error.issues[0]?.path.join('.') ?? '');
    return { ok: false, odd: { remoteId: typeof id === 'string' ? id : null, raw, reason: `case-unreadable:${path}` } };
  };
}

export const NOTHING: Omit<AfterSale, 'kind' | 'remoteId' | 'stage' | 'openedAtMs' | 'updatedAtMs'> = {
  platform: 'ozon',
  orderRemoteId: null,
  orderNumber: null,
  rawStatus: '',
  reason: null,
  messages: [],
  amount: null,
  items: [],
  rating: null,
  trackingNumber: null,
  carrier: null,
  dueAtMs: null,
  openActions: [],
};

/** A status in our words; an unknown one is kept and warned of. */
export function stageOfCase(
  stages: Readonly<Record<string, AfterSaleStage>>,
  status: string | null,
  warnings: string[],
): AfterSaleStage {
  const stage = Object.hasOwn(stages, status ?? '') ? stages[status ?? ''] : undefined;
  if (stage === undefined) warnings.push(`unknown-status:${(status ?? '').replace(/[^\w-]+/g, '_').slice(0, 60)}`);
  return stage ?? 'unknown';
}

const REQUEST_STAGES: Readonly<Record<string, AfterSaleStage>> = {
  ON_APPROVAL: 'wait-seller',
  APPROVED: 'closed',
  REJECTED: 'closed',
};

/** A buyer of an rFBS posting asks to cancel; Ozon agrees by itself at auto_approve_date. */
export const parseCancelRequest = parseWith(cancelRequestShape, 'cancellation_id', (shape, warnings) => {
  const openedAtMs = parseTime(shape.cancelled_at);
  if (openedAtMs === null) return null;
  const status = shape.state?.state ?? null;
  const stage = stageOfCase(REQUEST_STAGES, status, warnings);
  const isOpen = stage === 'wait-seller';
  const message = shape.cancellation_reason_message;
  return {
    ...NOTHING,
    kind: 'cancel-request',
    remoteId: shape.cancellation_id,
    orderRemoteId: shape.posting_number,
    stage,
    rawStatus: status ?? '',
    reason: shape.cancellation_reason?.name ?? null,
    messages: message === null ? [] : [{ by: 'buyer', atMs: openedAtMs, text: message }],
    openedAtMs,
    updatedAtMs: openedAtMs,
    dueAtMs: isOpen ? parseTime(shape.auto_approve_date) : null,
    openActions: isOpen ? ['accept', 'refuse'] : [],
  };
});

/** visual.status.sys_name (ozon.md §10). */
const RETURN_STAGES: Readonly<Record<string, AfterSaleStage>> = {
  DisputeOpened: 'wait-seller',
  OnSellerApproval: 'wait-seller',
  OnSellerClarification: 'wait-seller',
  ArrivedAtReturnPlace: 'wait-seller',
  MovingToSeller: 'wait-platform',
  Approved: 'wait-platform',
  ReturnMoneyApproved: 'wait-platform',
  ReceivedBySeller: 'closed',
  MoneyReturned: 'closed',
  Rejected: 'closed',
  Cancelled: 'closed',
};

/** A parcel on its way back through Ozon. Read-only there. */
export const parseReturn = parseWith(returnShape, 'id', (shape, warnings) => {
  const changedAtMs = parseTime(shape.visual?.change_moment ?? null);
  const openedAtMs = parseTime(shape.logistic?.return_date ?? null) ?? changedAtMs;
  if (openedAtMs === null) return null;
  const status = shape.visual?.status?.sys_name ?? null;
  return {
    ...NOTHING,
    kind: 'return',
    remoteId: shape.id,
    orderRemoteId: shape.posting_number,
    orderNumber: shape.order_number,
    stage: stageOfCase(RETURN_STAGES, status, warnings),
    rawStatus: status ?? '',
    reason: shape.return_reason_name,
    amount: amountOf(shape.product?.price, null),
    items: itemsOf(shape.product),
    trackingNumber: shape.logistic?.barcode ?? null,
    openedAtMs,
    updatedAtMs: changedAtMs ?? openedAtMs,
  };
});

/** state.group_state (ozon.md §10). */
const RFBS_STAGES: Readonly<Record<string, AfterSaleStage>> = {
  New: 'wait-seller',
  Delivering: 'wait-buyer',
  Checkout: 'wait-seller',
  Arbitration: 'wait-platform',
  Approved: 'closed',
  Rejected: 'closed',
};

/** A return that the seller decides on. Its ids are counted apart from those of other returns. */
export const parseRfbsReturn = parseWith(rfbsReturnShape, 'return_id', (shape, warnings) => {
  const openedAtMs = parseTime(shape.created_at);
  if (openedAtMs === null) return null;
  return {
    ...NOTHING,
    kind: 'return',
    remoteId: `rfbs:${shape.return_id}`,
    orderRemoteId: shape.posting_number,
    orderNumber: shape.order_number,
    stage: stageOfCase(RFBS_STAGES, shape.state?.group_state ?? null, warnings),
    rawStatus: shape.state?.state ?? shape.state?.group_state ?? '',
    reason: shape.state?.state_name ?? null,
    amount: amountOf(shape.product?.price, shape.product?.currency_code ?? null),
    items: itemsOf(shape.product),
    openedAtMs,
    updatedAtMs: openedAtMs,
  };
});

const ANSWER_STAGES: Readonly<Record<string, AfterSaleStage>> = {
  NEW: 'wait-seller',
  VIEWED: 'wait-seller',
  UNPROCESSED: 'wait-seller',
  PROCESSED: 'closed',
};

export const parseReview = parseWith(reviewShape, 'id', (shape, warnings) => {
  const openedAtMs = parseTime(shape.published_at);
  if (openedAtMs === null) return null;
  const stage = stageOfCase(ANSWER_STAGES, shape.status, warnings);
  const rating = Number(shape.rating ?? '');
  return {
    ...NOTHING,
    kind: 'review',
    remoteId: shape.id,
    stage,
    rawStatus: shape.status ?? '',
    messages: shape.text === null ? [] : [{ by: 'buyer', atMs: openedAtMs, text: shape.text }],
    items: itemsOf(shape),
    rating: Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : null,
    openedAtMs,
    updatedAtMs: openedAtMs,
    openActions: stage === 'closed' ? ['reply'] : ['reply', 'close'],
  };
});

export const parseQuestion = parseWith(questionShape, 'id', (shape, warnings) => {
  const openedAtMs = parseTime(shape.published_at);
  if (openedAtMs === null) return null;
  return {
    ...NOTHING,
    kind: 'inquiry',
    remoteId: shape.id,
    stage: stageOfCase(ANSWER_STAGES, shape.status, warnings),
    rawStatus: shape.status ?? '',
    messages: shape.text === null ? [] : [{ by: 'buyer', atMs: openedAtMs, text: shape.text }],
    items: itemsOf(shape),
    openedAtMs,
    updatedAtMs: openedAtMs,
  };
});

interface ProductPart {
  readonly sku: string | null;
  readonly name?: string | null;
  readonly quantity?: string | null;
}

function itemsOf(part: ProductPart | null): AfterSale['items'] {
  if (part === null || part.sku === null) return [];
  const quantity = /^\d{1,6}$/.test(part.quantity ?? '') ? Number(part.quantity) : 1;
  return [{ remoteSku: part.sku, title: part.name ?? '', quantity }];
}

/** `{currency_code, price}` in one list, a bare number with the currency beside it in the other. */
function amountOf(price: unknown, currency: string | null): AfterSale['amount'] {
  const amount = typeof price === 'string' ? price : plain(member(price, 'price'));
  const code = currency ?? plain(member(price, 'currency_code'));
  const parsed = parseMoney(typeof amount === 'string' ? amount : '', typeof code === 'string' ? code : '');
  return parsed.ok ? parsed.money : null;
}
