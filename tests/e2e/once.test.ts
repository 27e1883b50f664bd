import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronArguments, newFolder, removeFolder } from './support/app.ts';

test('a run for the picture shows the board, though the window opens on the day, and leaves', async () => {
  const folder = newFolder();
  const picture = path.join(folder, 'board.png');
  const executablePath = process.env['CHUDAN_ELECTRON'];
  if (executablePath === undefined) throw new Error('CHUDAN_ELECTRON is not set: run the window tests by npm test');
  const electron = await _electron.launch({
    executablePath,
    args: [...electronArguments(folder, 'en'), '--once', `--screenshot=${picture}`, '--demo-platforms=ozon'],
  });
  const left = new Promise((resolve) => electron.process().once('exit', resolve));
  const page = await electron.firstWindow();
  await expect(page.locator('[data-lane="new"] [data-card-id]').first()).toBeVisible({ timeout: 30_000 });
  expect(await left).toBe(0);
  expect(existsSync(picture)).toBe(true);
  removeFolder(folder);
});
