import { pick, wholeBetween, type Random } from '../../random.ts';
import type { Region } from '../marketplaces.ts';
import type { AmazonAddress, AmazonBuyer } from '../order.ts';

/** Where invented buyers live. Their telephone numbers are from ranges that are kept for fiction, or lack digits. */
interface Place {
  marketplaceId: string;
  countryCode: string;
  locale: string;
  names: readonly (readonly [name: string, latin: string])[];
  towns: readonly Town[];
  phone: (random: Random) => string;
}

interface Town {
  city: string;
  latinCity: string;
  state: string;
  postalCode: string;
  streets: readonly (readonly [street: string, latin: string])[];
}

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => wholeBetween(random, 0, 9)).join('');
const relayLetters = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('');
const same = (texts: readonly string[]): (readonly [string, string])[] => texts.map((text) => [text, text]);
const town = (city: string, state: string, postalCode: string, streets: readonly string[]): Town => ({
  city,
  latinCity: city,
  state,
  postalCode,
  streets: same(streets),
});

const america: Place = {
  marketplaceId: 'ATVPDKIKX0DER',
  countryCode: 'US',
  locale: 'en-US',
  names: same([
    'Olivia Carter',
    'Liam Brooks',
    'Emma Ramirez',
    'Noah Sullivan',
    'Ava Thompson',
    'Mason Reed',
    'Zoe Nakamura',
    'Ethan O’Neil',
    'Harper Diaz',
    'Grace Kim',
  ]),
  towns: [
    town('Seattle', 'WA', '98101', ['1 Test St', '410 Pike Ave Apt 12', '77 Cedar Ln']),
    town('Austin', 'TX', '78701', ['2200 Guadalupe St', '15 Barton Springs Rd']),
    town('Brooklyn', 'NY', '11201', ['88 Court St Apt 4B', '301 Atlantic Ave']),
    town('Columbus', 'OH', '43215', ['640 High St', '9 Long St']),
  ],
  phone: (random) => `+1 ${pick(random, ['206', '512', '718'])}-555-01${digits(random, 2)} ext. ${digits(random, 5)}`,
};

const germany: Place = {
  marketplaceId: 'A1PA6795UKMFR9',
  countryCode: 'DE',
  locale: 'de-DE',
  names: same([
    'Jürgen Weiß',
    'Anna-Lena Groß',
    'Björn Möller',
    'Katrin Schäfer',
    'Leon Krüger',
    'Mia Hoffmann',
    'Sören Böhm',
    'Hannah Vogel',
    'Paul Jäger',
    'Lea König',
  ]),
  towns: [
    town('Berlin', '', '10115', ['Torstraße 140', 'Chausseestraße 8']),
    town('München', 'Bayern', '80331', ['Sendlinger Straße 22', 'Müllerstraße 5']),
    town('Köln', '', '50667', ['Hohe Straße 61', 'Am Hof 3']),
    town('Leipzig', 'Sachsen', '04109', ['Grimmaische Straße 12']),
  ],
  phone: (random) => `+49 30 23125 ${digits(random, 3)}`,
};

const japan: Place = {
  marketplaceId: 'A1VC38T7YXB528',
  countryCode: 'JP',
  locale: 'ja-JP',
  names: [
    ['佐藤 陽菜', 'Sato Haruna'],
    ['鈴木 大輝', 'Suzuki Daiki'],
    ['高橋 美咲', 'Takahashi Misaki'],
    ['田中 蓮', 'Tanaka Ren'],
    ['伊藤 さくら', 'Ito Sakura'],
    ['渡辺 翔太', 'Watanabe Shota'],
    ['中村 葵', 'Nakamura Aoi'],
    ['小林 悠真', 'Kobayashi Yuma'],
  ],
  towns: [
    {
      city: '渋谷区',
      latinCity: 'Shibuya-ku',
      state: '東京都',
      postalCode: '150-0002',
      streets: [
        ['渋谷2-21-1 ヒカリ荘 301', 'Shibuya 2-21-1, Hikari-so 301'],
        ['神南1-5-6', 'Jinnan 1-5-6'],
      ],
    },
    {
      city: '大阪市北区',
      latinCity: 'Osaka-shi Kita-ku',
      state: '大阪府',
      postalCode: '530-0001',
      streets: [['梅田3-1-3 コーポ梅 12号', 'Umeda 3-1-3, Corpo Ume 12']],
    },
    {
      city: '札幌市中央区',
      latinCity: 'Sapporo-shi Chuo-ku',
      state: '北海道',
      postalCode: '060-0001',
      streets: [['北一条西4-2', 'Kita 1-jo Nishi 4-2']],
    },
  ],
  phone: (random) => `0${pick(random, ['3', '6'])}-0000-${digits(random, 4)}`,
};

const places: Record<Region, Place> = { NA: america, EU: germany, FE: japan };

export interface Somebody {
  marketplaceId: string;
  buyer: AmazonBuyer;
  address: AmazonAddress;
}

/** Somebody who buys in a region; the e-mail is the platform's relay. */
export function somebodyIn(region: Region, random: Random): Somebody {
  const place = places[region];
  const [name, latinName] = pick(random, place.names);
  const home = pick(random, place.towns);
  const [street, latinStreet] = pick(random, home.streets);
  const letters = Array.from({ length: 15 }, () => pick(random, relayLetters)).join('');
  return {
    marketplaceId: place.marketplaceId,
    buyer: {
      name,
      email: `${letters}@marketplace.amazon.${region === 'FE' ? 'co.jp' : region === 'EU' ? 'de' : 'com'}`,
      companyName: '',
      purchaseOrderNumber: '',
      locale: place.locale,
    },
    address: {
      name,
      companyName: '',
      lines: [street],
      city: home.city,
      districtOrCounty: '',
      stateOrRegion: home.state,
      postalCode: home.postalCode,
      countryCode: place.countryCode,
      phone: place.phone(random),
      addressType: 'RESIDENTIAL',
      latin: { name: latinName, lines: [latinStreet], city: home.latinCity },
    },
  };
}
