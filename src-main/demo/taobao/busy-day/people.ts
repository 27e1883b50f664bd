import { pick, wholeBetween, type Random } from '../../random.ts';
import type { Receiver } from '../trade.ts';

const familyNames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const givenNames = [
  '雨桐',
  '子轩',
  '欣怡',
  '浩然',
  '思琪',
  '梓涵',
  '俊杰',
  '佳慧',
  '志强',
  '丽华',
  '晓燕',
  '建国',
  '婷',
  '磊',
  '静',
  '洋',
];

interface Place {
  state: string;
  /** '' in a place under direct provincial rule. */
  city: string;
  district: string;
  town: string;
  zip: string;
  roads: readonly string[];
}

const places: readonly Place[] = [
  {
    state: '北京',
    city: '北京市',
    district: '朝阳区',
    town: '望京街道',
    zip: '100102',
    roads: ['望京阜通东大街', '望京利泽中路'],
  },
  {
    state: '上海',
    city: '上海市',
    district: '浦东新区',
    town: '花木街道',
    zip: '201204',
    roads: ['锦绣路', '梅花路', '牡丹路'],
  },
  {
    state: '广东省',
    city: '广州市',
    district: '天河区',
    town: '石牌街道',
    zip: '510630',
    roads: ['天河路', '龙口西路'],
  },
  {
    state: '广东省',
    city: '深圳市',
    district: '南山区',
    town: '粤海街道',
    zip: '518057',
    roads: ['科苑路', '高新南四道'],
  },
  {
    state: '浙江省',
    city: '杭州市',
    district: '余杭区',
    town: '五常街道',
    zip: '311121',
    roads: ['文一西路', '荆长路'],
  },
  {
    state: '江苏省',
    city: '苏州市',
    district: '姑苏区',
    town: '平江街道',
    zip: '215000',
    roads: ['临顿路', '白塔东路'],
  },
  {
    state: '四川省',
    city: '成都市',
    district: '武侯区',
    town: '桂溪街道',
    zip: '610041',
    roads: ['天府二街', '益州大道'],
  },
  {
    state: '湖北省',
    city: '武汉市',
    district: '洪山区',
    town: '关山街道',
    zip: '430074',
    roads: ['珞喻路', '关山大道'],
  },
  {
    state: '陕西省',
    city: '西安市',
    district: '雁塔区',
    town: '小寨路街道',
    zip: '710061',
    roads: ['长安中路', '翠华路'],
  },
  { state: '湖北省', city: '', district: '仙桃市', town: '沙嘴街道', zip: '433000', roads: ['沔阳大道', '仙桃大道'] },
  {
    state: '新疆维吾尔自治区',
    city: '乌鲁木齐市',
    district: '天山区',
    town: '解放北路街道',
    zip: '830002',
    roads: ['解放北路', '人民路'],
  },
];

const compounds = ['阳光花园', '翠苑新村', '金色家园', '学府雅居', '滨江一号'];

export interface DemoBuyer {
  nick: string;
  openUid: string;
  receiver: Receiver;
}

/** Somebody who lives somewhere in China; the telephone begins with 100, which no mobile does. */
export function somebody(random: Random): DemoBuyer {
  const place = pick(random, places);
  const name = pick(random, familyNames) + pick(random, givenNames);
  const house = `${pick(random, place.roads)}${wholeBetween(random, 1, 400)}号${pick(random, compounds)}`;
  const door = `${wholeBetween(random, 1, 28)}幢${wholeBetween(random, 1, 4)}单元${wholeBetween(random, 1, 30)}0${wholeBetween(random, 1, 4)}室`;
  return {
    nick: `${pick(random, ['小', '爱', '晴', 'tb', '暖'])}${pick(random, givenNames)}${wholeBetween(random, 10, 9_999)}`,
    openUid: `AAH${Array.from({ length: 25 }, () => pick(random, openUidLetters)).join('')}`,
    receiver: {
      name,
      mobile: `100${String(wholeBetween(random, 0, 99_999_999)).padStart(8, '0')}`,
      phone: '',
      country: '',
      state: place.state,
      city: place.city,
      district: place.district,
      town: place.town,
      address: house + door,
      zip: place.zip,
    },
  };
}

const openUidLetters = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-');
