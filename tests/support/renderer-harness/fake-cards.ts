import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { LANES, type Lane } from '../../../src-main/core/order/lane.ts';
import { LIFECYCLE } from '../../../src-main/core/order/moves.ts';
import { PICTURES, type PictureName } from './pictures.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Row = readonly [
  platform: CardView['platform'],
  remoteId: string,
  dueInMs: number | null,
  picture: PictureName,
  title: string,
  variant: string,
  quantity: number,
  country: string,
  service: string,
  extra?: Partial<CardView>,
];

const check = (code: NonNullable<CardView['check']>['code'], params: Record<string, string> = {}): Partial<CardView> => ({
  check: { code, blocking: true, params },
  checkCount: 1,
});

const ROWS: Readonly<Record<Lane, readonly Row[]>> = {
  new: [
    ['coupang', '900000000417', 4 * HOUR + 58 * MINUTE, 'socks', '儿童圆点袜 5 双', '鼠尾草绿 16–18', 3, 'KR', 'CJ', { hasBuyerNote: true }],
    ['amazon', '112-4410021-7745', 25 * HOUR, 'mug', '手工陶瓷马克杯', '月白 350 ml', 2, 'US', 'e邮宝'],
    ['ozon', '33920113-0018-1', 26 * HOUR, 'lamp', '折叠台灯', '暖白', 1, 'RU', 'Ozon 快递'],
    ['taobao', '2210002219034', 42 * HOUR, 'book', '毛毡笔记本 A5 横线 192 页 附笔插 原色封面', '炭灰', 1, 'CN', '圆通'],
    ['aliexpress', '8184402215521', 4 * DAY, 'scarf', '羊毛围巾', '驼色 180×30', 1, 'FR', 'e邮宝', { lineCount: 2, quantity: 12 }],
    ['ozon', '33920113-0057-1', 6 * DAY, 'comb', '亚麻餐巾 4 条', '鼠尾草绿', 1, 'RU', 'Ozon 快递'],
    ['ozon', '33920113-0062-1', 6 * DAY, 'scarf', 'Шарф шерстяной тонкой вязки', 'кэмел 180×30', 1, 'RU', 'Ozon Rocket', { hasLabel: true }],
    ['ozon', '33920113-0067-1', 7 * DAY, 'mat', '硅胶烘焙垫', '砖红 40×30', 1, 'RU', 'Ozon 快递'],
  ],
  problem: [
    ['amazon', '112-4410021-3390', 25 * HOUR, 'book', '毛毡笔记本 A5', '炭灰', 1, 'GB', 'e邮宝', check('cancel-requested')],
    ['aliexpress', '8184402211034', 3 * DAY, 'comb', '亚麻餐巾 4 条', '鼠尾草绿', 1, 'FR', 'e邮宝', check('address-broken', { faults: 'postcode-malformed,house-missing' })],
    ['taobao', '2210002217781', 2 * DAY, 'comb', '榉木宽齿梳', '18 cm', 2, 'CN', '圆通', check('out-of-stock', { sku: 'COMB-18', missing: '1' })],
    ['ozon', '33920113-0044-2', 2 * DAY, 'lamp', '折叠台灯', '暖白', 1, 'RU', 'Ozon 快递', { holdReason: 'price' }],
    ['ozon', '33920113-0046-1', 3 * DAY, 'mug', '手工陶瓷马克杯', '月白 350 ml', 1, 'RU', 'Ozon 快递', { holdReason: 'wait-for-buyer', hasBuyerNote: true }],
  ],
  'to-ship': [
    ['coupang', '900000008890', -32 * MINUTE, 'socks', '儿童圆点袜 5 双', '鼠尾草绿 16–18', 1, 'KR', 'CJ'],
    ['aliexpress', '8184402212207', -4 * MINUTE, 'mat', '硅胶烘焙垫', '砖红 40×30', 2, 'ES', '邮政小包', { hasLabel: true }],
    ['amazon', '112-4410021-2232', 57 * MINUTE, 'mug', '手工陶瓷马克杯', '月白 350 ml', 2, 'US', 'e邮宝'],
    ['amazon', '112-4410021-4471', 57 * MINUTE, 'lamp', '编织 USB-C 线', '石墨灰 2 m', 1, 'US', 'e邮宝', { step: { step: 'label', code: null } }],
    ['amazon', '112-4410021-5108', 57 * MINUTE, 'scarf', '羊毛围巾', '驼色 180×30', 1, 'CA', 'e邮宝', { hasBuyerNote: true }],
    ['ozon', '33920113-0031-1', 3 * HOUR + 58 * MINUTE, 'socks', '磁吸理线扣 10 个', '黑 / 灰 / 棕', 4, 'RU', 'Ozon 快递'],
    ['aliexpress', '8184402218842', 2 * DAY, 'book', '竹制手机支架', '原色', 1, 'AU', 'e邮宝', { step: { step: 'print-unknown', code: 'stalled' } }],
    ['amazon', '112-4410021-9337', 3 * DAY, 'mug', '编织 USB-C 线', '石墨灰 2 m', 1, 'CA', 'e邮宝'],
    ['amazon', '112-4410021-2323', 3 * DAY, 'comb', '榉木宽齿梳', '18 cm', 1, 'CA', 'e邮宝'],
    ['amazon', '112-4410021-4308', 3 * DAY, 'book', '毛毡笔记本 A5', '炭灰', 1, 'CA', 'e邮宝'],
  ],
  labelled: [
    ['amazon', '112-4410021-0952', 57 * MINUTE, 'lamp', '折叠台灯', '暖白', 1, 'US', 'e邮宝'],
    ['taobao', '2210002213318', 5 * HOUR, 'book', '毛毡笔记本 A5', '炭灰', 1, 'CN', '圆通'],
    ['ozon', '33920113-0029-1', 26 * HOUR, 'mat', '硅胶烘焙垫', '砖红 40×30', 1, 'RU', 'Ozon 快递', check('cancelled-after-label', { by: 'buyer' })],
    ['aliexpress', '8184402214410', 2 * DAY, 'scarf', '羊毛围巾', '驼色 180×30', 1, 'GB', 'e邮宝'],
    ['aliexpress', '8184402214418', 3 * DAY, 'comb', '旅行收纳袋 6 件', '海军蓝', 1, 'DE', '邮政小包'],
    ['amazon', '112-4410021-0961', 3 * DAY, 'comb', '榉木宽齿梳', '18 cm', 2, 'US', 'e邮宝'],
  ],
  'in-transit': [
    ['amazon', '112-4410021-6614', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'US', 'e邮宝', { sinceMs: 2, trackingNumber: 'LK482913321CN', step: { step: 'push-failed', code: 'wrong-key' } }],
    ['aliexpress', '8184402210072', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'FR', 'e邮宝', { sinceMs: 8, trackingNumber: 'LK482913335CN' }],
    ['ozon', '33920113-9921-1', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'RU', 'Ozon', { sinceMs: 5, stage: 'to-hand-over', trackingNumber: '80081999' }],
    ['coupang', '900000007702', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'KR', 'CJ', { sinceMs: 1, step: { step: 'push', code: null } }],
    ['amazon', '112-4410021-6609', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'CA', 'e邮宝', { sinceMs: 7 }],
    ['taobao', '2210002212250', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'CN', '圆通', { sinceMs: 0, trackingNumber: 'YT7411022250' }],
  ],
  exception: [
    ['aliexpress', '8184402219918', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'FR', 'e邮宝', { sinceMs: 30 }],
    ['amazon', '112-4410021-6120', null, 'mug', '手工陶瓷马克杯', '月白', 1, 'US', 'e邮宝', { sinceMs: 11, stage: 'rejected' }],
  ],
  delivered: [
    ['coupang', '900000007689', null, 'socks', '儿童圆点袜 5 双', '绿', 1, 'KR', 'CJ', { sinceMs: 1, stage: 'delivered' }],
    ['amazon', '112-4410021-5987', null, 'scarf', '羊毛围巾', '驼色', 1, 'US', 'e邮宝', { sinceMs: 3, stage: 'delivered' }],
    ['ozon', '33920113-9701-1', null, 'mat', '硅胶烘焙垫', '砖红', 1, 'RU', 'Ozon', { sinceMs: 12, stage: 'delivered' }],
  ],
  'after-sales': [
    ['aliexpress', '8184402217203', 20 * HOUR, 'mug', '手工陶瓷马克杯', '月白', 1, 'FR', 'e邮宝', { caseKind: 'chargeback' }],
    ['amazon', '112-4410021-5540', 2 * DAY, 'scarf', '羊毛围巾', '驼色', 1, 'US', 'e邮宝', { caseKind: 'return' }],
    ['taobao', '2210002216012', 3 * DAY, 'comb', '榉木宽齿梳', '18 cm', 1, 'CN', '圆通', { caseKind: null, stage: 'disputed' }],
  ],
};

