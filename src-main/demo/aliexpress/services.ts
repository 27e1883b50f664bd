/** Offline declare keys, as `listlogisticsservice` gives them. */
export interface DeclareService {
  serviceName: string;
  displayName: string;
  company: string;
  trackingPattern: string;
  minDays: number;
  maxDays: number;
  level: ServiceLevel;
}

/** From the cheapest class to the best; a buyer of one may not be sent a lower one. */
export const serviceLevels = ['ECONOMY', 'SIMPLE', 'STANDARD', 'EXPRESS'] as const;
export type ServiceLevel = (typeof serviceLevels)[number];

export const declareServices: readonly DeclareService[] = [
  service('CAINIAO_STANDARD', 'AliExpress Standard Shipping', 'Cainiao', '^[A-Z0-9]{10,32}$', 15, 45, 'STANDARD'),
  service('CAINIAO_PREMIUM', 'AliExpress Premium Shipping', 'Cainiao', '^[A-Z0-9]{10,32}$', 7, 15, 'EXPRESS'),
  service('CAINIAO_ECONOMY', 'AliExpress Saver Shipping', 'Cainiao', '^[A-Z0-9]{10,32}$', 20, 60, 'ECONOMY'),
  service('EMS_ZX_ZX_US', 'ePacket', 'China Post', '^L[A-Z][0-9]{9}CN$', 10, 30, 'STANDARD'),
  service('CPAM', 'China Post Registered Air Mail', 'China Post', '^R[A-Z][0-9]{9}CN$', 15, 60, 'STANDARD'),
  service('YANWEN_JYT', 'China Post Ordinary Small Packet Plus', 'Yanwen', '[0-9]{14}$', 20, 60, 'SIMPLE'),
  service('DHL', 'DHL', 'DHL', '^[0-9]{10}$', 4, 9, 'EXPRESS'),
  service('OTHER', "Seller's Shipping Method", 'Other', '^[A-Za-z0-9-]{4,32}$', 7, 60, 'STANDARD'),
];

function service(
  serviceName: string,
  displayName: string,
  company: string,
  trackingPattern: string,
  minDays: number,
  maxDays: number,
  level: ServiceLevel,
): DeclareService {
  return { serviceName, displayName, company, trackingPattern, minDays, maxDays, level };
}

export function declareService(serviceName: string): DeclareService | undefined {
  return declareServices.find((candidate) => candidate.serviceName === serviceName);
}

/** A line of online shipping: its own code, another one than the declare key. */
export interface Solution {
  solutionId: string;
  name: string;
  declareKey: string;
  level: ServiceLevel;
  warehouse: string;
  deliveryAddress: string;
  days: string;
  baseCents: number;
  centsPerKg: number;
  /** The platform's country codes; null for all. */
  countries: readonly string[] | null;
  mostWeightKg: number;
  numberPrefix: string;
  numberSuffix: string;
}

const ePacketCountries = ['FR', 'UK', 'US', 'AU', 'CA'];
const yiwu = { warehouse: '菜鸟义乌仓', deliveryAddress: '浙江省金华市义乌市北苑街道拥军路 1 号' };
const shenzhen = { warehouse: '燕文深圳仓', deliveryAddress: '广东省深圳市宝安区航城大道 8 号' };

export const solutions: readonly Solution[] = [
  {
    ...yiwu,
    solutionId: 'CAINIAO_STANDARD_TS_12350032',
    name: 'AliExpress 无忧物流-标准',
    declareKey: 'CAINIAO_STANDARD',
    level: 'STANDARD',
    days: '15-45天',
    baseCents: 1_820,
    centsPerKg: 9_200,
    countries: null,
    mostWeightKg: 2,
    numberPrefix: 'UB',
    numberSuffix: 'YP',
  },
  {
    ...yiwu,
    solutionId: 'CAINIAO_PREMIUM_12350032',
    name: 'AliExpress 无忧物流-优先',
    declareKey: 'CAINIAO_PREMIUM',
    level: 'EXPRESS',
    days: '7-15天',
    baseCents: 6_400,
    centsPerKg: 14_800,
    countries: ['RU', 'US', 'ES', 'FR', 'KR'],
    mostWeightKg: 2,
    numberPrefix: 'CE',
    numberSuffix: 'CN',
  },
  {
    ...yiwu,
    solutionId: 'CAINIAO_ECONOMY_12350032',
    name: '菜鸟超级经济',
    declareKey: 'CAINIAO_ECONOMY',
    level: 'ECONOMY',
    days: '20-60天',
    baseCents: 380,
    centsPerKg: 6_100,
    countries: ['RU', 'ES', 'BR', 'KR', 'SRB'],
    mostWeightKg: 2,
    numberPrefix: 'AE',
    numberSuffix: 'CN',
  },
  {
    ...shenzhen,
    solutionId: 'ZHONG_YOU_EUB_ONLINE',
    name: '线上中国邮政 e邮宝',
    declareKey: 'EMS_ZX_ZX_US',
    level: 'STANDARD',
    days: '10-30天',
    baseCents: 2_500,
    centsPerKg: 7_600,
    countries: ePacketCountries,
    mostWeightKg: 2,
    numberPrefix: 'LZ',
    numberSuffix: 'CN',
  },
  {
    ...shenzhen,
    solutionId: 'CPAM_WLB_CPAMSZ',
    name: '线上中国邮政挂号小包',
    declareKey: 'CPAM',
    level: 'STANDARD',
    days: '15-60天',
    baseCents: 2_600,
    centsPerKg: 8_900,
    countries: null,
    mostWeightKg: 2,
    numberPrefix: 'RQ',
    numberSuffix: 'CN',
  },
];

export function solutionOf(solutionId: string): Solution | undefined {
  return solutions.find((candidate) => candidate.solutionId === solutionId);
}

/** False when this line is of a lower class than the service that the buyer chose. */
export function honours(solution: Solution, logisticsType: string): boolean {
  const wished = declareService(logisticsType)?.level ?? 'ECONOMY';
  return serviceLevels.indexOf(solution.level) >= serviceLevels.indexOf(wished);
}

/** The domestic couriers that bring parcels to the warehouse; -1 stands for any other. */
export const domesticCompanies: readonly { id: number; code: string; name: string }[] = [
  { id: 505, code: 'SF', name: '顺丰速运' },
  { id: 500, code: 'ZTO', name: '中通快递' },
  { id: 502, code: 'YTO', name: '圆通速递' },
  { id: -1, code: 'OTHER', name: '其他' },
];
