import type { PostingCustomer } from '../ozon/posting.ts';
import { pick, wholeBetween, type Random } from '../random.ts';

/** Invented buyers. Their numbers start with an area code that exists nowhere, so no demo ever rings a real phone. */
const women = {
  first: [
    'Анна',
    'Мария',
    'Екатерина',
    'Ольга',
    'Дарья',
    'Наталья',
    'Светлана',
    'Юлия',
    'Алия',
    'Ирина',
    'Полина',
    'Вероника',
  ],
  last: [
    'Ковалёва',
    'Соколова',
    'Орлова',
    'Лебедева',
    'Жукова',
    'Ахметова',
    'Тарасевич',
    'Белова',
    'Щербакова',
    'Зайцева',
    'Нурланова',
    'Фёдорова',
  ],
};
const men = {
  first: ['Дмитрий', 'Алексей', 'Иван', 'Сергей', 'Ерлан', 'Павел', 'Николай', 'Тимур', 'Роман', 'Андрей'],
  last: ['Морозов', 'Кузнецов', 'Громов', 'Васильев', 'Сейтказиев', 'Шевчук', 'Попов', 'Гусев', 'Ермолаев', 'Цветков'],
};

export interface Town {
  country: string;
  region: string;
  city: string;
  zipPrefix: string;
  cluster: string;
  streets: readonly string[];
  latitude: number;
  longitude: number;
}

const towns: readonly Town[] = [
  {
    country: 'Россия',
    region: 'Москва',
    city: 'Москва',
    zipPrefix: '117',
    cluster: 'Москва, МО и Дальние регионы',
    streets: ['ул. Академика Пилюгина', 'Ленинский просп.', 'ул. Вавилова'],
    latitude: 55.68,
    longitude: 37.56,
  },
  {
    country: 'Россия',
    region: 'Санкт-Петербург',
    city: 'Санкт-Петербург',
    zipPrefix: '197',
    cluster: 'Санкт-Петербург и СЗО',
    streets: ['наб. реки Карповки', 'Каменноостровский просп.', 'ул. Савушкина'],
    latitude: 59.97,
    longitude: 30.31,
  },
  {
    country: 'Россия',
    region: 'Свердловская область',
    city: 'Екатеринбург',
    zipPrefix: '620',
    cluster: 'Урал',
    streets: ['ул. Малышева', 'ул. 8 Марта', 'ул. Белинского'],
    latitude: 56.84,
    longitude: 60.61,
  },
  {
    country: 'Россия',
    region: 'Новосибирская область',
    city: 'Новосибирск',
    zipPrefix: '630',
    cluster: 'Сибирь',
    streets: ['Красный просп.', 'ул. Кропоткина', 'ул. Зорге'],
    latitude: 55.03,
    longitude: 82.92,
  },
  {
    country: 'Россия',
    region: 'Республика Татарстан',
    city: 'Казань',
    zipPrefix: '420',
    cluster: 'Казань',
    streets: ['ул. Баумана', 'просп. Ямашева', 'ул. Чистопольская'],
    latitude: 55.8,
    longitude: 49.11,
  },
  {
    country: 'Россия',
    region: 'Приморский край',
    city: 'Владивосток',
    zipPrefix: '690',
    cluster: 'Дальний Восток',
    streets: ['ул. Светланская', 'Океанский просп.', 'ул. Русская'],
    latitude: 43.12,
    longitude: 131.89,
  },
  {
    country: 'Казахстан',
    region: 'Алматы',
    city: 'Алматы',
    zipPrefix: '050',
    cluster: 'Казахстан',
    streets: ['просп. Абая', 'ул. Толе би', 'ул. Жандосова'],
    latitude: 43.24,
    longitude: 76.89,
  },
  {
    country: 'Казахстан',
    region: 'Астана',
    city: 'Астана',
    zipPrefix: '010',
    cluster: 'Казахстан',
    streets: ['просп. Мәңгілік Ел', 'ул. Сығанақ', 'просп. Тұран'],
    latitude: 51.13,
    longitude: 71.43,
  },
  {
    country: 'Беларусь',
    region: 'Минск',
    city: 'Минск',
    zipPrefix: '220',
    cluster: 'Беларусь',
    streets: ['просп. Независимости', 'ул. Притыцкого', 'ул. Якуба Коласа'],
    latitude: 53.9,
    longitude: 27.56,
  },
  {
    country: 'Беларусь',
    region: 'Гомельская область',
    city: 'Гомель',
    zipPrefix: '246',
    cluster: 'Беларусь',
    streets: ['ул. Советская', 'просп. Речицкий', 'ул. Барыкина'],
    latitude: 52.44,
    longitude: 31.0,
  },
];

const comments = [
  '',
  '',
  '',
  '',
  '',
  'Домофон не работает, позвоните.',
  'Оставить у консьержа.',
  'Доставка после 18:00, пожалуйста.',
];

export function somebodySomewhere(random: Random): { customer: PostingCustomer; town: Town } {
  const names = random() < 0.6 ? women : men;
  const town = pick(random, towns);
  const tail = `${pick(random, town.streets)}, д. ${wholeBetween(random, 1, 120)}, кв. ${wholeBetween(random, 1, 240)}`;
  const customer: PostingCustomer = {
    customerId: String(wholeBetween(random, 20_000_000, 99_999_999)),
    name: `${pick(random, names.first)} ${pick(random, names.last)}`,
    phone: `+7000${String(wholeBetween(random, 0, 9_999_999)).padStart(7, '0')}`,
    extension: String(wholeBetween(random, 1000, 99_999)),
    address: {
      country: town.country,
      region: town.region,
      district: '',
      city: town.city,
      zipCode: `${town.zipPrefix}${String(wholeBetween(random, 0, 999)).padStart(3, '0')}`,
      addressTail: tail,
      comment: pick(random, comments),
      latitude: town.latitude,
      longitude: town.longitude,
    },
  };
  return { customer, town };
}
