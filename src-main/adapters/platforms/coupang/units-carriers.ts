import type { CarrierChoice } from '../../../app/ports/platform-connector.ts';

/** A code of `deliveryCompanyCode`, the Korean name that sheets show for it, and how many digits its numbers have. */
type Row = readonly [code: string, name: string, lengths: string | null];

/**
 * The platform has no list to ask for; this is its page of carrier codes (lengths where that page gives them, state of
 * 2025-26; the rest from the page of 2019). A code of the seller's own that is not here is sent as it is.
 */
const ROWS: readonly Row[] = [
  ['CJGLS', 'CJ 대한통운', '10|12'],
  ['HYUNDAI', '롯데택배', '10|12|13'],
  ['HANJIN', '한진택배', '10|12'],
  ['KGB', '로젠택배', '10|11'],
  ['EPOST', '우체국', '13'],
  ['KDEXP', '경동택배', '8,16'],
  ['ILYANG', '일양택배', '8,16'],
  ['HDEXP', '합동택배', '8,16'],
  ['CHUNIL', '천일택배', '11'],
  ['DAESIN', '대신택배', '13'],
  ['CVS', 'CVS택배', '10|12'],
  ['DHL', 'DHL', '10|13|20'],
  ['UPS', 'UPS', '18|9'],
  ['DIRECT', '업체직송', '1,40'],
  ['REGISTPOST', '우편등기', null],
  ['AJOU', '아주택배', null],
  ['CSLOGIS', 'SC로지스', null],
  ['FEDEX', 'FEDEX', null],
  ['EMS', '우체국 EMS', null],
  ['TNT', 'TNT', null],
  ['USPS', 'USPS', null],
  ['IPARCEL', 'i-parcel', null],
  ['GSMNTON', 'GSM NtoN', null],
  ['SWGEXP', '성원글로벌', null],
  ['PANTOS', '범한판토스', null],
  ['ACIEXPRESS', 'ACI Express', null],
  ['DAEWOON', '대운글로벌', null],
  ['AIRBOY', '에어보이익스프레스', null],
  ['KGLNET', 'KGL네트웍스', null],
  ['KUNYOUNG', '건영택배', null],
  ['SLX', 'SLX택배', null],
  ['HONAM', '호남택배', null],
  ['LINEEXPRESS', 'LineExpress', null],
  ['TWOFASTEXP', '2FastsExpress', null],
  ['ECMS', 'ECMS익스프레스', null],
  ['SELC', '삼성직배송', null],
  ['WONDERS', '원더스퀵', null],
  ['YONGMA', '용마로지스', null],
  ['SEBANG', '세방택배', null],
  ['NHLOGIS', '농협택배', null],
  ['LOTTEGLOBAL', '롯데글로벌', null],
  ['GSIEXPRESS', 'GSI익스프레스', null],
  ['EFS', 'EFS', null],
  ['DHLGLOBALMAIL', 'DHL GlobalMail', null],
  ['IQS', 'IQS', null],
  ['DONGBU', '동부익스프레스', null],
  ['COUPANG', '쿠팡자체배송', null],
];

/** '10|12' → ten or twelve digits; '8,16' → eight to sixteen. */
function patternOf(lengths: string): string {
  const parts = lengths.split('|').map((length) => `\\d{${length}}`);
  return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
}

export const CARRIERS: readonly CarrierChoice[] = ROWS.map(([code, name, lengths]) => ({
  code,
  name,
  numberPattern: lengths === null ? null : patternOf(lengths),
  isSuggested: false,
}));

/** The code behind a name on a sheet, so that what we read is what we would write; the name itself when unknown. */
export const carrierCodeOf = (name: string): string => ROWS.find((row) => row[1] === name)?.[0] ?? name;

/** A number as the platform wants it: nothing between the digits, capitals. */
export const bareNumber = (text: string): string => text.replaceAll(/[\s.\-_/]+/g, '').toUpperCase();

/** False only when the platform publishes a form for this carrier's numbers and this is none of them. */
export function fitsCarrier(code: string, number: string): boolean {
  const pattern = CARRIERS.find((carrier) => carrier.code === code)?.numberPattern ?? null;
  return pattern === null || new RegExp(`^(?:${pattern})$`).test(number);
}
