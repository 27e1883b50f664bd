import type { Page } from '@playwright/test';
import type { Shot } from './shots.ts';

const place = (index: number) => async (page: Page) => {
  await page.locator('header nav button, header nav a').nth(index).click();
  await page.waitForTimeout(300);
};

const open = (id: string) => async (page: Page) => {
  await page.locator(`[data-card-id="${id}"]`).click();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role="dialog"] h2');
};

const looks = [
  { look: 'light-zh', query: 'lang=zh-CN', width: 1440, height: 900 },
  { look: 'dark-en-1280', query: 'lang=en&theme=dark', width: 1280, height: 800 },
  { look: 'tw-1920', query: 'lang=zh-TW', width: 1920, height: 1080 },
] as const;

type Screen = Pick<Shot, 'name' | 'query'> & Partial<Pick<Shot, 'act' | 'waitFor'>>;

const SCREENS: readonly Screen[] = [
  { name: 'order', query: 'troubled', act: open('to-ship-2') },
  { name: 'order-problem', query: 'troubled', act: open('problem-0') },
  { name: 'printing', query: 'troubled', act: place(1) },
  { name: 'printing-demo', query: 'demo', act: place(1) },
  { name: 'shops', query: 'troubled', act: place(2) },
  { name: 'settings', query: '', act: place(3) },
  { name: 'tray', query: 'demo' },
  { name: 'first-run', query: 'phase=first-run', waitFor: 'h1' },
  { name: 'new-passphrase', query: 'phase=new-passphrase', waitFor: 'h1' },
  { name: 'passphrase', query: 'phase=passphrase', waitFor: 'h1' },
  { name: 'recovery', query: 'phase=recovery', waitFor: 'h1' },
];

/** Every screen beside the board, in three looks. Shoot them with the name part "desk". */
export const DESK_SHOTS: readonly Shot[] = SCREENS.flatMap((screen) =>
  looks.map(({ look, query, width, height }) => ({
    ...screen,
    name: `desk-${screen.name}-${look}`,
    query: `${screen.query}&${query}`,
    width,
    height,
  })),
);
