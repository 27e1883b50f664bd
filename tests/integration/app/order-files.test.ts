import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../src-main/core/shared/platform.ts';
import { board, exportFile, fileShop, open, sampleWith, takeIn, toBase64 } from '../../support/order-file-desk.ts';
import { SAMPLES } from '../../support/order-file-samples.ts';
import { startTestApp } from '../../support/test-app.ts';
import { startDesk } from '../../support/test-desk.ts';

describe('an order export', () => {
  it('of each platform comes in, in every format that it is given in, and is one order however often', async () => {
    const app = await startTestApp();
    const forms = {
      amazon: [
        ['tsv', 'utf-8'],
        ['xlsx', 'xlsx'],
        ['tsv', 'utf-16le'],
      ],
      coupang: [
        ['xlsx', 'xlsx'],
        ['csv', 'euc-kr'],
      ],
      aliexpress: [
        ['xlsx', 'xlsx'],
        ['csv', 'gb18030'],
      ],
      ozon: [
        ['csv', 'utf-8'],
        ['csv', 'windows-1251'],
        ['xlsx', 'xlsx'],
      ],
      taobao: [
        ['csv', 'gb18030'],
        ['xlsx', 'xlsx'],
        ['csv', 'utf-16be'],
      ],
    } as const;
    for (const platform of PLATFORMS) {
      const shopId = await fileShop(app, platform);
      for (const [at, [format, encoding]] of forms[platform].entries()) {
        const file = await open(app, shopId, await exportFile(SAMPLES[platform], format, encoding));
        expect(file).toMatchObject({
          encoding,
          missing: [],
          plan: { added: at === 0 ? 1 : 0, changed: 0, faults: [] },
        });
        expect(await app.call('files.import', { fileId: file.fileId })).toMatchObject({ changed: 0, faultCount: 0 });
      }
    }
    expect(await board(app)).toEqual({
      new: expect.arrayContaining([
        '114-0000001-0000001',
        '0208245774-0029-1',
        '8160045860056286',
        '3719055060544802021',
      ]),
      'to-ship': ['642538970006401429'],
    });
  });

  it('says what it would do, with buyers’ data masked, before anything is kept', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'coupang');
    const file = await open(app, shopId, await exportFile(SAMPLES.coupang));
    expect(file.rowCount).toBe(1);
    const column = (title: string) => file.columns.find((candidate) => candidate.title === title);
    expect(column('수취인이름')).toMatchObject({ field: 'recipient', samples: ['홍•••'] });
    expect(column('번호')).toMatchObject({ field: null, samples: ['1•••'] });
    expect(column('묶음배송번호')).toMatchObject({ field: 'unit', samples: ['642538970006401429'] });
    expect(file.fields[0]).toEqual({ field: 'order-number', isRequired: false });
    expect(await board(app)).toEqual({});
    expect(JSON.stringify(app.log)).not.toContain('홍길동');
  });

  it('shows the customs number of its buyer only while the address is held open', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'coupang');
    const { fileId } = await open(app, shopId, await exportFile(SAMPLES.coupang));
    await app.call('files.import', { fileId });
    const { lanes } = await app.call('board.summary', {});
    const lane = lanes.find(({ count }) => count > 0)?.lane ?? 'new';
    const [card] = (await app.call('board.cards', { lane, offset: 0, limit: 1 })).cards;
    const id = card?.orderId ?? '';
    expect((await app.call('orders.get', { id })).address?.customsId).toBe('P ••• 000');
    expect((await app.call('orders.reveal', { id })).address?.customsId).toBe('P000000000000');
  });

  it('is taken with the meanings that the seller gives its columns, and remembers them', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'taobao');
    const rows = [
      ['我的单号', '件数', '宝贝标题'],
      ['3719055060544802021', '2', '手机壳'],
    ];
    const file = await open(app, shopId, await exportFile(rows));
    expect(file.missing).toEqual(['order-number', 'quantity']);
    expect(await app.ask('files.import', { fileId: file.fileId })).toMatchObject({ ok: false, code: 'refused' });
    const { fileId, encoding, sheet } = file;
    const columns = [
      { index: 0, field: 'order-number' },
      { index: 1, field: 'quantity' },
    ];
    const told = await app.call('files.reread', { fileId, encoding, sheet, columns });
    expect(told).toMatchObject({ missing: [], plan: { added: 1 } });
    await app.call('files.import', { fileId });
    const again = await open(app, shopId, await exportFile(rows));
    expect(again).toMatchObject({ missing: [], plan: { added: 0, changed: 0, same: 1 } });
    expect(
      await app.ask('files.reread', {
        fileId: again.fileId,
        encoding,
        sheet,
        columns: [{ index: 0, field: 'nonsense' }],
      }),
    ).toMatchObject({ ok: false, code: 'bad-input' });
  });

  it('with bad rows loses nothing of the others, and names the lines', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'coupang');
    const [titles = [], first = []] = SAMPLES.coupang;
    const row = (box: string, quantity = '1') =>
      first.map((cell, at) => (at === 1 ? box : at === 18 ? quantity : cell));
    const rows = [
      titles,
      row('642538970006401430'),
      row('6.42538970006401E+17'),
      row('642538970006401431', 'viele'),
      row('642538970006401432'),
    ];
    const file = await open(app, shopId, await exportFile(rows));
    expect(file.plan).toMatchObject({ added: 2, faultCount: 2 });
    expect(file.plan.faults).toEqual([
      { line: 3, column: '묶음배송번호', code: 'digits-lost', params: { field: 'unit' } },
      { line: 4, column: '구매수(수량)', code: 'quantity-unreadable', params: { field: 'quantity' } },
    ]);
    expect(await app.call('files.import', { fileId: file.fileId })).toMatchObject({ added: 2, faultCount: 2 });
  });

  it('that cannot be read is refused with the reason and the line', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'amazon');
    const ask = (bytes: Uint8Array) => app.ask('files.open', { shopId, fileName: 'x', base64: toBase64(bytes) });
    expect(await ask(Buffer.from('a,b\n1,"2\n'))).toMatchObject({
      code: 'file-unreadable',
      params: { code: 'quote-not-closed', line: 2 },
    });
    expect(await ask(Buffer.from('d0cf11e0a1b11ae100', 'hex'))).toMatchObject({ params: { code: 'old-excel' } });
    expect(await ask(Buffer.alloc(52_460_000, 'a'))).toMatchObject({ code: 'file-too-large' });
    expect(await app.ask('files.open', { shopId: 'gone', fileName: 'x', base64: '' })).toMatchObject({
      code: 'not-found',
    });
    expect(await app.ask('files.import', { fileId: 'gone' })).toMatchObject({ code: 'not-found' });
  });

  it('is forgotten after a while, and when newer ones are looked at', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'amazon');
    const base64 = await exportFile(SAMPLES.amazon);
    const first = await open(app, shopId, base64);
    for (let count = 0; count < 3; count += 1) await open(app, shopId, base64);
    expect(await app.ask('files.import', { fileId: first.fileId })).toMatchObject({ code: 'not-found' });
    const last = await open(app, shopId, base64);
    app.clock.jump(31 * 60_000);
    expect(await app.ask('files.import', { fileId: last.fileId })).toMatchObject({ code: 'not-found' });
  });

  it('that is newer moves its orders on; an older one takes nothing back', async () => {
    const app = await startTestApp();
    const shopId = await fileShop(app, 'taobao');
    await takeIn(app, shopId, SAMPLES.taobao);
    const shipped = sampleWith('taobao', {
      订单状态: '卖家已发货，等待买家确认',
      物流单号: '73600316247086',
      物流公司: '中通快递',
    });
    expect(await takeIn(app, shopId, shipped)).toEqual({ added: 0, changed: 1, same: 0, faultCount: 0 });
    expect(await board(app)).toEqual({ 'in-transit': ['3719055060544802021'] });
    expect(await takeIn(app, shopId, SAMPLES.taobao)).toMatchObject({ changed: 0, same: 1 });
    const moved = sampleWith('taobao', { 收货地址: '浙江省 杭州市 西湖区 文三路 1号' });
    expect(await takeIn(app, shopId, moved)).toMatchObject({ changed: 0, same: 1 });
  });
});

