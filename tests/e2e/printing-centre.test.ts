import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator } from '@playwright/test';
import type { BatchView } from '../../src-main/contract/methods/printing.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { OzonSimulator } from '../../src-main/demo/ozon/simulator.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import { boardReady, launch, newFolder, PASSPHRASE, removeFolder, ROOT, type TestApp } from './support/app.ts';
import { cardNow, cardOf, cardsOf, focusCard, spoken, toastOf } from './support/board.ts';
import { dress, resize, THEMES } from './support/looks.ts';
import { flawsOf } from './support/page-flaws.ts';
import { createPlatform } from './support/platform.ts';
import { printable } from './support/walk.ts';

test.describe.configure({ mode: 'serial' });

const PICTURES = path.join(ROOT, 'artifacts', 'screens');
const folder = newFolder();
let app: TestApp;
let platform: OzonSimulator;
let printer: VirtualPrinter;
let ready: string[];

test.beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  platform = createPlatform(160);
  const { url } = await platform.start();
  printer = createVirtualPrinter({ language: 'auto', clock: { nowMs: () => Date.now() } });
  const { port } = await printer.start();
  app = await launch(folder);
  await resize(app, 1280, 800);
  await app.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await app.page.getByLabel('Once more').fill(PASSPHRASE);
  await app.page.getByRole('button', { name: 'Set it and start' }).click();
  await app.page.getByRole('button', { name: 'Connect Ozon' }).waitFor();
  const { clientId, apiKey } = platform.keys;
  await app.call('shops.connect', { platform: 'ozon', name: '', settings: { clientId, apiKey, baseUrl: url } });
  await boardReady(app.page);
  await app.call('printers.save', {
    id: null,
    name: 'Desk',
    address: { kind: 'tcp', host: '127.0.0.1', port },
    profile: { ...DEFAULT_PROFILE, quirks: [] },
    roles: ['label'],
  });
  // The whole shop is pulled before the labels are chosen.
  await expect.poll(async () => (await printable(app)).length, { timeout: 30_000 }).toBeGreaterThan(40);
  ready = await printable(app);
});

test.afterAll(async () => {
  await app.close();
  await printer.stop();
  await platform.stop();
  removeFolder(folder);
});

const goTo = (name: 'Print' | 'Board'): Promise<void> =>
  app.page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true }).click();
const paper = (number: number): Locator => app.page.getByRole('button', { name: new RegExp(`^Label ${number},`) });
const panel = (): Locator => app.page.getByRole('complementary', { name: 'What to do' });

async function newestBatch(): Promise<BatchView> {
  const [batch] = (await app.call('printing.today', { dayStartMs: new Date().setHours(0, 0, 0, 0) })).batches;
  return batch!;
}

/** What each whole label looks like, in the order in which they left the printer. */
function wholePapers(): string[] {
  return printer
    .papers()
    .filter((each) => each.part === 'whole')
    .map((each) => createHash('sha256').update(each.png).digest('hex'));
}

test('thirty labels stop at the twelfth when the paper runs out; Enter goes on with it, none twice, none missing', async () => {
  test.setTimeout(180_000);
  const { page } = app;
  printer.faults.labelsLeft = 11;
  const ids = ready.splice(0, 30);
  await app.call('printing.print', { ids, order: { sort: 'singles-first', isReversed: false } });
  await expect(toastOf(app)).toContainText('Out of paper, stopped at label 12', { timeout: 120_000 });
  await expect(page.getByLabel('Shops, printer and pushes')).toContainText('Out of paper, label 12');

  await toastOf(app).getByRole('button', { name: 'Look' }).click();
  await expect(panel().getByRole('heading', { name: 'Out of paper, label 12' })).toBeVisible();
  await expect(panel()).toContainText('None was printed twice, none is lost');
  await expect(paper(11)).toHaveAttribute('data-look', 'look');
  await expect(paper(12)).toHaveAttribute('data-look', 'stopped');
  await expect(paper(13)).toHaveAttribute('data-look', 'waiting');
  await seeAll('printing-stopped');

  // New paper, the half label torn off, the printer switched off and on.
  delete printer.faults.labelsLeft;
  await printer.powerCycle();
  await page.keyboard.press('Enter');
  await expect(spoken(app)).toContainText('Printing again from label');
  await expect.poll(async () => (await newestBatch()).state, { timeout: 60_000 }).toBe('done');

  const papers = wholePapers();
  expect(papers, 'none is missing').toHaveLength(30);
  expect(new Set(papers).size, 'none came out twice').toBe(30);
  expect(printer.papers().filter((each) => each.part === 'upper')).toHaveLength(1);
  await expect(page.locator('[data-paper-id][data-look="sent"], [data-paper-id][data-look="confirmed"]')).toHaveCount(
    30,
  );
  await expect(app.page.getByLabel('Shops, printer and pushes')).not.toContainText('label 12');
});

