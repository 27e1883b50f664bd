import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startOzonProcess } from '../support/ozon-process.ts';
import { firstRunToBoard, launch, newFolder, PASSPHRASE, removeFolder, type TestApp } from './support/app.ts';
import { cardNow, cardsOf, focusCard } from './support/board.ts';

test('after a session nothing on the disk gives a buyer, a key or the passphrase away', async () => {
  const folder = newFolder();
  const platform = await startOzonProcess(10);
  const app = await launch(folder);
  try {
    await firstRunToBoard(app);
    const title = await workWithABuyer(app);
    const { shopId } = await app.call('shops.connect', {
      platform: 'ozon',
      name: 'Mine',
      settings: { clientId: platform.clientId, apiKey: platform.apiKey, baseUrl: platform.url },
    });
    expect(shopId).not.toBeNull();
    const secrets = [...buyersOf(app), platform.apiKey, PASSPHRASE, title];
    expect(secrets.length).toBeGreaterThan(40);
    await app.close();

    const files = filesOf(folder);
    expect(files.map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(['orders.db', 'key.json', 'main.log']),
    );
    expect(readFileSync(path.join(folder, 'orders.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    for (const file of files) {
      const bytes = readFileSync(file);
      const found = secrets.filter((secret) => bytes.includes(secret));
      expect(found, path.relative(folder, file)).toEqual([]);
    }
  } finally {
    await app.close();
    await platform.stop();
    removeFolder(folder);
  }
});

/** Prints an order's label and looks at its buyer's address; answers the name of the goods. */
async function workWithABuyer(app: TestApp): Promise<string> {
  const card = (await cardsOf(app, 'to-ship')).find(({ stage }) => stage === 'to-hand-over')!;
  await focusCard(app, card.orderId);
  await app.page.keyboard.press('p');
  await expect.poll(async () => (await cardNow(app, card.orderId)).isLabelled, { timeout: 30_000 }).toBe(true);
  expect((await app.call('orders.reveal', { id: card.orderId })).address).not.toBeNull();
  return card.title;
}

/** Names, phones, streets and notes of the demo platform's buyers, from its own books. */
function buyersOf(app: TestApp): string[] {
  const customers = app.books().postings.flatMap((posting) => posting.customer ?? []);
  const texts = customers.flatMap(({ name, phone, address }) => [name, phone, address.addressTail, address.comment]);
  return [...new Set(texts.filter((text) => text.length > 5))];
}

/** Every file in the app's folder, Chromium's own among them; not the simulated platform's books, which stand for a server. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(folder, 'demo') + path.sep));
}
