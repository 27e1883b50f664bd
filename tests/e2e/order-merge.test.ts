import { expect, test, type Locator } from '@playwright/test';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { toastOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

const NUMBERS = ['2026112200100501', '2026112200100502', '2026112200100503'];
const TITLES =
  '订单编号,宝贝标题,宝贝总数量,收货人姓名,收货地址,联系手机,订单状态,订单创建时间,买家应付货款,买家会员名';

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder);
  await firstRunToBoard(app);
  await takeIn(NUMBERS);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const drawer = (): Locator => app.page.locator('[data-drawer] [role="dialog"][aria-modal="false"]');

/** Orders of one buyer to one address, in a shop that works by files. */
async function takeIn(numbers: readonly string[]): Promise<void> {
  const { shopId } = await app.call('shops.addFileShop', { platform: 'taobao', name: 'By hand' });
  const row = (number: string) =>
    `${number},手工陶瓷马克杯,1,张三,浙江省 杭州市 西湖区 文三路 12 号,13800001234,"买家已付款,等待卖家发货",2026-11-20 10:00:00,76.00,zhangsan1`;
  const base64 = Buffer.from([TITLES, ...numbers.map(row)].join('\r\n')).toString('base64');
  const { fileId } = await app.call('files.open', { shopId, fileName: 'orders.csv', base64 });
  await app.call('files.import', { fileId });
}

async function openByNumber(number: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Find orders' })).toBeFocused();
  await page.keyboard.insertText(number);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(drawer()).toContainText(number);
}

test('orders of one buyer go into one parcel from the drawer, and undo parts them', async () => {
  const { page } = app;
  await openByNumber(NUMBERS[1]!);
  await drawer().getByRole('button', { name: 'All in one parcel' }).focus();
  await page.keyboard.press('Enter');
  await expect(toastOf(app)).toContainText('3 orders in one parcel');
  await expect(drawer().getByText('Same parcel')).toHaveCount(2);
  await expect(drawer()).toContainText(`The goods of ${NUMBERS[0]} travel in this parcel`);
  await drawer().focus();
  await page.keyboard.press('Control+z');
  await expect(drawer().getByText('Same parcel')).toHaveCount(0);
});

test('one of three leaves the shared parcel again, and its number leads to it', async () => {
  await drawer().getByRole('button', { name: 'All in one parcel' }).click();
  await expect(drawer().getByText('Same parcel')).toHaveCount(2);
  await drawer()
    .getByRole('listitem')
    .filter({ hasText: NUMBERS[2]! })
    .getByRole('button', { name: 'Split', exact: true })
    .click();
  await expect(drawer().getByText('Same parcel')).toHaveCount(1);
  await drawer()
    .getByRole('button', { name: `Open order ${NUMBERS[0]}` })
    .click();
  await expect(drawer().getByRole('heading', { name: NUMBERS[0]! })).toBeVisible();
  await expect(drawer()).toContainText('Same parcel');
});
