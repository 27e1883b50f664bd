import type { WaybillSubscription } from '../waybill.ts';
import type { SellerAddress, TaobaoWorld } from '../world.ts';
import { demoItems } from './goods.ts';

const day = 86_400_000;

/** Where the demo shop sends from. */
const home = { province: '浙江省', city: '金华市', district: '义乌市', town: '福田街道', detail: '福田路88号3幢502' };

/** The demo shop before anybody bought: a small Taobao (C) shop in Yiwu with its app, its addresses, its goods and its waybill accounts. */
export function emptyWorld(nowMs: number): TaobaoWorld {
  return {
    version: 1,
    app: {
      appKey: '34567890',
      secret: '0demo5hop0secret0not0a0real0one0',
      redirectUri: 'http://127.0.0.1:8745/taobao',
      withheldApis: [],
      canRefreshToken: false,
    },
    seller: {
      userId: '2219876543210',
      nick: '暖桌家居',
      type: 'C',
      shopTitle: '暖桌家居 WARM TABLE',
      mobile: '10055550088',
    },
    session: {
      accessToken: '6100demo0session0key0of0the0warm0table0shop0000000000000',
      refreshToken: '',
      expiresAtMs: nowMs + 212 * day,
      isSubAccount: true,
    },
    authorisationCodes: [],
    addresses: demoAddresses(nowMs),
    trades: [],
    refunds: [],
    rates: [],
    items: demoItems(nowMs),
    subscriptions: demoSubscriptions(),
    waybills: [],
    messages: [],
    permittedTopics: null,
    judgedNumbers: {},
    nextSerial: 1,
    requestCounts: {},
  };
}

function demoAddresses(nowMs: number): SellerAddress[] {
  const shared = {
    contactName: '沈暖',
    province: home.province,
    city: home.city,
    country: home.district,
    zipCode: '322000',
    mobilePhone: '10055550088',
    modifiedMs: nowMs - 300 * day,
  };
  return [
    { ...shared, contactId: '880012301', detail: `${home.town}${home.detail}`, isSender: true, isReturn: false },
    {
      ...shared,
      contactId: '880012302',
      detail: `${home.town}福田路88号3幢101（退货）`,
      isSender: false,
      isReturn: true,
    },
  ];
}

function demoSubscriptions(): WaybillSubscription[] {
  const shared = {
    branchStatus: 1,
    cancelQuantity: 3,
    printQuantity: 812,
    segmentCode: 'NORMAL',
    brandCode: 'default',
    customerCodes: [],
    services: [],
  };
  return [
    {
      ...shared,
      cpCode: 'ZTO',
      cpType: 2,
      branchCode: '57965',
      branchName: '义乌福田网点',
      quantity: 468,
      allocatedQuantity: 832,
      addresses: [{ addressId: '7650012', ...home }],
    },
    {
      ...shared,
      cpCode: 'YTO',
      cpType: 2,
      branchCode: '579013',
      branchName: '义乌国际商贸城',
      quantity: 12,
      allocatedQuantity: 288,
      addresses: [{ addressId: '7650013', ...home }],
    },
    {
      ...shared,
      cpCode: 'SF',
      cpType: 1,
      branchCode: '',
      branchName: '',
      quantity: 0,
      allocatedQuantity: 41,
      brandCode: 'SF',
      customerCodes: ['5790001234'],
      addresses: [{ addressId: '7650014', ...home }],
      services: [
        {
          code: 'SVC-INSURE',
          name: '保价',
          isRequired: false,
          attributes: [{ code: 'value', name: '声明价值', type: 'number', description: '' }],
        },
      ],
    },
  ];
}
