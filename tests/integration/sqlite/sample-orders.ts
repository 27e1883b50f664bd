import { EMPTY_WORK, type OrderWork } from '../../../src-main/core/order/work.ts';
import type { OrderFacts } from '../../../src-main/core/order/facts.ts';
import type { Order } from '../../../src-main/core/order/order.ts';
import type { OrderId, ParcelId, ShopId } from '../../../src-main/core/shared/ids.ts';
import type { ShopRow } from '../../../src-main/app/ports/store-rows.ts';

export const SHOP_ID = '01900000-0000-7000-8000-000000000001' as ShopId;
export const START_MS = Date.UTC(2026, 10, 22, 8);
const HOUR_MS = 3_600_000;

export function sampleShop(change: Partial<ShopRow> = {}): ShopRow {
  return {
    id: SHOP_ID,
    platform: 'ozon',
    name: '小店',
    settings: { clientId: '123', apiKey: 'secret-key' },
    isDemo: false,
    isPaused: false,
    currency: 'RUB',
    keyExpiresAtMs: null,
    createdAtMs: START_MS,
    lastGoodSyncMs: null,
    lastFault: null,
    lastFaultAtMs: null,
    clockSkewMs: null,
    lastReconcileMs: null,
    mode: 'api',
    backfill: null,
    warnings: [],
    afterSalesFault: null,
    lastReconcile: null,
    keyReminder: null,
    ...change,
  };
}

export const orderIdOf = (number: number) => `01900000-0000-7000-9000-${String(number).padStart(12, '0')}` as OrderId;

export interface OrderChange {
  readonly id?: OrderId;
  readonly shopId?: ShopId;
  readonly facts?: Partial<OrderFacts>;
  readonly work?: Partial<OrderWork>;
  readonly checks?: Order['checks'];
}

/** The n-th order: same number, same order. Buyer, address and phone are made up. */
export function sampleOrder(number: number, change: OrderChange = {}): Order {
  return {
    id: change.id ?? orderIdOf(number),
    shopId: change.shopId ?? SHOP_ID,
    facts: { ...sampleFacts(number), ...change.facts },
    work: { ...EMPTY_WORK, ...change.work },
    checks: change.checks ?? [],
    createdAtMs: START_MS,
    updatedAtMs: START_MS + number,
  };
}

const CITIES = ['杭州', '上海', '深圳', '义乌', '广州', '宁波', '成都', '青岛'];
const THINGS = ['陶瓷杯', '手机壳', '棉袜', '台灯', '雨伞', '充电器', '毛巾', '钥匙扣'];
const COLOURS = ['red', 'blue', 'black', 'white', 'green'];

function sampleFacts(number: number): OrderFacts {
  const digits = String((number * 48_271 + 11) % 10_000_000_000).padStart(10, '0');
  const thing = `${CITIES[number % 8]}${THINGS[(number >> 3) % 8]} ${COLOURS[number % 5]} edition ${number % 977}`;
  return {
    platform: 'ozon',
    remoteId: `${digits}-${String(number % 10_000).padStart(4, '0')}-1`,
    remoteOrderNumber: `${digits}-${String(number % 10_000).padStart(4, '0')}`,
    stage: 'to-confirm',
    rawStatus: 'awaiting_packaging',
    rawSubstatus: 'posting_created',
    placedAtMs: START_MS - (number % 500) * HOUR_MS,
    shipByMs: START_MS + ((number % 97) - 20) * HOUR_MS,
    deliverByMs: null,
    lines: [
      {
        remoteId: `${number}-1`,
        remoteSku: String(900_000_000 + number),
        sku: `SKU-${number % 3_000}`,
        title: thing,
        variant: number % 3 === 0 ? '大号' : null,
        quantity: 1 + (number % 3),
        unitPrice: { minor: 10_000 + number, currency: 'RUB' },
      },
    ],
    buyerId: String(number),
    buyerName: `Иван Петров`,
    country: 'RU',
    address: {
      name: `Иван Петров`,
      phone: `+7 916 ${digits.slice(0, 3)}-${digits.slice(3, 7)}`,
      lines: [`ул. Ленина, д. ${number % 200}`],
      city: 'Москва',
      region: null,
      postcode: '101000',
      country: 'RU',
    },
    buyerNote: number % 10 === 0 ? '请尽快发货，谢谢' : null,
    isAddressSealed: false,
    customsId: null,
    steps: ['confirm', 'platform-label', 'cancel'],
    openSteps: ['confirm', 'cancel'],
    alerts: [],
    trackingNumber: null,
    remoteParcels: [],
    total: null,
    service: 'Ozon Realtime',
    cancellation: null,
    scanCodes: [`%101%${digits}`],
  };
}

/** Work of an order that is labelled, and handed over when a time is given. */
export function labelledWork(number: number, handedOverAtMs: number | null = null): OrderWork {
  const parcel = {
    id: `${orderIdOf(number)}:1` as ParcelId,
    trackingNumber: `RB${String(number).padStart(9, '0')}CN`,
    carrier: 'china-post',
    items: null,
    labelId: null,
    labelledAtMs: START_MS,
    labelledFor: null,
    handedOverAtMs,
  };
  return { ...EMPTY_WORK, confirmedAtMs: START_MS, parcels: [parcel] };
}