export function movesOf(lane: Lane | null): CardView['moves'] {
  return Object.fromEntries(
    LANES.map((target) => [target, lane === null ? { refusal: 'order-closed' } : LIFECYCLE[lane][target]]),
  ) as CardView['moves'];
}

function cardOf(lane: Lane, row: Row, index: number, nowMs: number): CardView {
  const [platform, remoteId, dueInMs, picture, title, variant, quantity, country, service, extra = {}] = row;
  const sinceDays = extra.sinceMs ?? null;
  return {
    orderId: `${lane}-${index}`,
    shopId: `shop-${platform}`,
    platform,
    lane,
    remoteId,
    title,
    variant,
    sku: `SKU-${remoteId.slice(-4)}`,
    picture: PICTURES[picture],
    quantity,
    lineCount: 1,
    country,
    service,
    stage: lane === 'in-transit' ? 'in-transit' : 'to-hand-over',
    rawStatus: 'awaiting_deliver',
    dueAtMs: dueInMs === null ? null : nowMs + dueInMs,
    hasBuyerNote: false,
    hasLabel: false,
    isLabelled: lane === 'labelled',
    trackingNumber: null,
    check: null,
    checkCount: 0,
    holdReason: null,
    caseKind: null,
    step: null,
    moves: movesOf(lane),
    ...extra,
    sinceMs: sinceDays === null ? null : nowMs - sinceDays * DAY,
  };
}

/** The hand-written cards, and as many more as wanted, later and later. */
export function fakeCards(nowMs: number, extra: number): CardView[] {
  const cards = LANES.flatMap((lane) => ROWS[lane].map((row, index) => cardOf(lane, row, index, nowMs)));
  for (let index = 0; index < extra; index += 1) {
    const lane = LANES[index % 4] ?? 'new';
    const row = ROWS[lane][3] ?? ROWS[lane][0];
    if (row === undefined) continue;
    const card = cardOf(lane, row, 1_000 + index, nowMs);
    const { check: _check, ...rest } = card;
    cards.push({ ...rest, check: null, holdReason: null, step: null, remoteId: `7${String(index).padStart(12, '0')}`, dueAtMs: nowMs + 4 * DAY + index * MINUTE });
  }
  return cards;
}
