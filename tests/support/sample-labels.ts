import type { Address } from '../../src-main/core/address/address.ts';
import type { OwnLabel } from '../../src-main/core/label/own-label.ts';

const item = (description: string, quantity: number, minor: number, hsCode: string | null = '6912.00') => ({
  description,
  quantity,
  weightG: 350 * quantity,
  value: { minor, currency: 'USD' },
  origin: 'CN',
  hsCode,
});

/** A label as a seller in Yiwu would make it, to Moscow. */
export const SAMPLE_LABEL: OwnLabel = {
  size: '100x150',
  carrier: 'China Post',
  service: 'e邮宝 ePacket',
  trackingNumber: 'LN156947362CN',
  symbol: 'code128',
  sender: {
    name: '李小梅',
    company: 'Yiwu Moonlight Trading Co., Ltd.',
    phone: '+86 138 0013 8000',
    lines: ['浙江省义乌市福田街道国际商贸城二区 18 号'],
    city: '义乌',
    region: '浙江',
    postcode: '322000',
    country: 'CN',
  },
  receiver: {
    name: 'Константинопольская Екатерина',
    phone: '+7 916 555-12-34',
    lines: ['ул. Большая Никитская, д. 24/1, кв. 118'],
    city: 'Москва',
    region: 'Московская область',
    postcode: '125009',
    country: 'RU',
  },
  receiverCustomsId: null,
  orderNumber: '48290134-0047-1',
  pieceCount: 6,
  note: 'A1-03 · хрупкое',
  items: [item('Ceramic mug, 350 ml', 2, 1890), item('Desk lamp', 1, 2450, '9405.21'), item('Cotton bag', 3, 1200)],
};

export const KOREAN: Address = {
  name: '김서연',
  phone: '+82 10-1234-5678',
  lines: ['서울특별시 강남구 테헤란로 521, 파르나스타워 1203호'],
  city: '서울',
  region: null,
  postcode: '06164',
  country: 'KR',
};
