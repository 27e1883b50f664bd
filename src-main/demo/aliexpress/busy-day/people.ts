import { pick, wholeBetween, type Random } from '../../random.ts';
import type { AliAddress, AliBuyer } from '../order.ts';

interface Land {
  /** The platform's code, not always ISO. */
  code: string;
  name: string;
  phoneCountry: string;
  people: readonly (readonly [first: string, last: string])[];
  towns: readonly (readonly [province: string, city: string, zip: string, localized: string])[];
  streets: readonly string[];
  /** '' where customs ask for none. */
  taxDigits: string;
}

/** Invented buyers; their phone numbers begin with digits that no network of theirs gives out. */
export const lands: readonly Land[] = [
  {
    code: 'RU',
    name: 'Russian Federation',
    phoneCountry: '7',
    people: [
      ['Anna', 'Kovaleva'],
      ['Dmitriy', 'Morozov'],
      ['Olga', 'Lebedeva'],
      ['Timur', 'Gusev'],
    ],
    towns: [
      ['Moscow', 'Moscow', '117574', 'Москва'],
      ['Sverdlovsk Oblast', 'Ekaterinburg', '620014', 'Екатеринбург'],
    ],
    streets: ['Akademika Pilyugina ul', 'Leninskiy pr', 'Malysheva ul'],
    taxDigits: '',
  },
  {
    code: 'BR',
    name: 'Brazil',
    phoneCountry: '55',
    people: [
      ['João', 'Almeida'],
      ['Beatriz', 'Nogueira'],
      ['Caio', 'Teixeira'],
    ],
    towns: [
      ['Sao Paulo', 'Campinas', '13010-050', ''],
      ['Minas Gerais', 'Belo Horizonte', '30130-010', ''],
    ],
    streets: ['Rua das Acácias', 'Avenida Brasil', 'Travessa do Sol'],
    taxDigits: '###########',
  },
  {
    code: 'ES',
    name: 'Spain',
    phoneCountry: '34',
    people: [
      ['Lucía', 'Ferrer'],
      ['Íñigo', 'Peña'],
      ['Carmen', 'Robles'],
    ],
    towns: [
      ['Valencia', 'Valencia', '46003', ''],
      ['Asturias', 'Gijon', '33201', ''],
    ],
    streets: ['Calle de la Paz', 'Calle Mayor', 'Avenida del Mar'],
    taxDigits: '',
  },
  {
    code: 'US',
    name: 'United States',
    phoneCountry: '1',
    people: [
      ['Maria', 'Castillo'],
      ['Noah', 'Whitfield'],
      ['Grace', 'Okafor'],
      ['Liam', 'Sandoval'],
    ],
    towns: [
      ['Oregon', 'Portland', '97205', ''],
      ['Texas', 'Austin', '78701', ''],
    ],
    streets: ['Alder St', 'Juniper Ave Apt 4', 'Congress Ave'],
    taxDigits: '',
  },
  {
    code: 'KR',
    name: 'Korea',
    phoneCountry: '82',
    people: [
      ['Seoyeon', 'Kim'],
      ['Minjun', 'Lee'],
      ['Haeun', 'Park'],
    ],
    towns: [
      ['Seoul', 'Mapo-gu', '04066', ''],
      ['Gyeonggi-do', 'Seongnam-si', '13494', ''],
    ],
    streets: ['Wausan-ro 21-gil', 'Pangyoyeok-ro', 'Hongik-ro 5-gil'],
    taxDigits: 'P############',
  },
  {
    // Not GB: the platform has its own code.
    code: 'UK',
    name: 'United Kingdom',
    phoneCountry: '44',
    people: [
      ['Harriet', 'Dunmore'],
      ['Oliver', 'Ashby'],
    ],
    towns: [
      ['England', 'Bristol', 'BS1 4DJ', ''],
      ['Scotland', 'Leith', 'EH6 6LX', ''],
    ],
    streets: ['Queen Square', 'Harbour Row'],
    taxDigits: '',
  },
  {
    code: 'SRB',
    name: 'Serbia',
    phoneCountry: '381',
    people: [['Jelena', 'Petrović']],
    towns: [['Vojvodina', 'Novi Sad', '21000', '']],
    streets: ['Dunavska'],
    taxDigits: '',
  },
];

export interface Somebody {
  buyer: AliBuyer;
  address: AliAddress;
}

/** A buyer of this country, or of any. Throws Error on a country that the demo does not know. */
export function somebody(random: Random, country?: string): Somebody {
  const land = country === undefined ? pick(random, lands) : lands.find((candidate) => candidate.code === country);
  if (land === undefined) throw new Error(`the demo has no people in ${country}`);
  const [firstName, lastName] = pick(random, land.people);
  const [province, city, zip, localized] = pick(random, land.towns);
  const detailAddress = `${wholeBetween(random, 1, 180)} ${pick(random, land.streets)}`;
  return {
    buyer: {
      loginId: `${land.code.toLowerCase()}${digits(random, '##########')}${letters(random)}`,
      firstName,
      lastName,
    },
    address: {
      contactPerson: `${firstName} ${lastName}`,
      country: land.code,
      countryName: land.name,
      province,
      city,
      detailAddress,
      address2: random() < 0.3 ? `Apt ${wholeBetween(random, 1, 90)}` : '',
      zip,
      phoneCountry: `+${land.phoneCountry}`,
      mobileNo: digits(random, '000#######'),
      taxNumber: digits(random, land.taxDigits),
      localizedAddress: localized === '' ? '' : `${localized}, ${detailAddress}`,
      passport:
        land.code === 'RU'
          ? { no: digits(random, '00########'), issuedOn: '2019-04-12', birthday: '1990-01-01', authority: 'GU MVD' }
          : null,
    },
  };
}

function digits(random: Random, pattern: string): string {
  return pattern.replaceAll('#', () => String(wholeBetween(random, 0, 9)));
}

function letters(random: Random): string {
  return Array.from({ length: 4 }, () => pick(random, ['a', 'b', 'd', 'k', 'm', 'q', 'z'])).join('');
}