test('papers are walked by key, looked at closely, and printed again with a mark and a count', async () => {
  const { page } = app;
  const before = wholePapers().length;
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(paper(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Label 2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await paper(2).focus();
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('button', { name: 'Print again' }).click();
  await expect.poll(() => wholePapers().length, { timeout: 20_000 }).toBe(before + 1);
  await expect(page.getByRole('button', { name: /^Label 1,/ }).filter({ hasText: 'Reprint 1' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('Space holds a batch between two labels and lets it go on', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  printer.faults.labelMs = 1_000;
  await app.call('printing.print', { ids: ready.splice(0, 5) });
  const sent = async (): Promise<number> =>
    (await newestBatch()).jobs.filter((job) => job.state === 'sent' || job.state === 'confirmed').length;
  await expect.poll(sent, { timeout: 40_000, intervals: [100] }).toBeGreaterThanOrEqual(1);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await newestBatch()).state).toBe('paused');
  await expect(panel()).toContainText('Paused before label');
  delete printer.faults.labelMs;
  // The label that was leaving leaves; only then can the others follow.
  await expect(page.getByRole('button', { name: 'Resume' }).first()).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Space');
  await expect.poll(async () => (await newestBatch()).state, { timeout: 40_000 }).toBe('done');
});

test('an order that its buyer cancelled after the key press is held back with a red card; the others print', async () => {
  test.setTimeout(90_000);
  const { page } = app;
  const before = wholePapers().length;
  const ids = ready.splice(0, 4);
  const cancelled = await cardNow(app, ids[2]!);
  platform.cancelByBuyer(cancelled.remoteId);
  await goTo('Board');
  await app.call('printing.print', { ids, order: { sort: 'given', isReversed: false } });
  await expect(toastOf(app)).toContainText('held back', { timeout: 40_000 });
  await toastOf(app).getByRole('button', { name: 'Look' }).click();
  await expect(panel().getByRole('alert')).toContainText('No label came out');
  await expect(paper(3)).toHaveAttribute('data-look', 'held');
  await expect.poll(() => wholePapers().length, { timeout: 20_000 }).toBe(before + 3);
  await seeAll('printing-held');
  await panel().getByRole('button', { name: 'Leave it out' }).click();
  await expect(page.getByLabel('Shops, printer and pushes')).toContainText('Desk');
});

test('the order of a batch is chosen beside the print button and kept', async () => {
  const { page } = app;
  await goTo('Board');
  const canPrint = (await cardsOf(app, 'new')).filter(({ moves }) => 'action' in (moves.labelled ?? {}));
  for (const card of canPrint.slice(0, 2)) {
    await focusCard(app, card.orderId);
    await page.keyboard.press('x');
    await expect(cardOf(app, card.orderId)).toHaveAttribute('data-is-selected', '');
  }
  await page.getByRole('button', { name: /^Order of the batch/ }).click();
  await page.getByRole('dialog', { name: 'Order of the batch' }).getByRole('radio', { name: 'By SKU' }).check();
  await page.getByLabel('Last label first').check();
  await expect
    .poll(async () => (await app.call('app.state', {})).preferences)
    .toMatchObject({ batchSort: 'by-sku', batchIsReversed: true });
  await page.screenshot({ path: path.join(PICTURES, 'print-order.png') });
  await page.keyboard.press('Escape');
  // Whoever prints without saying an order gets this one.
  await app.call('printing.print', { ids: ready.splice(0, 2) });
  await expect.poll(async () => newestBatch(), { timeout: 20_000 }).toMatchObject({ sort: 'by-sku', isReversed: true });
});

/** A picture in both themes and languages, with nothing cut, nothing too faint, nothing that axe can see. */
async function seeAll(name: string): Promise<void> {
  for (const theme of THEMES) {
    for (const language of ['zh-CN', 'en'] as const) {
      await dress(app, language, theme);
      await app.page.screenshot({ path: path.join(PICTURES, `${name}-${language}-${theme}.png`) });
      expect.soft(await flawsOf(app), `${name} ${language} ${theme}`).toEqual([]);
    }
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`),
        theme,
      )
      .toEqual([]);
  }
  await dress(app, 'en', 'light');
}
