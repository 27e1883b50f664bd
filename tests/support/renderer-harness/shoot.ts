// Looks at the renderer: node tests/support/renderer-harness/shoot.ts <out folder> [name part]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildHarness, serveHarness } from './serve.ts';
import { DESK_SHOTS } from './desk-shots.ts';
import { SHOTS, type Shot } from './shots.ts';

const [outDir = 'artifacts/screens', part = ''] = process.argv.slice(2);
const executablePath = process.env['CHROMIUM'];

async function shoot(page: Page, url: string, shot: Shot): Promise<void> {
  await page.setViewportSize({ width: shot.width, height: shot.height });
  await page.goto(`${url}?${shot.query}`);
  await page.waitForSelector(shot.waitFor ?? '[data-card-id]', { timeout: 5_000 });
  await page.evaluate(() => document.fonts.ready);
  await shot.act?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: path.join(outDir, `${shot.name}.png`) });
  await shot.after?.(page);
}

await mkdir(outDir, { recursive: true });
const built = path.resolve(outDir, 'site');
await buildHarness(built);
const { url, server } = await serveHarness(built);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') console.log(`  console: ${message.text()}`);
});
page.on('pageerror', (error) => console.log(`  page error: ${error.message}`));
for (const shot of [...SHOTS, ...DESK_SHOTS].filter((candidate) => candidate.name.includes(part))) {
  console.log(shot.name);
  try {
    await shoot(page, url, shot);
  } catch (error) {
    console.log(`  failed: ${String(error).split('\n')[0]}`);
    await page.screenshot({ path: path.join(outDir, `${shot.name}-failed.png`) });
  }
}
await browser.close();
server.close();
