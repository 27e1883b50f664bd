import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startChild } from '../../../support/child-process.ts';
import { signed } from './support/start-ali.ts';

describe('the simulator in a process of its own', () => {
  it('prints where it is and its keys, and runs on its own clock', async () => {
    const file = fileURLToPath(new URL('../../../../src-main/demo/aliexpress/serve.ts', import.meta.url));
    const child = startChild(file, ['--control', '--orders', '12', '--seed', '3']);
    onTestFinished(() => child.kill());
    const told = (await child.first) as Record<'url' | 'appKey' | 'appSecret' | 'accessToken' | 'refreshToken', string>;
    const texts: Record<string, string> = {
      app_key: told.appKey,
      timestamp: String(Date.now()),
      sign_method: 'sha256',
      method: 'aliexpress.trade.seller.orderlist.get',
      v: '2.0',
      format: 'json',
      session: told.accessToken,
      param_aeop_order_query: '{"current_page":1,"page_size":20}',
    };
    const body = new URLSearchParams({ ...texts, sign: signed('', texts, told.appSecret) });
    const reply = await (await fetch(`${told.url}/sync`, { method: 'POST', body })).text();
    expect(reply).toContain('"aliexpress_trade_seller_orderlist_get_response"');
    const world = await (await fetch(`${told.url}/__sim/world`)).json();
    expect(world).toMatchObject({ version: 1, orders: { length: 12 } });
  });
});
