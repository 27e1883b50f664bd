/** The shelf of the demo shop, written once a kind of goods; its variants differ in colour, number and place only. */
export interface Goods {
  prefix: string;
  title: string;
  titleRu: string;
  /** In assets/demo. */
  pictureFile: string;
  priceCny: string;
  oldPriceCny: string;
  /** What a piece costs the seller. */
  costCny: string;
  /** First six digits of the customs tariff (Harmonized System 2022). */
  hsCode: string;
  weightKg: number;
  variants: readonly Variant[];
}

export interface Variant {
  sku: string;
  suffix: string;
  name: string;
  nameRu: string;
  bin: string;
  left: number;
  /** The seller never counts these; `left` is what the platforms were told. */
  isUncounted?: boolean;
}

const home: readonly Goods[] = [
  {
    prefix: 'MUG',
    title: '手工陶瓷马克杯',
    titleRu: 'Кружка керамическая ручной работы',
    pictureFile: 'mug.svg',
    priceCny: '68.00',
    oldPriceCny: '88.00',
    costCny: '24.00',
    hsCode: '691200',
    weightKg: 0.42,
    variants: [
      {
        sku: '1904686181',
        suffix: 'MOON-350',
        name: '月白 350 ml',
        nameRu: 'лунный белый, 350 мл',
        bin: 'A1-03',
        left: 34,
      },
      {
        sku: '1904686182',
        suffix: 'CELADON-350',
        name: '青瓷 350 ml',
        nameRu: 'селадон, 350 мл',
        bin: 'A1-04',
        left: 21,
      },
    ],
  },
  {
    prefix: 'LAMP',
    title: '折叠台灯',
    titleRu: 'Лампа настольная складная',
    pictureFile: 'lamp.svg',
    priceCny: '129.00',
    oldPriceCny: '169.00',
    costCny: '52.00',
    hsCode: '940521',
    weightKg: 0.78,
    variants: [{ sku: '1877320115', suffix: 'WARM', name: '暖白', nameRu: 'тёплый белый', bin: 'B2-01', left: 17 }],
  },
  {
    prefix: 'NOTE',
    title: '毛毡笔记本 A5',
    titleRu: 'Блокнот в фетровой обложке А5',
    pictureFile: 'notebook.svg',
    priceCny: '45.50',
    oldPriceCny: '59.00',
    costCny: '16.50',
    hsCode: '482010',
    weightKg: 0.31,
    variants: [
      { sku: '1650029914', suffix: 'CHAR-A5', name: '炭灰', nameRu: 'графит', bin: 'A3-02', left: 52 },
      { sku: '1650029915', suffix: 'OAT-A5', name: '燕麦', nameRu: 'овсяный', bin: 'A3-03', left: 48 },
    ],
  },
  {
    prefix: 'NAPK',
    title: '亚麻餐巾 4 条',
    titleRu: 'Салфетки льняные, 4 шт.',
    pictureFile: 'napkins.svg',
    priceCny: '79.00',
    oldPriceCny: '99.00',
    costCny: '31.00',
    hsCode: '630292',
    weightKg: 0.28,
    variants: [
      { sku: '1733104402', suffix: 'SAGE-4', name: '鼠尾草绿', nameRu: 'шалфей', bin: 'C1-01', left: 26 },
      { sku: '1733104403', suffix: 'RUST-4', name: '铁锈红', nameRu: 'терракота', bin: 'C1-02', left: 12 },
    ],
  },
  {
    prefix: 'BAKE',
    title: '硅胶烘焙垫',
    titleRu: 'Коврик силиконовый для выпечки',
    pictureFile: 'baking-mat.svg',
    priceCny: '35.22',
    oldPriceCny: '42.00',
    costCny: '11.80',
    hsCode: '392410',
    weightKg: 0.24,
    variants: [
      {
        sku: '1588201733',
        suffix: 'BRICK-4030',
        name: '砖红 40×30',
        nameRu: 'кирпичный, 40×30 см',
        bin: 'C2-05',
        left: 63,
      },
    ],
  },
  {
    prefix: 'STAND',
    title: '竹制手机支架',
    titleRu: 'Подставка для телефона из бамбука',
    pictureFile: 'phone-stand.svg',
    priceCny: '39.00',
    oldPriceCny: '49.00',
    costCny: '12.60',
    hsCode: '442191',
    weightKg: 0.21,
    variants: [{ sku: '1512847719', suffix: 'NAT', name: '原色', nameRu: 'натуральный', bin: 'B1-06', left: 37 }],
  },
];

