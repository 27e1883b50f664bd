/** Orders for stores of half a million: same number, same order. Nobody in them is real. */
import { EMPTY_WORK, type OrderWork } from '../../src-main/core/order/work.ts';
import type { OrderFacts, OrderLine } from '../../src-main/core/order/facts.ts';
import type { Order } from '../../src-main/core/order/order.ts';
import type { CaseId, OrderId, ParcelId, ShopId, TagId } from '../../src-main/core/shared/ids.ts';
import { PLATFORMS, type PlatformId } from '../../src-main/core/shared/platform.ts';
import { productRow } from '../support/product-row.ts';
import { sampleShop, START_MS } from '../integration/sqlite/sample-orders.ts';
import { COUNTRY_OF, peopleOf, THINGS_OF, type Pick } from './big-words.ts';

const HOUR_MS = 3_600_000;
/** Shares of the board's lanes, in thousandths, as a busy shop has them. */
const LANE_SHARES = [
  ['new', 200],
  ['problem', 50],
  ['to-ship', 150],
  ['labelled', 100],
  ['in-transit', 300],
  ['exception', 20],
  ['delivered', 150],
  ['after-sales', 30],
] as const;
/** Older orders were of goods that are sold no more: words that only closed orders have. */
const LAST_OLD = 250_000;
export const TAGS = [1, 2, 3, 4, 5].map((number) => `01900000-0000-7000-a000-00000000000${number}` as TagId);

export const bigShops = PLATFORMS.map((platform, index) =>
  sampleShop({ id: shopIdOf(platform), platform, name: `${platform} 店`, createdAtMs: START_MS + index }),
);

function shopIdOf(platform: PlatformId): ShopId {
  return `01900000-0000-7000-8000-00000000010${PLATFORMS.indexOf(platform)}` as ShopId;
}

