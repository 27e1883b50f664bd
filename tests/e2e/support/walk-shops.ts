import { test, type Page } from '@playwright/test';
import { boardReady, firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './app.ts';
import { cardsOf } from './board.ts';
import { fullDesk } from './walk-desk.ts';
import type { Look } from './walk.ts';

const PLATFORMS = 'amazon,ozon,coupang,aliexpress,taobao';

/** Goes through what five shops bring: their health, their forms, their cases, bought labels and files. */
export async function walkShopScreens(look: Look): Promise<void> {
  const folder = newFolder();
  const see: Look = (app, screen) => test.step(screen, () => look(app, screen));
  const app = await launch(folder, 'en', PLATFORMS);
  try {
    await firstRunToBoard(app);
    await synced(app);
    await see(app, 'board-five');
    await fullDesk(app, see);
    await orderScreens(app, see);
    await shopScreens(app, see);
    await fileScreens(app, see);
    await goTo(app.page, 'After-sales');
    await app.page.keyboard.press('j');
    await see(app, 'cases');
    await goTo(app.page, 'Board');
    await boardReady(app.page);
  } finally {
    await app.close();
    removeFolder(folder);
  }
}

async function synced(app: TestApp): Promise<void> {
  for (;;) {
    const { shops } = await app.call('shops.list', {});
    if (shops.every((shop) => shop.lastGoodSyncMs !== null && shop.backfill === null && !shop.isSyncing)) return;
    await app.page.waitForTimeout(300);
  }
}

const goTo = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

/** Orders of platforms that hide the address, and that sell the label. */
async function orderScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  for (const platform of ['coupang', 'taobao', 'amazon'] as const) {
    const card = (await cardsOf(app, 'new')).find((one) => one.platform === platform && one.check === null);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Commands' }).fill(card!.remoteId);
    await page.getByRole('option', { name: /Open order/ }).click();
    await page.locator('[data-drawer]').getByText(card!.remoteId).first().waitFor();
    await see(app, `drawer-${platform}`);
    if (platform === 'amazon') await buyScreen(app, see);
    await page.keyboard.press('Escape');
    await page.locator('[data-drawer]').waitFor({ state: 'detached' });
  }
}

async function buyScreen({ page, ...app }: TestApp, see: Look): Promise<void> {
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Buy a label' });
  await dialog.getByLabel('Weight (g)').fill('320');
  await dialog.getByLabel(/Length/).fill('20 15 6');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio').first().waitFor({ timeout: 20_000 });
  await see({ page, ...app }, 'buy-label');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function shopScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await goTo(page, 'Shops');
  await page.getByRole('article').nth(4).waitFor();
  await see(app, 'shops-five');
  await page.getByRole('button', { name: 'Connect a shop' }).click();
  const dialog = page.getByRole('dialog');
  for (const platform of ['Amazon', 'Coupang', 'AliExpress', 'Taobao']) {
    await dialog.getByRole('radio', { name: new RegExp(platform) }).check({ force: true });
    await see(app, `connect-${platform.toLowerCase()}`);
  }
  await dialog.getByRole('radio', { name: /By files/ }).check({ force: true });
  await see(app, 'connect-by-files');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

/** A file of one order and one row that cannot be used. */
async function fileScreens(app: TestApp, see: Look): Promise<void> {
  const { page } = app;
  await app.call('shops.addFileShop', { platform: 'taobao', name: 'By hand' });
  const rows = ['订单编号,宝贝标题,宝贝总数量,收货人姓名', '2026112200100101,马克杯,2,张三', ',围巾,1,王五'];
  await page.getByRole('article', { name: 'By hand' }).getByRole('button', { name: 'Import orders' }).click();
  const dialog = page.getByRole('dialog');
  const file = { name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'utf8') };
  await dialog.locator('input[type=file]').setInputFiles(file);
  await dialog.getByLabel('Encoding').waitFor();
  await see(app, 'file-plan');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
