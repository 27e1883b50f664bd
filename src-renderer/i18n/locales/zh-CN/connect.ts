import { connectAliexpress } from './connect-aliexpress.ts';
import { connectAmazon } from './connect-amazon.ts';
import { connectCoupang } from './connect-coupang.ts';
import { connectOzon } from './connect-ozon.ts';
import { connectTaobao } from './connect-taobao.ts';

/** What each platform's form asks for, where it is found, and what mends a fault of its own. */
export const connect = {
  any: {
    field: {
      'client-id': { label: 'Client ID' },
      'api-key': { label: 'API 密钥' },
      'base-url': { label: '接口地址', help: '测试用。平时不改。', malformed: '要以 https:// 开头' },
    },
  },
  amazon: connectAmazon,
  ozon: connectOzon,
  coupang: connectCoupang,
  aliexpress: connectAliexpress,
  taobao: connectTaobao,
} as const;
