import type { PlatformId } from '../../src-main/core/shared/platform.ts';

/** Gives a whole number from 0 to below `count`. */
export type Pick = (count: number) => number;

export const COUNTRY_OF: Readonly<Record<PlatformId, string>> = {
  amazon: 'US',
  ozon: 'RU',
  coupang: 'KR',
  aliexpress: 'BR',
  taobao: 'CN',
};

/** Goods are titled in the words of where they are sold; the variant is the seller's own, in Chinese. */
export function THINGS_OF(platform: PlatformId, article: number): { readonly title: string; readonly variant: string } {
  const at = (words: readonly string[], shift: number) => words[(article >> shift) % words.length] ?? '';
  const title = {
    amazon: () => `${at(EN_KIND, 0)} ${at(EN_THING, 2)} ${at(EN_FOR, 5)}, ${article % 97} pcs`,
    ozon: () => `${at(RU_THING, 0)} ${at(RU_KIND, 3)} для ${at(RU_FOR, 5)}`,
    coupang: () => `${at(KO_KIND, 0)} ${at(KO_THING, 3)} ${article % 31}개입`,
    aliexpress: () => `${at(ZH_KIND, 0)}${at(ZH_THING, 2)} ${at(EN_THING, 2)} ${at(EN_FOR, 5)} ${at(RU_THING, 1)}`,
    taobao: () => `${at(ZH_PLACE, 1)}${at(ZH_KIND, 0)}${at(ZH_THING, 2)}${at(ZH_FOR, 4)}新款包邮`,
  }[platform]();
  return { title, variant: `${at(ZH_COLOUR, 0)} ${at(ZH_SIZE, 3)}` };
}

const EN_KIND = [
  'Wireless',
  'Waterproof',
  'Foldable',
  'Stainless',
  'Ceramic',
  'Portable',
  'Adjustable',
  'Rechargeable',
];
const EN_THING = ['phone case', 'coffee mug', 'desk lamp', 'cotton socks', 'charger cable', 'bath towel', 'umbrella'];
const EN_FOR = ['for iPhone 15', 'for Samsung', 'for kitchen', 'for kids', 'for travel', 'gift set'];
const RU_THING = ['Чехол', 'Кружка', 'Лампа', 'Носки', 'Кабель', 'Полотенце', 'Зонт', 'Брелок'];
const RU_KIND = ['беспроводной', 'водонепроницаемый', 'складной', 'керамический', 'детский', 'портативный'];
const RU_FOR = ['телефона', 'кухни', 'дома', 'путешествий', 'офиса', 'подарка'];
const KO_KIND = ['무선', '방수', '접이식', '세라믹', '휴대용', '면'];
const KO_THING = ['휴대폰 케이스', '머그컵', '스탠드 조명', '양말', '충전 케이블', '목욕 수건'];
const ZH_PLACE = ['杭州', '上海', '深圳', '义乌', '广州', '宁波', '成都', '青岛'];
const ZH_KIND = ['无线', '防水', '折叠', '不锈钢', '陶瓷', '便携', '可调节', '充电式'];
const ZH_THING = ['手机壳', '马克杯', '台灯', '棉袜', '数据线', '浴巾', '雨伞', '钥匙扣', '蓝牙耳机'];
const ZH_FOR = ['家用', '送礼', '学生', '办公', '户外', '情侣'];
const ZH_COLOUR = ['红色', '蓝色', '黑色', '白色', '绿色', '粉色', '灰色', '米色', '透明'];
const ZH_SIZE = ['大号', '中号', '小号', '均码', '加长款'];

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly city: string;
  readonly postcode: string;
  readonly street: string;
}

const NAMES: Readonly<Record<PlatformId, readonly [readonly string[], readonly string[]]>> = {
  amazon: [
    ['Emma', 'Liam', 'Olivia', 'Noah', 'Alexander', 'Alexandra', 'Sophia', 'Mason', 'Alexis', 'Grace'],
    ['Smith', 'Johnson', 'Miller', 'Garcia', 'Anderson', 'Clark', 'Lewis', 'Walker', 'Young', 'King'],
  ],
  ozon: [
    ['Иван', 'Анна', 'Мария', 'Сергей', 'Ольга', 'Дмитрий', 'Елена', 'Александр', 'Наталья', 'Павел'],
    ['Петров', 'Иванова', 'Смирнов', 'Кузнецова', 'Попов', 'Соколова', 'Лебедев', 'Новикова', 'Морозов', 'Волкова'],
  ],
  coupang: [
    ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임'],
    ['민준', '서연', '도윤', '하은', '시우', '지우', '주원', '수아', '예준', '지아'],
  ],
  aliexpress: [
    ['João', 'Ana', 'Carlos', 'Beatriz', 'Pedro', 'Larissa', 'Lucas', 'Camila', 'Rafael', 'Julia'],
    ['Silva', 'Santos', 'Oliveira', 'Souza', 'Lima', 'Pereira', 'Costa', 'Rocha', 'Almeida', 'Nunes'],
  ],
  taobao: [
    ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '欧阳', '周'],
    ['娜娜', '伟', '芳', '秀英', '敏', '静', '强', '磊', '洋', '艳'],
  ],
};
const STREETS: Readonly<Record<PlatformId, readonly [city: string, postcode: string, street: string, prefix: string]>> =
  {
    amazon: ['Austin', '78701', 'Congress Ave', '+1 512'],
    ozon: ['Москва', '101000', 'ул. Ленина, д.', '+7 916'],
    coupang: ['서울', '04524', '세종대로', '010'],
    aliexpress: ['São Paulo', '01310-100', 'Av. Paulista', '+55 11'],
    taobao: ['杭州', '310000', '文三路', '138'],
  };

/** A buyer of the platform's country. */
export function peopleOf(platform: PlatformId, pick: Pick): Person {
  const [given, family] = NAMES[platform];
  const [city, postcode, street, prefix] = STREETS[platform];
  const name = [given[pick(given.length)], family[pick(family.length)]];
  const phone = `${prefix} ${String(pick(10_000)).padStart(4, '0')} ${String(pick(10_000)).padStart(4, '0')}`;
  return { name: name.join(platform === 'coupang' || platform === 'taobao' ? '' : ' '), phone, city, postcode, street };
}
