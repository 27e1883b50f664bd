import type { Integration, OzonDeliveryMethod, OzonSeller, OzonWarehouse } from '../ozon/world.ts';

const day = 86_400_000;
const warehouseId = '1020005003107121';

/** The demo seller: a small shop in Yiwu that sells on Ozon Global in yuan. */
export function demoSeller(nowMs: number): OzonSeller {
  return {
    clientId: '2846193',
    apiKey: '5f0c3a1e-0000-4d3e-9b1f-demo5hop0key',
    // Keys live three months since autumn 2026; this one is in its second.
    apiKeyExpiresAtMs: nowMs + 48 * day,
    companyName: 'Warm Table 暖桌',
    legalName: 'Yiwu Nuanzhuo Trading Co., Ltd.',
    country: 'CHINA',
    currency: 'CNY',
    subscription: 'UNSPECIFIED',
    roles: [{ name: 'Admin', methods: ['*'] }],
  };
}

export function demoWarehouses(nowMs: number): OzonWarehouse[] {
  return [
    {
      warehouseId,
      name: 'Yiwu-1',
      address: 'Zhejiang, Yiwu, Futian Road 88',
      timeZone: 'UTC+08:00',
      labelSize: 'BIG',
      isRealFbs: true,
      createdAtMs: nowMs - 400 * day,
    },
  ];
}

/** One way to ship for each kind of integration. */
export function demoMethods(nowMs: number): OzonDeliveryMethod[] {
  const shared = { warehouseId, cutoff: '17:00', minutesToPack: 1440, createdAtMs: nowMs - 400 * day };
  return [
    {
      ...shared,
      methodId: '1020001003107001',
      name: 'CEL Economy до ПВЗ',
      providerId: '1337',
      providerName: 'CEL',
      integration: 'aggregator',
      routeCode: 'YIW-CEL-E2',
    },
    {
      ...shared,
      methodId: '1020001003107002',
      name: 'Доставка Ozon, Китай',
      providerId: '24',
      providerName: 'Доставка Ozon',
      integration: 'ozon',
      routeCode: 'YIW-MOW-01',
    },
    {
      ...shared,
      methodId: '1020001003107003',
      name: 'Почта Китая, трек продавца',
      providerId: '57',
      providerName: 'China Post',
      integration: '3pl_tracking',
      routeCode: 'YIW-CP',
    },
    {
      ...shared,
      methodId: '1020001003107004',
      name: 'Доставка продавца',
      providerId: '99',
      providerName: 'Самостоятельная доставка',
      integration: 'non_integrated',
      routeCode: 'YIW-SELF',
    },
  ];
}

export const methodFor: Readonly<Record<Integration, string>> = {
  aggregator: '1020001003107001',
  ozon: '1020001003107002',
  '3pl_tracking': '1020001003107003',
  non_integrated: '1020001003107004',
};
