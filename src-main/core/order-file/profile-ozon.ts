import type { FileProfile, TitleTable } from './profile.ts';
import { statusTable } from './status-table.ts';

/**
 * The report on orders of the Ozon cabinet (semicolons). The report is the one of the official method
 * /v1/report/postings/create; its documents do not list the titles. Russian titles as several public programs read
 * them (2022–2026, both spellings of the product's name and id); the English ones are the cabinet's translation, from one
 * program. Buyer and address columns come only when the seller asked for customer data.
 */
const TITLES: TitleTable = {
  unit: ['Номер отправления', 'Posting number', 'Shipment number', 'posting_number'],
  'order-number': ['Номер заказа', 'Order number', 'order_number'],
  sku: ['Артикул', 'Артикул товара', 'Артикул продавца', 'Offer ID', 'Article', 'Item code', 'offer_id'],
  'remote-sku': ['SKU', 'OZON id', 'Ozon ID', 'Ozon SKU ID', 'sku'],
  title: ['Название товара', 'Наименование товара', 'Product name', 'Product', 'Товар'],
  variant: ['Цвет товара', 'Product color', 'Размер товара'],
  quantity: ['Количество', 'Кол-во', 'Quantity'],
  'unit-price': ['Ваша цена', 'Your price', 'Цена', 'Price'],
  total: ['Сумма отправления', 'Стоимость отправления', 'Posting amount', 'Shipment amount'],
  currency: [
    'Код валюты товара',
    'Код валюты отправления',
    'Product currency code',
    'Posting currency code',
    'Currency',
  ],
  recipient: ['Имя получателя', 'Получатель', 'ФИО получателя', 'Recipient name', 'Addressee'],
  buyer: ['Имя покупателя', 'Покупатель', 'ФИО покупателя', 'Customer name'],
  phone: ['Телефон получателя', 'Номер телефона получателя', 'Recipient phone'],
  'other-phone': ['Телефон покупателя', 'Номер телефона покупателя', 'Customer phone'],
  country: ['Страна доставки', 'Страна', 'Country'],
  region: ['Регион доставки', 'Регион', 'Delivery region', 'Region'],
  city: ['Город доставки', 'Город', 'Delivery city', 'City'],
  'full-address': ['Адрес доставки', 'Адрес покупателя', 'Адрес', 'Delivery address', 'Address'],
  postcode: ['Индекс', 'Почтовый индекс', 'Индекс доставки', 'Zip code', 'Postal code'],
  note: ['Комментарий', 'Комментарий покупателя', 'Comment'],
  status: ['Статус', 'Статус отправления', 'Status'],
  'cancel-reason': ['Причина отмены', 'Cancellation reason'],
  'placed-at': ['Принят в обработку', 'Дата заказа', 'Accepted for processing', 'In process at', 'Processed at'],
  'ship-by': ['Дата отгрузки', 'Shipment date', 'Ship date'],
  'deliver-by': ['Дата доставки', 'Delivery date'],
  'shipped-at': ['Фактическая дата передачи в доставку', 'Actual transfer date', 'Actual handover date'],
  service: ['Способ доставки', 'Метод доставки', 'Delivery method'],
  carrier: ['Служба доставки', 'Перевозчик', 'Delivery service', 'Carrier'],
  'tracking-number': ['Трек-номер', 'Трек номер', 'Идентификатор отслеживания', 'Tracking number'],
};

/**
 * The cabinet writes Moscow time (the API writes UTC); not documented for the report. Status words: the cabinet's
 * Russian and English names of the API's statuses, and those statuses themselves ("Статусы отправлений", Seller API).
 */
export const OZON_FILES: FileProfile = {
  platform: 'ozon',
  titles: TITLES,
  unitField: 'unit',
  unitPattern: /^\d{4,}-\d{4}-\d{1,4}$/,
  zone: 'Europe/Moscow',
  currency: 'RUB',
  country: null,
  statuses: statusTable([
    [
      [
        'Принято к обработке',
        'Приёмка',
        'Идёт приёмка',
        'acceptance_in_progress',
        'Ожидает подтверждения',
        'awaiting_approve',
        'awaiting_verification',
        'Awaiting confirmation',
      ],
      { stage: 'not-ready' },
    ],
    [
      ['Ожидает сборки', 'Ожидает упаковки', 'awaiting_packaging', 'Awaiting packaging', 'Awaiting assembly'],
      { stage: 'to-confirm' },
    ],
    [['Ожидает регистрации', 'awaiting_registration', 'Awaiting registration'], { stage: 'registering' }],
    [['Ожидает отгрузки', 'awaiting_deliver', 'Awaiting shipment', 'Awaiting delivery'], { stage: 'to-hand-over' }],
    [
      [
        'У водителя',
        'У курьера',
        'driver_pickup',
        'Доставляется',
        'delivering',
        'Delivering',
        'In delivery',
        'sent_by_seller',
        'Отправлено продавцом',
        'Передано продавцом',
      ],
      { stage: 'in-transit' },
    ],
    [
      [
        'Спорный',
        'Ожидает решения спора',
        'arbitration',
        'client_arbitration',
        'Клиентский арбитраж',
        'Disputed',
        'Arbitration',
      ],
      { stage: 'disputed' },
    ],
    [['Доставлен', 'Доставлено', 'delivered', 'Delivered'], { stage: 'delivered' }],
    [['Отменён', 'Отменено', 'Отменен', 'cancelled', 'Canceled', 'Cancelled'], { stage: 'cancelled' }],
    [
      ['Не принят на сортировочном центре', 'Не принят в сортировочном центре', 'Не принят', 'not_accepted'],
      { stage: 'rejected' },
    ],
    [['cancelled_from_split_pending'], { stage: 'replaced' }],
  ]),
  stageWithoutStatus: 'unknown',
  lineIdFields: ['remote-sku'],
  remoteSkuFields: ['remote-sku'],
  isOnlyLineTheOrder: false,
};
