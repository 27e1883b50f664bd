import type { Page } from '@playwright/test';

export interface Shot {
  readonly name: string;
  readonly query: string;
  readonly width: number;
  readonly height: number;
  readonly waitFor?: string;
  readonly act?: (page: Page) => Promise<void>;
  readonly after?: (page: Page) => Promise<void>;
}

const card = (id: string) => `[data-card-id="${id}"]`;
const lane = (name: string) => `[data-lane="${name}"]`;

async function select(page: Page): Promise<void> {
  await page.click(card('to-ship-2'));
  await page.click(card('to-ship-4'), { modifiers: ['Shift'] });
}

/** Takes the selection and holds it over a lane. */
async function hold(page: Page, from: string, over: string): Promise<void> {
  const start = await page.locator(card(from)).boundingBox();
  const end = await page.locator(lane(over)).boundingBox();
  if (start === null || end === null) throw new Error('nothing to drag');
  await page.mouse.move(start.x + 60, start.y + 40);
  await page.mouse.down();
  await page.mouse.move(start.x + 80, start.y + 60, { steps: 4 });
  await page.mouse.move(end.x + Math.min(120, end.width / 2), end.y + 260, { steps: 8 });
  await page.waitForTimeout(200);
}

const drop = async (page: Page) => {
  await page.mouse.up();
};

const sizes = [
  [1280, 800],
  [1440, 900],
  [1920, 1080],
] as const;

const rest: Shot[] = sizes.flatMap(([width, height]) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['zh-CN', 'en'] as const).map((lang) => ({
      name: `rest-${width}-${theme}-${lang}`,
      query: `theme=${theme}&lang=${lang}&troubled`,
      width,
      height,
    })),
  ),
);

export const SHOTS: readonly Shot[] = [
  ...rest,
  { name: 'compact-1920-en', query: 'lang=en&density=compact', width: 1920, height: 1080, act: select },
  { name: 'select-1440-dark', query: 'theme=dark', width: 1440, height: 900, act: select },
  { name: 'select-1280-en', query: 'lang=en', width: 1280, height: 800, act: select },
  {
    name: 'drag-1440',
    query: 'troubled',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await hold(page, 'to-ship-3', 'labelled');
    },
    after: drop,
  },
  {
    name: 'drop-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await hold(page, 'to-ship-3', 'labelled');
      await drop(page);
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'refuse-1280-en',
    query: 'lang=en',
    width: 1280,
    height: 800,
    act: async (page) => {
      await select(page);
      await hold(page, 'to-ship-3', 'in-transit');
    },
    after: drop,
  },
  {
    name: 'unfold-1280',
    query: '',
    width: 1280,
    height: 800,
    act: async (page) => {
      await select(page);
      await hold(page, 'to-ship-3', 'in-transit');
      await page.waitForTimeout(500);
    },
    after: drop,
  },
  {
    name: 'refused-key-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.click(card('to-ship-2'));
      await page.keyboard.press('5');
    },
  },
  {
    name: 'hold-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await page.keyboard.press('h');
      await page.waitForSelector('[role="dialog"]');
    },
  },
  {
    name: 'case-1440-dark-en',
    query: 'theme=dark&lang=en',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.click(card('to-ship-2'));
      await page.keyboard.press('e');
      await page.waitForSelector('[role="dialog"]');
    },
  },
  {
    name: 'palette-1440-dark-en',
    query: 'theme=dark&lang=en',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('print');
    },
  },
  {
    name: 'palette-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await page.keyboard.press('Control+k');
      await page.waitForSelector('[role="dialog"]');
    },
  },
  {
    name: 'keys-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.waitForSelector('[role="dialog"]');
    },
  },
  {
    name: 'search-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.waitForTimeout(100);
      await page.keyboard.type('羊毛');
      await page.waitForSelector('[role="option"]');
    },
  },
  {
    name: 'search-none-1440-en',
    query: 'lang=en',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.waitForTimeout(100);
      await page.keyboard.type('7231-9');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'outbox-1440',
    query: 'troubled',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.locator('header button', { hasText: '没推出去' }).click();
      await page.waitForSelector('[role="dialog"]');
    },
  },
  {
    name: 'late-view-1440',
    query: '',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page.locator('button', { hasText: '24 小时内' }).click();
    },
  },
  {
    name: 'many-1440',
    query: 'extra=4000',
    width: 1440,
    height: 900,
    act: async (page) => {
      await page
        .locator(`${lane('to-ship')} li`)
        .first()
        .hover();
      await page.mouse.wheel(0, 60_000);
      await page.waitForTimeout(600);
    },
  },
  { name: 'empty-1440', query: 'empty', width: 1440, height: 900, waitFor: 'main' },
  { name: 'failed-1440', query: 'failing=board.cards', width: 1440, height: 900, waitFor: '[role="alert"]' },
  { name: 'loading-1440', query: 'delay=1500', width: 1440, height: 900, waitFor: '[data-lane="new"] li' },
  { name: 'demo-1280', query: 'demo', width: 1280, height: 800, act: select },
  {
    name: 'demo-drop-1440',
    query: 'demo',
    width: 1440,
    height: 900,
    act: async (page) => {
      await select(page);
      await page.keyboard.press('p');
      await page.waitForTimeout(500);
    },
  },
  { name: 'narrow-1000', query: '', width: 1000, height: 700 },
  { name: 'taiwan-1440', query: 'lang=zh-TW', width: 1440, height: 900 },
];
