import type { SameKeys } from '../../locale-shape.ts';
import type { address as source } from '../zh-CN/address.ts';

export const address: SameKeys<typeof source> = {
  correct: '改地址',
  title: '改收件地址',
  hint: '自己畫的面單和檢查都用改過的。平台那邊不變。',
  reading: '正在讀完整地址',
  corrected: '你改過',
  original: '平台給的',
  back: '用回平台的',
  save: '用這個地址',
  fine: '沒發現問題',
  field: {
    name: '收件人',
    phone: '電話',
    street: '街道和門牌',
    streetHint: '一行一段，最多 6 行',
    city: '城市',
    region: '省或州',
    postcode: '郵遞區號',
    country: '國家或地區',
    countryNone: '沒寫',
  },
  postcodeLike: '像 {{example}}',
  fault: {
    nameMissing: '沒寫收件人',
    streetMissing: '沒寫街道',
    streetTooLong: '最多 6 行，每行 200 字',
  },
};
