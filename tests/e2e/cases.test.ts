import { expect, test } from '@playwright/test';
import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';
import { firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';
import { toastOf } from './support/board.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;

test.beforeAll(async () => {
  app = await launch(folder, 'en', 'coupang,aliexpress');
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  removeFolder(folder);
});

const caseRows = () => app.page.locator('[data-case-id]');
const place = () => app.page.getByRole('navigation').getByRole('button', { name: /After-sales/ });

async function openCases(): Promise<readonly AfterSaleView[]> {
  const asked = { orderId: null, shopId: null, isOpenOnly: true, offset: 0, limit: 100 };
  return (await app.call('afterSales.list', asked)).cases;
}

test('cases of the platforms come in by themselves, are counted in the bar and listed due first', async () => {
  await expect(place()).toContainText(/\d/, { timeout: 30_000 });
  await place().click();
  await expect(caseRows().first()).toBeVisible();
  const cases = await openCases();
  expect(await caseRows().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-case-id')))).toEqual(
    cases.map(({ id }) => id),
  );
});

test('J and K read one case after the other, Esc leaves it, Enter opens its order', async () => {
  const { page } = app;
  await page.keyboard.press('j');
  await expect(caseRows().nth(0)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('j');
  await expect(caseRows().nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('k');
  await expect(caseRows().nth(0)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Choose a case to read')).toBeVisible();
  const withOrder = async () => (await openCases()).find(({ orderId }) => orderId !== null)?.id;
  await expect.poll(withOrder, { timeout: 40_000 }).toBeDefined();
  await page.locator(`[data-case-id="${await withOrder()}"]`).click();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-drawer]')).toContainText('After-sales on the platform');
  await place().click();
});

test('a reply is written, waits for the undo window, and reaches the platform', async () => {
  const { page } = app;
  const cases = await openCases();
  const inquiry = cases.find(({ platform, kind }) => platform === 'coupang' && kind === 'inquiry');
  await page.locator(`[data-case-id="${inquiry!.id}"]`).click();
  await page.getByRole('button', { name: 'Reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reply' });
  await dialog.getByRole('button', { name: 'Reply' }).click();
  await expect(dialog.getByText('Needed')).toBeVisible();
  await dialog.getByLabel('To the buyer').fill('오늘 발송합니다. 기다려 주셔서 감사합니다.');
  await dialog.getByRole('button', { name: 'Reply' }).click();
  await expect(toastOf(app)).toContainText('1 case answered');
  await expect(page.getByText('Your answer is on its way')).toBeVisible();
  await expect(page.getByText('Your answer is on its way')).toBeHidden({ timeout: 40_000 });
});

test('money is asked about twice, and can be taken back', async () => {
  const { page } = app;
  const cases = await openCases();
  const dispute = cases.find(({ kind, actions }) => kind === 'dispute' && actions.includes('accept'));
  await page.locator(`[data-case-id="${dispute!.id}"]`).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await dialog.getByRole('button', { name: 'Really: Accept' }).click();
  await expect(toastOf(app)).toContainText('1 case answered');
  await page.keyboard.press('Control+z');
  await expect(toastOf(app)).not.toContainText('answered');
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
});
