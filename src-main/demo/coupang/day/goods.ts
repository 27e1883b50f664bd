/** What the demo shop sells in Korea: the same shelf as everywhere, under Korean names. */
export interface KoreanGoods {
  vendorItemId: string;
  productId: string;
  sellerProductId: string;
  sku: string;
  name: string;
  option: string;
  priceKrw: number;
  left: number;
}

export const koreanGoods: readonly KoreanGoods[] = [
  {
    vendorItemId: '4279191312',
    productId: '7301184501',
    sellerProductId: '80240831',
    sku: 'MUG-MOON-350',
    name: '수제 도자기 머그컵',
    option: '달빛 화이트, 350ml',
    priceKrw: 12_300,
    left: 34,
  },
  {
    vendorItemId: '4279191313',
    productId: '7301184501',
    sellerProductId: '80240831',
    sku: 'KR-MUG-CELADON',
    name: '수제 도자기 머그컵',
    option: '청자 그린, 350ml',
    priceKrw: 12_300,
    left: 21,
  },
  {
    vendorItemId: '4288310077',
    productId: '7322900418',
    sellerProductId: '80577120',
    sku: 'LAMP-WARM',
    name: '접이식 무선 스탠드',
    option: '웜 화이트',
    priceKrw: 24_900,
    left: 17,
  },
  {
    vendorItemId: '4290015528',
    productId: '7340127733',
    sellerProductId: '80613394',
    sku: 'CABLE-GRAPH-2M',
    name: '고속 충전 C타입 케이블',
    option: '그라파이트, 2m',
    priceKrw: 5_900,
    left: 260,
  },
  {
    vendorItemId: '4301182264',
    productId: '7355018829',
    sellerProductId: '80700915',
    sku: 'TENT-2P',
    name: '초경량 백패킹 텐트',
    option: '2인용, 카키',
    priceKrw: 148_000,
    left: 4,
  },
];

/** Throws for an SKU that the shelf has not. */
export function goodsBySku(sku: string): KoreanGoods {
  const goods = koreanGoods.find((candidate) => candidate.sku === sku);
  if (goods === undefined) throw new Error(`the Korean shelf has no ${sku}`);
  return goods;
}
