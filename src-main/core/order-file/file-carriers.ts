import type { PlatformId } from '../shared/platform.ts';
import { plainTitle } from './column-title.ts';

/** A carrier as a platform's API knows it, and as the seller centre's file writes it. */
export interface FileCarrier {
  readonly code: string;
  readonly name: string;
  /** Other words for it. */
  readonly words: readonly string[];
}

const carrier = (code: string, name: string, ...words: string[]): FileCarrier => ({ code, name, words });

/** Codes are names here: what the template's menu offers (help page "Shipping Confirmation Template", SG, AU and US). */
const AMAZON = (
  'USPS|UPS|UPSMI|FedEx|DHL|DHL eCommerce|DHL Global Mail|Royal Mail|Canada Post|GLS|OnTrac|Lasership|Parcelforce|TNT|' +
  'City Link|Hermes Logistik Gruppe|Fastway|Couriers Please|SagawaExpress|NipponExpress|YamatoTransport|Ninjavan|' +
  'Qxpress|Singapore Post|Aramex|India Post|Australia Post-Consignment|Australia Post-ArticleId|Sendle|EUB|DPD|' +
  'Chronopost|La Poste|Deutsche Post|Poste Italiane|SDA|Yodel|BlueDart|DTDC|Delhivery'
)
  .split('|')
  .map((name) => carrier(name, name));
const AMAZON_CHINESE = [
  carrier('4PX', '4PX', '递四方', '4px express'),
  carrier('Yanwen', 'Yanwen', '燕文', '燕文物流', 'yanwen logistics'),
  carrier('Yun Express', 'Yun Express', '云途', '云途物流', 'yunexpress'),
  carrier('China Post', 'China Post', '中国邮政', '邮政小包', 'chinapost'),
  carrier('SF Express', 'SF Express', '顺丰', '顺丰速运'),
];

/** Codes: official document "택배사 코드" (courier codes). Names: the ones that WING's sheet shows, as public programs fill it. */
const COUPANG = [
  carrier('CJGLS', 'CJ 대한통운', 'CJ대한통운', 'CJ Logistics', '대한통운', 'cj'),
  carrier('HYUNDAI', '롯데택배', '롯데글로벌로지스', 'Lotte', '현대택배'),
  carrier('HANJIN', '한진택배', 'Hanjin', '한진'),
  carrier('KGB', '로젠택배', 'Logen', '로젠'),
  carrier('EPOST', '우체국', '우체국택배', 'Korea Post'),
  carrier('KDEXP', '경동택배', 'Kyungdong'),
  carrier('ILYANG', '일양택배', '일양로지스', 'Ilyang'),
  carrier('HDEXP', '합동택배', 'Hapdong'),
  carrier('CHUNIL', '천일택배', '천일특송', 'Chunil'),
  carrier('DAESIN', '대신택배', 'Daesin'),
  carrier('CVS', 'CVS택배', 'CVSnet 편의점택배', '편의점택배'),
  carrier('DHL', 'DHL'),
  carrier('UPS', 'UPS'),
  carrier('FEDEX', 'FEDEX', 'FedEx'),
  carrier('EMS', '우체국 EMS'),
  carrier('DIRECT', '업체직송', '업체직접배송'),
];

/** Codes and names: the answer of taobao.logistics.companies.get, as public programs list it. */
const TAOBAO = [
  carrier('SF', '顺丰速运', '顺丰', '顺丰快递'),
  carrier('ZTO', '中通快递', '中通'),
  carrier('YTO', '圆通速递', '圆通', '圆通快递'),
  carrier('STO', '申通快递', '申通'),
  carrier('YUNDA', '韵达快递', '韵达', '韵达快运'),
  carrier('HTKY', '极兔速递', '极兔', 'J&T', 'JTSD', '百世快递'),
  carrier('EMS', 'EMS', '邮政EMS'),
  carrier('POSTB', '邮政快递包裹', '中国邮政', '邮政小包'),
  carrier('DBKD', '德邦快递', '德邦'),
  carrier('LE04284890', '京东快递', '京东', 'JD'),
];

/** Carriers of the platforms whose files want one. AliExpress's services are too many and change: its text is kept as it is. */
export const FILE_CARRIERS: Readonly<Record<PlatformId, readonly FileCarrier[]>> = {
  amazon: [...AMAZON, ...AMAZON_CHINESE],
  coupang: COUPANG,
  taobao: TAOBAO,
  aliexpress: [],
  ozon: [],
};

/** The carrier that a code, a name or a word for it means on this platform; null when the table does not know it. */
export function fileCarrier(platform: PlatformId, text: string): FileCarrier | null {
  const key = plainTitle(text);
  const isMeant = ({ code, name, words }: FileCarrier) =>
    [code, name, ...words].some((word) => plainTitle(word) === key);
  return FILE_CARRIERS[platform].find(isMeant) ?? null;
}