it('the same order by API and by file is one order, whichever comes first', async () => {
  const desk = await startDesk();
  const { app, shopId } = desk;
  const { orderId, remoteId } = await desk.newOrder('3pl_tracking');
  const before = await app.call('orders.get', { id: orderId });
  const rows = sampleWith('ozon', { 'Номер отправления': remoteId, Статус: 'Ожидает сборки' });
  expect(await takeIn(app, shopId, rows)).toMatchObject({ added: 0 });
  const after = await app.call('orders.get', { id: orderId });
  // Ozon's API names no total: the file fills it in, and nothing else.
  const total = { minor: 10_566, currency: 'CNY' };
  const margin = { ...before.margin, paidMinor: total.minor };
  expect({ ...after, timeline: [] }).toEqual({ ...before, total, margin, timeline: [] });

  const second = desk.ozon.add('3pl_tracking');
  expect(await takeIn(app, shopId, sampleWith('ozon', { 'Номер отправления': second }))).toMatchObject({ added: 1 });
  await app.call('shops.syncNow', {});
  const found = async () => (await app.call('board.search', { query: second, limit: 5 })).cards;
  await expect.poll(async () => (await found())[0]?.title, { timeout: 10_000 }).not.toBe('Чехол');
  expect(await found()).toHaveLength(1);
});

it('20,000 rows are read, planned and taken in', { timeout: 180_000 }, async () => {
  const app = await startTestApp();
  const shopId = await fileShop(app, 'amazon');
  const [titles = [], first = []] = SAMPLES.amazon;
  const number = (at: number) => `114-${String(at).padStart(7, '0')}-0000001`;
  const rows = Array.from({ length: 20_000 }, (_value, at) =>
    first.map((cell, index) => (index === 0 ? number(at) : cell)),
  );
  const base64 = await exportFile([titles, ...rows], 'tsv');
  const file = await open(app, shopId, base64);
  expect(file.plan).toMatchObject({ added: 20_000, faultCount: 0 });
  expect(await app.call('files.import', { fileId: file.fileId })).toMatchObject({ added: 20_000 });
  expect((await open(app, shopId, base64)).plan).toMatchObject({ added: 0, changed: 0, same: 20_000 });
});
