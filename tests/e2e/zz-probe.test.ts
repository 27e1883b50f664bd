import { test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { firstRunToBoard, launch, newFolder, removeFolder } from './support/app.ts';
test('probe', async () => {
  const folder = newFolder();
  const t0 = performance.now();
  const app = await launch(folder);
  console.log('launched', performance.now() - t0);
  await firstRunToBoard(app);
  console.log('board', performance.now() - t0);
  const out = {};
  for (const lane of ['new','problem','to-ship','labelled','in-transit','exception','delivered','after-sales'] as const) {
    (out as any)[lane] = (await app.call('board.cards', { lane, offset: 0, limit: 200 })).cards;
  }
  writeFileSync('/tmp/world.json', JSON.stringify(out, null, 1));
  console.log(await app.call('app.state', {}));
  console.log(await app.page.evaluate(() => [window.innerWidth, window.innerHeight, devicePixelRatio]));
  await app.page.screenshot({ path: '/tmp/board.png' });
  await app.close();
  console.log('closed', performance.now() - t0);
  removeFolder(folder);
});
