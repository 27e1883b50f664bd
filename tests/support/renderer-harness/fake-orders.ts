import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const MASKED = {
  name: 'А•••••• К••••••',
  phone: '+7 •••••• 0137',
  lines: ['ул. Л••••• 2•, кв. ••'],
  city: 'Екатеринбург',
  region: null,
  postcode: '620014',
  country: 'RU',
};
const FULL = { ...MASKED, name: 'Анна Ковалёва', phone: '+7 912 345-01-37', lines: ['ул. Ленина 24, кв. 16'] };
const RAW =
  '{"posting_number":"33920113-0031-1","order_id":9007199254740993001,"products":[{"sku":1234567890123456789,"quantity":2}],"barcodes":{}}';
const REASONS = [
  { id: '352', title: 'Товар закончился на складе продавца', needsMessage: false },
  { id: '400', title: 'Остался только бракованный товар', needsMessage: false },
  { id: '402', title: 'Другое (вина продавца)', needsMessage: true },
];

/** Calm orders show little; those of 有问题 and 运输中 show everything the drawer can say. */
function orderOf(card: CardView, nowMs: number): OrderView {
  const isTroubled = card.lane === 'problem' || card.step?.step === 'push-failed';
  const line = {
    remoteId: 'line-1',
    sku: card.sku,
    title: card.title,
    variant: card.variant,
    quantity: card.quantity,
    picture: card.picture,
  };
  const price = { minor: 189_900, currency: 'RUB' };
  return {
    card,
    remoteOrderNumber: card.remoteId.replace(/-\d$/, ''),
    shopName: 'Ozon 家居',
    placedAtMs: nowMs - 26 * HOUR,
    shipByMs: card.dueAtMs,
    deliverByMs: nowMs + 200 * HOUR,
    rawSubstatus: 'posting_created',
    lines: [{ ...line, unitPrice: price, bin: 'B-07', stock: isTroubled ? 0 : 14 }],
    totals: [{ minor: price.minor * card.quantity, currency: 'RUB' }],
    address: card.platform === 'taobao' ? null : MASKED,
    buyerNote: card.hasBuyerNote || isTroubled ? '送人的，请不要放价格单，谢谢！' : null,
    note: isTroubled ? '用礼品盒，贴金色封口贴' : '',
    checks: card.check === null ? [] : [{ ...card.check, isAccepted: false }],
    hold:
      card.holdReason === null
        ? null
        : { reason: 'wait-for-buyer', note: '问过颜色', sinceMs: nowMs - 3 * HOUR, untilMs: nowMs + 40 * HOUR },
    cases:
      card.caseKind === null
        ? []
        : [{ id: 'case-1', kind: 'refund', note: '少了一个', openedAtMs: nowMs - HOUR, dueAtMs: nowMs + 20 * HOUR }],
    parcels:
      card.isLabelled || isTroubled
        ? [
            {
              id: 'parcel-1',
              trackingNumber: card.trackingNumber,
              carrier: 'e邮宝',
              labelledAtMs: nowMs - HOUR,
              handedOverAtMs: null,
            },
          ]
        : [],
    trackingBy: card.platform === 'ozon' ? 'platform' : 'seller',
    labelBy: card.platform === 'ozon' ? 'platform' : 'seller',
    label:
      card.isLabelled || isTroubled
        ? { id: 'label-1', source: 'file', fileName: 'dhl-parcel-de-a4-landscape.pdf' }
        : null,
    canCancel: card.lane === 'to-ship' || card.lane === 'new' || card.lane === 'problem',
    orderLink: 'https://seller.ozon.ru/app/postings/fbs',
    effects: isTroubled ? effectsOf(card, nowMs) : [],
    timeline: timelineOf(isTroubled, nowMs),
  };
}

function effectsOf(card: CardView, nowMs: number): OrderView['effects'] {
  return [
    {
      id: 'effect-0',
      kind: 'confirm',
      state: 'done',
      code: null,
      attempts: 1,
      dueAtMs: nowMs - HOUR,
      trackingNumber: null,
    },
    {
      id: 'effect-1',
      kind: 'push-tracking',
      state: 'gave-up',
      code: 'wrong-key',
      attempts: 5,
      dueAtMs: nowMs,
      trackingNumber: card.trackingNumber,
    },
    {
      id: 'effect-2',
      kind: 'push-in-transit',
      state: 'queued',
      code: null,
      attempts: 0,
      dueAtMs: nowMs + MINUTE,
      trackingNumber: null,
    },
  ];
}

function timelineOf(isTroubled: boolean, nowMs: number): OrderView['timeline'] {
  const entry = (
    sequence: number,
    minutesAgo: number,
    actor: 'seller' | 'platform' | 'app',
    kind: string,
    params = {},
    isUndone = false,
  ) => ({
    sequence,
    atMs: nowMs - minutesAgo * MINUTE,
    actor,
    kind,
    params,
    isUndone,
  });
  const calm = [
    entry(4, 20, 'seller', 'work.confirmed'),
    entry(3, 31, 'seller', 'work.held', { reason: 'wait-for-buyer', note: '问颜色' }, true),
    entry(2, 60, 'platform', 'facts-changed', {
      changes: 'ship-by,note',
      stage: 'to-confirm',
      rawStatus: 'awaiting_packaging',
    }),
    entry(1, 26 * 60, 'platform', 'pulled'),
  ];
  if (!isTroubled) return calm;
  return [
    entry(7, 3, 'app', 'effect-settled', { effect: 'push-tracking', state: 'gave-up', code: 'wrong-key' }),
    entry(6, 9, 'app', 'print-settled', { state: 'sent', copy: '2' }),
    entry(5, 12, 'seller', 'work.tracking-assigned', { trackingNumber: 'LK482913321CN', carrier: 'e邮宝' }),
    ...calm,
  ];
}

const done = { commandId: 'command-order', undoUntilMs: null, effectCount: 0 };
const yes = (orderId: string) => ({ ...done, results: [{ orderId, ok: true as const }] });

/** Answers about one order; `cardOf` reads the board's own card, so that both always agree. */
export function orderAnswers(cardOf: (id: string) => CardView | undefined): Record<string, (input: never) => unknown> {
  const known = (id: string): CardView => {
    const card = cardOf(id);
    if (card === undefined) throw new Error('not-found');
    return card;
  };
  return {
    'orders.get': ({ id }: { id: string }) => orderOf(known(id), Date.now()),
    'orders.reveal': () => ({ address: FULL }),
    'orders.raw': () => ({ json: RAW }),
    'orders.cancelReasons': () => ({ reasons: REASONS }),
    'orders.cancel': ({ id }: { id: string }) => yes(id),
    'orders.writeNote': ({ id }: { id: string }) => yes(id),
    'orders.closeCase': ({ id }: { id: string }) => yes(id),
    'orders.assignTracking': ({ id, trackingNumber }: { id: string; trackingNumber: string }) =>
      trackingNumber.length >= 5
        ? yes(id)
        : { ...done, commandId: null, results: [{ orderId: id, ok: false, refusal: 'tracking-invalid' }] },
    'orders.attachLabel': () => ({
      labelId: 'label-2',
      proposals: ['LX481203775CN', '9205590016412207'],
      assigned: null,
    }),
    'printing.reprint': ({ id }: { id: string }) => yes(id),
  };
}