const away: readonly Goods[] = [
  {
    prefix: 'BAGS',
    title: '旅行收纳袋 6 件',
    titleRu: 'Органайзеры для путешествий, 6 шт.',
    pictureFile: 'travel-bags.svg',
    priceCny: '92.00',
    oldPriceCny: '119.00',
    costCny: '38.00',
    hsCode: '420292',
    weightKg: 0.55,
    variants: [
      { sku: '1699417250', suffix: 'NAVY-6', name: '海军蓝', nameRu: 'тёмно-синий', bin: 'D1-01', left: 29 },
      { sku: '1699417251', suffix: 'CLAY-6', name: '陶土', nameRu: 'глина', bin: 'D1-02', left: 8 },
    ],
  },
  {
    prefix: 'SCARF',
    title: '羊毛围巾',
    titleRu: 'Шарф шерстяной',
    pictureFile: 'scarf.svg',
    priceCny: '158.00',
    oldPriceCny: '199.00',
    costCny: '66.00',
    hsCode: '621420',
    weightKg: 0.33,
    variants: [
      {
        sku: '1801553670',
        suffix: 'CAMEL-180',
        name: '驼色 180×30',
        nameRu: 'кэмел, 180×30 см',
        bin: 'D3-01',
        left: 15,
      },
      { sku: '1801553671', suffix: 'GREY-180', name: '石灰 180×30', nameRu: 'серый, 180×30 см', bin: 'D3-02', left: 0 },
    ],
  },
  {
    prefix: 'CABLE',
    title: '编织 USB-C 线',
    titleRu: 'Кабель USB-C в оплётке',
    pictureFile: 'cable.svg',
    priceCny: '24.90',
    oldPriceCny: '32.00',
    costCny: '6.90',
    hsCode: '854442',
    weightKg: 0.09,
    variants: [
      { sku: '1420966038', suffix: 'GRAPH-2M', name: '石墨灰 2 m', nameRu: 'графит, 2 м', bin: 'E1-07', left: 140 },
    ],
  },
  {
    prefix: 'COMB',
    title: '榉木宽齿梳',
    titleRu: 'Расчёска из бука с редкими зубьями',
    pictureFile: 'comb.svg',
    priceCny: '29.80',
    oldPriceCny: '38.00',
    costCny: '8.50',
    hsCode: '961519',
    weightKg: 0.07,
    variants: [{ sku: '1468830921', suffix: 'BEECH-18', name: '18 cm', nameRu: '18 см', bin: 'A2-08', left: 44 }],
  },
  {
    prefix: 'CLIPS',
    title: '磁吸理线扣 10 个',
    titleRu: 'Держатели для кабеля магнитные, 10 шт.',
    pictureFile: 'cable-clips.svg',
    priceCny: '33.60',
    oldPriceCny: '42.00',
    costCny: '9.20',
    hsCode: '392690',
    weightKg: 0.12,
    variants: [
      {
        sku: '1533916604',
        suffix: 'MIX-10',
        name: '黑 / 灰 / 棕',
        nameRu: 'чёрный, серый, коричневый',
        bin: 'E1-02',
        left: 85,
        isUncounted: true,
      },
    ],
  },
  {
    prefix: 'SOCKS',
    title: '儿童圆点袜 5 双',
    titleRu: 'Носки детские в горошек, 5 пар',
    pictureFile: 'socks.svg',
    priceCny: '49.90',
    oldPriceCny: '65.00',
    costCny: '17.50',
    hsCode: '611595',
    weightKg: 0.19,
    variants: [
      {
        sku: '1777045582',
        suffix: 'SAGE-1618',
        name: '鼠尾草绿 16–18',
        nameRu: 'шалфей, 16–18',
        bin: 'D2-04',
        left: 40,
      },
      {
        sku: '1777045583',
        suffix: 'ROSE-1618',
        name: '豆沙粉 16–18',
        nameRu: 'пыльная роза, 16–18',
        bin: 'D2-05',
        left: 31,
      },
    ],
  },
];

export const goods: readonly Goods[] = [...home, ...away];
