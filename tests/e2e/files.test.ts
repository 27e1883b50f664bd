import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import iconv from 'iconv-lite';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { cardsOf, toastOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
const exported = path.join(folder, 'exported.bin');
let app: TestApp;

/** Two orders and a row without a number, as Taobao's seller centre writes them. */
const ROWS = [
  '订单编号,宝贝标题,宝贝总数量,收货人姓名,收货地址,联系手机,订单状态,订单创建时间,买家应付货款',
  '"2026112200100101",手工陶瓷马克杯,2,张三,浙江省 杭州市 西湖区 文三路 1 号,13800000000,"买家已付款,等待卖家发货",2026-11-20 10:00:00,76.00',
  '"2026112200100102",亚麻餐巾 4 条,1,李四,上海 上海市 黄浦区 人民路 2 号,13900000000,"买家已付款,等待卖家发货",2026-11-20 11:00:00,20.00',
  ',羊毛围巾,1,王五,北京 北京市 朝阳区 建国路 3 号,13700000000,"买家已付款,等待卖家发货",2026-11-20 12:00:00,59.00',
].join('\r\n');

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  // The system would ask where to; the test answers.
  await app.electron.evaluate(({ BrowserWindow }, savePath) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    session?.on('will-download', (_event, item) => item.setSavePath(savePath));
  }, exported);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const card = () => app.page.getByRole('article', { name: 'By hand' });

test('a shop without API is added by its name', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Shops', exact: true }).click();
  await page.getByRole('button', { name: 'Connect a shop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Taobao/ }).check({ force: true });
  await dialog.getByRole('radio', { name: /By files/ }).check({ force: true });
  await dialog.getByLabel('Shop name').fill('By hand');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(card()).toContainText('No number waits for an export');
});

test('an export in GBK is looked at before it is taken in; a row without a number stays out', async () => {
  const { page } = app;
  const file = path.join(folder, 'ExportOrderList.csv');
  writeFileSync(file, iconv.encode(ROWS, 'gb18030'));
  await card().getByRole('button', { name: 'Import orders' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByLabel('Encoding')).toHaveValue('gb18030');
  await expect(dialog.getByLabel('What "宝贝标题" is')).toHaveValue('title');
  await expect(dialog.getByText('张三')).toBeHidden();
  await dialog.getByText('1 row has a fault and is left out').click();
  await expect(dialog.getByText(/Row 4.*No order number/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Import 2 orders' }).click();
  await expect(toastOf(app)).toContainText('2 new, 0 changed');
  const numbers = (await cardsOf(app, 'new')).map(({ remoteId }) => remoteId);
  expect(numbers).toEqual(expect.arrayContaining(['2026112200100101', '2026112200100102']));
});

test('the same file again changes nothing', async () => {
  const { page } = app;
  await card().getByRole('button', { name: 'Import orders' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(path.join(folder, 'ExportOrderList.csv'));
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
});

test('numbers wait for an export, go out as a file, and come back when the seller centre refused it', async () => {
  const { page } = app;
  const order = (await cardsOf(app, 'new')).find(({ remoteId }) => remoteId === '2026112200100101');
  const id = order!.orderId;
  await app.call('app.setPreferences', { undoWindowMs: 0 });
  await app.call('labels.makeOwn', {
    orderId: id,
    size: '100x150',
    carrier: 'YTO',
    service: '',
    trackingNumber: 'YT8812345678901',
    symbol: 'code128',
    hasItems: false,
    note: '',
  });
  await app.call('printing.print', { ids: [id] });
  await expect(card()).toContainText('1 number waits', { timeout: 20_000 });
  await card().getByRole('button', { name: 'Export tracking numbers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').last().check({ force: true });
  await dialog.getByRole('button', { name: 'Export 1' }).click();
  await expect(dialog.getByText(/The file is made/)).toBeVisible();
  await expect.poll(() => readFileSync(exported).length).toBeGreaterThan(0);
  expect(iconv.decode(readFileSync(exported), 'gb18030')).toContain('YT8812345678901');
  await dialog.getByRole('button', { name: 'Refused there: take back' }).click();
  await expect(toastOf(app)).toContainText('1 number waits again');
  await page.keyboard.press('Escape');
  await expect(card()).toContainText('1 number waits');
});
