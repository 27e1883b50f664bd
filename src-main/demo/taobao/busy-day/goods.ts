import type { TaobaoItem } from '../world.ts';

/** The shelf of the demo shop as Taobao has it; the merchant's codes are those of the whole demo shop, so pictures and stock are shared. */
interface Goods {
  numIid: string;
  outerIid: string;
  title: string;
  picture: string;
  priceFen: number;
  variants: readonly [outerSkuId: string, propertiesName: string, left: number][];
}

const goods: readonly Goods[] = [
  {
    numIid: '671234567890',
    outerIid: 'MUG',
    title: '手工陶瓷马克杯 家用简约咖啡杯',
    picture: 'mug',
    priceFen: 6_800,
    variants: [
      ['MUG-MOON-350', '颜色:月白;容量:350ml', 34],
      ['MUG-CELADON-350', '颜色:青瓷;容量:350ml', 21],
    ],
  },
  {
    numIid: '671234567903',
    outerIid: 'LAMP',
    title: '折叠台灯 充电护眼学习灯',
    picture: 'lamp',
    priceFen: 12_900,
    variants: [['LAMP-WARM', '颜色:暖白', 17]],
  },
  {
    numIid: '671234567916',
    outerIid: 'NOTE',
    title: '毛毡笔记本 A5 商务手账本',
    picture: 'notebook',
    priceFen: 4_550,
    variants: [
      ['NOTE-CHAR-A5', '颜色:炭灰', 52],
      ['NOTE-OAT-A5', '颜色:燕麦', 48],
    ],
  },
  {
    numIid: '671234567929',
    outerIid: 'NAPK',
    title: '亚麻餐巾 4条装 西餐布艺',
    picture: 'napkins',
    priceFen: 7_900,
    variants: [
      ['NAPK-SAGE-4', '颜色:鼠尾草绿', 26],
      ['NAPK-RUST-4', '颜色:铁锈红', 12],
    ],
  },
  {
    numIid: '671234567932',
    outerIid: 'STAND',
    title: '竹制手机支架 桌面懒人支架',
    picture: 'phone-stand',
    priceFen: 3_900,
    variants: [['STAND-NAT', '颜色:原色', 37]],
  },
  {
    numIid: '671234567945',
    outerIid: 'BAGS',
    title: '旅行收纳袋 6件套 衣物整理袋',
    picture: 'travel-bags',
    priceFen: 9_200,
    variants: [
      ['BAGS-NAVY-6', '颜色:海军蓝', 29],
      ['BAGS-CLAY-6', '颜色:陶土', 8],
    ],
  },
  {
    numIid: '671234567958',
    outerIid: 'SCARF',
    title: '羊毛围巾 秋冬加厚保暖',
    picture: 'scarf',
    priceFen: 15_800,
    variants: [
      ['SCARF-CAMEL-180', '颜色:驼色;尺寸:180x30', 15],
      ['SCARF-GREY-180', '颜色:石灰;尺寸:180x30', 0],
    ],
  },
  {
    numIid: '671234567961',
    outerIid: 'CABLE',
    title: '编织USB-C数据线 2米快充',
    picture: 'cable',
    priceFen: 2_490,
    variants: [['CABLE-GRAPH-2M', '颜色:石墨灰;长度:2m', 140]],
  },
  {
    numIid: '671234567974',
    outerIid: 'COMB',
    title: '榉木宽齿梳 防静电按摩梳',
    picture: 'comb',
    priceFen: 2_980,
    variants: [['COMB-BEECH-18', '规格:18cm', 44]],
  },
  {
    numIid: '671234567987',
    outerIid: 'SOCKS',
    title: '儿童圆点袜 5双装 中筒棉袜',
    picture: 'socks',
    priceFen: 4_990,
    variants: [
      ['SOCKS-SAGE-1618', '颜色:鼠尾草绿;尺码:16-18', 40],
      ['SOCKS-ROSE-1618', '颜色:豆沙粉;尺码:16-18', 31],
    ],
  },
];

/** Everything the shop has on sale. */
export function demoItems(nowMs: number): TaobaoItem[] {
  return goods.map((kind, index) => ({
    numIid: kind.numIid,
    outerId: kind.outerIid,
    title: kind.title,
    picUrl: `https://img.example.invalid/demo/${kind.picture}.jpg`,
    priceFen: kind.priceFen,
    isOnSale: true,
    stockWrites: 0,
    modifiedMs: nowMs - (index + 1) * 86_400_000,
    skus: kind.variants.map(([outerId, propertiesName, quantity], at) => ({
      skuId: String(4_912_345_678_901n + BigInt(index * 10 + at)),
      outerId,
      properties: `1627207:${28_320 + index * 10 + at}`,
      propertiesName,
      priceFen: kind.priceFen,
      quantity,
      modifiedMs: nowMs - (index + 1) * 86_400_000,
    })),
  }));
}