/** A pseudo-random choice that is the same for the same order and place (mulberry32). */
function pickOf(number: number): Pick {
  let state = Math.imul(number + 1, 0x9e37_79b1);
  return (count) => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

export const bigOrderId = (number: number) => `01900000-0000-7000-9000-${String(number).padStart(12, '0')}` as OrderId;

/** The n-th order, on the board or closed. */
export function bigOrder(number: number, isOpen: boolean): Order {
  const pick = pickOf(number);
  const platform = PLATFORMS[pick(PLATFORMS.length)] ?? 'ozon';
  const lane = isOpen ? laneFor(pick(1_000)) : null;
  const placedAtMs = START_MS - (500_000 - number) * 60_000;
  return {
    id: bigOrderId(number),
    shopId: shopIdOf(platform),
    facts: factsOf(number, platform, lane, placedAtMs, pick),
    work: workOf(number, lane, placedAtMs, pick),
    checks: lane === 'problem' ? [{ code: 'out-of-stock', blocking: true, params: { sku: 'SKU', missing: '1' } }] : [],
    createdAtMs: placedAtMs,
    updatedAtMs: placedAtMs + HOUR_MS,
  };
}

function laneFor(share: number): string {
  let sum = 0;
  for (const [lane, width] of LANE_SHARES) if (share < (sum += width)) return lane;
  return 'new';
}

function factsOf(
  number: number,
  platform: PlatformId,
  lane: string | null,
  placedAtMs: number,
  pick: Pick,
): OrderFacts {
  const person = peopleOf(platform, pick);
  const digits = String((number * 48_271 + 11) % 10_000_000_000).padStart(10, '0');
  const remoteOrderNumber = numberOf(platform, number, digits);
  const lineCount = pick(10) === 0 ? 2 : 1;
  return {
    platform,
    remoteId: platform === 'ozon' ? `${remoteOrderNumber}-1` : remoteOrderNumber,
    remoteOrderNumber,
    stage: lane === 'delivered' || lane === null ? 'delivered' : lane === 'new' ? 'to-confirm' : 'to-hand-over',
    rawStatus: 'awaiting_packaging',
    rawSubstatus: null,
    placedAtMs,
    shipByMs: START_MS + (pick(200) - 40) * HOUR_MS,
    deliverByMs: null,
    lines: Array.from({ length: lineCount }, (_unused, index) => lineOf(number, platform, index, pick)),
    buyerId: String(number),
    buyerName: person.name,
    country: COUNTRY_OF[platform],
    address: { ...person, lines: [`${person.street} ${pick(200) + 1}`], region: null, country: COUNTRY_OF[platform] },
    isAddressSealed: false,
    customsId: null,
    buyerNote: pick(12) === 0 ? (NOTES[pick(NOTES.length)] ?? null) : null,
    steps: ['confirm', 'platform-label', 'cancel'],
    openSteps: null,
    alerts: [],
    trackingNumber: null,
    remoteParcels: [],
    total: { minor: 10_000 + pick(90_000), currency: 'USD' },
    service: SERVICES[pick(SERVICES.length)] ?? null,
    cancellation: null,
    scanCodes: platform === 'ozon' ? [`%101%${digits}`] : [],
  };
}

const SERVICES = ['Ozon Realtime', 'e邮宝', '燕文专线追踪', 'China Post Registered', 'CJ대한통운', 'Cainiao Standard'];
const NOTES = [
  '请尽快发货，谢谢',
  '礼物，不要放发票',
  'Leave at the door please',
  'Позвоните за час',
  '문 앞에 놓아 주세요',
];

function numberOf(platform: PlatformId, number: number, digits: string): string {
  switch (platform) {
    case 'amazon':
      return `11${digits[0]}-${digits.slice(1, 8)}-${String(number).padStart(7, '0')}`;
    case 'ozon':
      return `${digits}-${String(number % 10_000).padStart(4, '0')}`;
    case 'coupang':
      return `19000${String(number).padStart(8, '0')}`;
    case 'aliexpress':
      return `30312${String(number).padStart(6, '0')}${digits.slice(0, 5)}`;
    case 'taobao':
      return `4127${String(number).padStart(7, '0')}${digits.slice(0, 8)}`;
  }
}

const ARTICLES = 5_000;
const skuOf = (article: number): string =>
  `${['MUG', 'CASE', 'SOCK', 'LAMP', 'TOWEL'][article % 5]}-${['RED', 'BLUE', 'BLK', 'WHT'][article % 4]}-${article}`;

/** Three of five articles are in the seller's catalogue, where they have her own names. */
export const bigProducts = Array.from({ length: (ARTICLES / 5) * 3 }, (_unused, article) =>
  productRow(skuOf(article), THINGS_OF('taobao', article)),
);

function lineOf(number: number, platform: PlatformId, index: number, pick: Pick): OrderLine {
  const article = pick(ARTICLES);
  const things = THINGS_OF(platform, article);
  return {
    remoteId: `${number}-${index}`,
    remoteSku: String(900_000_000 + article),
    sku: skuOf(article),
    ...things,
    title: number < LAST_OLD ? `${things.title} 旧款 vintage` : things.title,
    quantity: pick(8) === 0 ? 2 : 1,
    unitPrice: { minor: 1_000 + article, currency: 'USD' },
  };
}

function workOf(number: number, lane: string | null, placedAtMs: number, pick: Pick): OrderWork {
  const tags = lane !== null && pick(4) === 0 ? [TAGS[pick(TAGS.length)] as TagId] : [];
  const note = pick(20) === 0 ? '双层气泡膜，附赠贺卡 fragile' : '';
  const base = { ...EMPTY_WORK, tags, note };
  if (lane === 'new' || lane === 'problem') return base;
  const isLabelled = lane !== 'to-ship';
  const hasLeft = lane === null || !['to-ship', 'labelled'].includes(lane);
  const parcel = {
    id: `${bigOrderId(number)}:1` as ParcelId,
    trackingNumber: isLabelled ? trackingOf(number, pick) : null,
    carrier: 'china-post',
    items: null,
    labelId: null,
    labelledAtMs: isLabelled ? placedAtMs + HOUR_MS : null,
    labelledFor: null,
    handedOverAtMs: hasLeft ? placedAtMs + 5 * HOUR_MS : null,
  };
  const work: OrderWork = { ...base, confirmedAtMs: placedAtMs, parcels: isLabelled ? [parcel] : [] };
  if (lane === null) return { ...work, deliveredAtMs: placedAtMs, closedAtMs: placedAtMs };
  if (lane === 'delivered') return { ...work, deliveredAtMs: placedAtMs };
  if (lane === 'exception') return { ...work, exception: { note: '', sinceMs: placedAtMs } };
  if (lane !== 'after-sales') return work;
  const open = { kind: 'return', reason: null, note: '买家说尺寸不对', notes: [], afterSaleId: null } as const;
  return {
    ...work,
    cases: [{ ...open, id: `${bigOrderId(number)}:c` as CaseId, openedAtMs: placedAtMs, dueAtMs: START_MS }],
  };
}

function trackingOf(number: number, pick: Pick): string {
  const serial = String((number * 7_919 + 13) % 1_000_000_000).padStart(9, '0');
  return (
    [`RB${serial}CN`, `LP00${serial}${serial.slice(0, 3)}`, `YT26${serial}001`, `1Z999AA1${serial}`][pick(4)] ?? serial
  );
}
