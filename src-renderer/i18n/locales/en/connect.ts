import type { WithSingular } from '../../locale-shape.ts';
import type { connect as source } from '../zh-CN/connect.ts';
import { connectAliexpress } from './connect-aliexpress.ts';
import { connectAmazon } from './connect-amazon.ts';
import { connectCoupang } from './connect-coupang.ts';
import { connectOzon } from './connect-ozon.ts';
import { connectTaobao } from './connect-taobao.ts';

/** What each platform's form asks for, where it is found, and what mends a fault of its own. */
export const connect: WithSingular<typeof source> = {
  any: {
    field: {
      'client-id': { label: 'Client ID' },
      'api-key': { label: 'API key' },
      'base-url': { label: 'API address', help: 'For tests. Leave it.', malformed: 'It starts with https://' },
    },
  },
  amazon: connectAmazon,
  ozon: connectOzon,
  coupang: connectCoupang,
  aliexpress: connectAliexpress,
  taobao: connectTaobao,
};
