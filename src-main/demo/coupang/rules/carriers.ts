/** A carrier of the platform's table: its Korean name, and how many digits its numbers have (coupang.md section 7). */
interface Carrier {
  name: string;
  /** Null where the documents say nothing: any number of digits and letters. */
  lengths: readonly number[] | null;
}

function between(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

const counted: Readonly<Record<string, Carrier>> = {
  CJGLS: { name: 'CJ 대한통운', lengths: [10, 12] },
  HYUNDAI: { name: '롯데택배', lengths: [10, 12, 13] },
  HANJIN: { name: '한진택배', lengths: [10, 12] },
  KGB: { name: '로젠택배', lengths: [10, 11] },
  EPOST: { name: '우체국', lengths: [13] },
  KDEXP: { name: '경동택배', lengths: between(8, 16) },
  ILYANG: { name: '일양택배', lengths: between(8, 16) },
  HDEXP: { name: '합동택배', lengths: between(8, 16) },
  CHUNIL: { name: '천일택배', lengths: [11] },
  DAESIN: { name: '대신택배', lengths: [13] },
  CVS: { name: 'CVS택배', lengths: [10, 12] },
  DHL: { name: 'DHL', lengths: [10, 13, 20] },
  UPS: { name: 'UPS', lengths: [9, 18] },
  DIRECT: { name: '업체직송', lengths: between(1, 40) },
};

const uncounted: Readonly<Record<string, string>> = {
  REGISTPOST: '우편등기',
  AJOU: '아주택배',
  CSLOGIS: 'SC로지스',
  FEDEX: 'FEDEX',
  EMS: '우체국 EMS',
  TNT: 'TNT',
  USPS: 'USPS',
  IPARCEL: 'i-parcel',
  GSMNTON: 'GSM NtoN',
  SWGEXP: '성원글로벌',
  PANTOS: '범한판토스',
  ACIEXPRESS: 'ACI Express',
  DAEWOON: '대운글로벌',
  AIRBOY: '에어보이익스프레스',
  KGLNET: 'KGL네트웍스',
  KUNYOUNG: '건영택배',
  SLX: 'SLX택배',
  HONAM: '호남택배',
  LINEEXPRESS: 'LineExpress',
  TWOFASTEXP: '2FastsExpress',
  ECMS: 'ECMS익스프레스',
  SELC: '삼성직배송',
  WONDERS: '원더스퀵',
  YONGMA: '용마로지스',
  SEBANG: '세방택배',
  NHLOGIS: '농협택배',
  LOTTEGLOBAL: '롯데글로벌',
  GSIEXPRESS: 'GSI익스프레스',
  EFS: 'EFS',
  DHLGLOBALMAIL: 'DHL GlobalMail',
  IQS: 'IQS',
  DONGBU: '동부익스프레스',
  COUPANG: '쿠팡자체배송',
};

const carriers: ReadonlyMap<string, Carrier> = new Map([
  ...Object.entries(counted),
  ...Object.entries(uncounted).map(([code, name]): [string, Carrier] => [code, { name, lengths: null }]),
]);

/** What a sheet shows for a code; '' for none. */
export function carrierName(code: string): string {
  return carriers.get(code)?.name ?? '';
}

/** True when the carrier is one of the table and the number has its form: bare digits, nothing between them. */
export function isInvoiceNumberOf(code: string, invoiceNumber: string): boolean {
  const carrier = carriers.get(code);
  if (carrier === undefined) return false;
  if (carrier.lengths === null) return /^[0-9A-Z]{6,40}$/u.test(invoiceNumber);
  return /^\d+$/u.test(invoiceNumber) && carrier.lengths.includes(invoiceNumber.length);
}
