/** A carrier of `taobao.logistics.companies.get`. */
export interface LogisticsCompany {
  id: number;
  code: string;
  name: string;
  /** The rule for its tracking numbers, as Java writes a pattern. */
  regMailNo: string;
  isRecommended: boolean;
  orderModes: readonly ('offline' | 'online')[];
  /** Its product numbers, for `cainiao.waybill.ii.get`. */
  numberPrefix: string;
  numberDigits: number;
}

const both = ['offline', 'online'] as const;
const offline = ['offline'] as const;

export const logisticsCompanies: readonly LogisticsCompany[] = [
  {
    id: 505,
    code: 'SF',
    name: '顺丰速运',
    regMailNo: '^[A-Za-z0-9]{4,35}$',
    isRecommended: true,
    orderModes: both,
    numberPrefix: 'SF',
    numberDigits: 13,
  },
  {
    id: 500,
    code: 'ZTO',
    name: '中通快递',
    regMailNo: '^((7[0-9]{13})|(78[0-9]{12})|(88[0-9]{12}))$',
    isRecommended: true,
    orderModes: both,
    numberPrefix: '78',
    numberDigits: 12,
  },
  {
    id: 101,
    code: 'YTO',
    name: '圆通速递',
    regMailNo: '^(YT[0-9]{13}|YT[0-9]{15})$',
    isRecommended: true,
    orderModes: both,
    numberPrefix: 'YT',
    numberDigits: 13,
  },
  {
    id: 100,
    code: 'STO',
    name: '申通快递',
    regMailNo: '^(77[0-9]{13})$',
    isRecommended: true,
    orderModes: both,
    numberPrefix: '77',
    numberDigits: 13,
  },
  {
    id: 102,
    code: 'YUNDA',
    name: '韵达快递',
    regMailNo: '^(43[0-9]{13}|46[0-9]{13})$',
    isRecommended: true,
    orderModes: both,
    numberPrefix: '43',
    numberDigits: 13,
  },
  {
    id: 2,
    code: 'EMS',
    name: 'EMS',
    regMailNo: '^[A-Z]{2}[0-9]{9}[A-Z]{2}$|^(10|11)[0-9]{11}$',
    isRecommended: true,
    orderModes: offline,
    numberPrefix: '11',
    numberDigits: 11,
  },
  {
    id: 3,
    code: 'POSTB',
    name: '邮政快递包裹',
    regMailNo: '^(99|98|96)[0-9]{11}$',
    isRecommended: true,
    orderModes: offline,
    numberPrefix: '98',
    numberDigits: 11,
  },
  {
    id: 1,
    code: 'POST',
    name: '中国邮政',
    regMailNo: '^[0-9A-Z]{9,18}$',
    isRecommended: false,
    orderModes: offline,
    numberPrefix: '00',
    numberDigits: 11,
  },
  {
    id: 5000000110730,
    code: 'DBKD',
    name: '德邦快递',
    regMailNo: '^DPK[0-9]{12}$',
    isRecommended: false,
    orderModes: offline,
    numberPrefix: 'DPK',
    numberDigits: 12,
  },
  {
    id: 5000000178661,
    code: 'LE04284890',
    name: '京东快递',
    regMailNo: '^JD[A-Z0-9]{13}$',
    isRecommended: false,
    orderModes: offline,
    numberPrefix: 'JD',
    numberDigits: 13,
  },
];

export function companyBy(code: string): LogisticsCompany | undefined {
  return logisticsCompanies.find((company) => company.code === code);
}

/** A number fits the carrier's own rule. */
export function fitsNumberRule(company: LogisticsCompany, outSid: string): boolean {
  return new RegExp(company.regMailNo, 'u').test(outSid);
}

/** A number of this carrier that nobody had before. */
export function newNumber(company: LogisticsCompany, serial: number): string {
  return company.numberPrefix + String(serial).padStart(company.numberDigits, '0');
}
