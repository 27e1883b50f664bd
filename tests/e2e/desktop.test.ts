import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { electronArguments, firstRunToBoard, launch, newFolder, removeFolder, type TestApp } from './support/app.ts';

test.describe.configure({ mode: 'serial' });

/** What the app hands to the system, kept where the test can look at it and press it. */
interface Ears {
  notices: { title: string; emit(name: 'click'): void }[];
  menu: { items: { label: string; checked: boolean; click(): void }[] } | null;
  tip: string;
}

let app: TestApp;
const folder = newFolder();
const before = process.env['XDG_CONFIG_HOME'];

test.beforeAll(async () => {
  // What starts with the session goes into the test's own folder.
  process.env['XDG_CONFIG_HOME'] = path.join(folder, 'config');
  mkdirSync(path.join(folder, 'config'));
  app = await launch(folder);
  await listen();
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  removeFolder(folder);
});

/** A machine without a desktop shows neither notices nor a tray; what the app asks of them is heard here. */
async function listen(): Promise<void> {
  await app.electron.evaluate(({ Notification, Tray }) => {
    const ears: Ears = { notices: [], menu: null, tip: '' };
    (globalThis as unknown as { ears: Ears }).ears = ears;
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      ears.notices.push(this as unknown as Ears['notices'][number]);
    };
    const { setContextMenu, setToolTip } = Tray.prototype;
    Tray.prototype.setContextMenu = function keep(this: Electron.Tray, menu) {
      ears.menu = menu as unknown as Ears['menu'];
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setToolTip = function keep(this: Electron.Tray, tip) {
      ears.tip = tip;
      setToolTip.call(this, tip);
    };
  });
}

const isLost = (error: unknown): boolean => String(error).includes('garbage collected');

/** Node's debugger may lose an answer to a collection of garbage on its way: what only looks may look again. */
async function look<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isLost(error) || tries === 10) throw error;
    }
  }
}

/** What was asked for is done, whether or not its answer comes. */
async function doing(deed: Promise<unknown>): Promise<void> {
  try {
    await deed;
  } catch (error) {
    if (!isLost(error)) throw error;
  }
}

const heard = () =>
  look(() =>
    app.electron.evaluate(() => {
      const { notices, menu, tip } = (globalThis as unknown as { ears: Ears }).ears;
      const lines = menu?.items.map(({ label, checked }) => ({ label, checked })) ?? [];
      return { titles: notices.map(({ title }) => title), lines, tip };
    }),
  );

/** Presses a line of the tray's menu. */
const pressLine = (words: string) =>
  doing(
    app.electron.evaluate((_electron, wanted) => {
      const { menu } = (globalThis as unknown as { ears: Ears }).ears;
      menu?.items.find(({ label }) => label.includes(wanted))?.click();
    }, words),
  );

const pressNotice = (title: string) =>
  doing(
    app.electron.evaluate((_electron, wanted) => {
      const { notices } = (globalThis as unknown as { ears: Ears }).ears;
      notices.find((notice) => notice.title === wanted)?.emit('click');
    }, title),
  );

const isShown = () =>
  look(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()));
const closeWindow = () =>
  doing(app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()));
const zoomFactor = () =>
  look(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomFactor));

/** As from a keyboard: what Playwright presses comes in behind the place where the window hears its own keys. */
const pressControl = (keyCode: string) =>
  doing(
    app.electron.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const) {
        contents?.sendInputEvent({ type, keyCode: key, modifiers: ['control'] });
      }
    }, keyCode),
  );

test('the tray says what must leave today, and a press shows just these cards', async () => {
  const today = await app.call('today.get', {});
  await expect.poll(async () => (await heard()).lines.length).toBeGreaterThan(4);
  const { lines, tip } = await heard();
  const leaving = lines.find(({ label }) => label.includes('to ship today'));
  expect(leaving?.label.startsWith(`${today.leaving.today} `)).toBe(true);
  expect(tip.split('\n')).toEqual(['Chudan', ...lines.slice(0, tip.split('\n').length - 1).map(({ label }) => label)]);
  await app.page.locator('[data-place="today"]').click();
  await pressLine('to ship today');
  await expect(app.page.locator('[data-lane="new"]')).toBeVisible();
  await expect(app.page.getByText('Due today').first()).toBeVisible();
});

test('the tick of the tray keeps notices back', async () => {
  const tick = async () => (await heard()).lines.find(({ label }) => label === 'Desktop notices')?.checked;
  expect(await tick()).toBe(true);
  await pressLine('Desktop notices');
  await expect.poll(tick).toBe(false);
  expect((await app.call('app.state', {})).preferences.hasNotices).toBe(false);
  await pressLine('Desktop notices');
  await expect.poll(tick).toBe(true);
});

test('a closed window goes on in the tray, says so once, and comes back from it', async () => {
  await app.call('app.setPreferences', { staysInTray: true });
  for (const time of ['first', 'second']) {
    await closeWindow();
    await expect.poll(isShown, `${time} time`).toBe(false);
    expect((await heard()).titles.filter((title) => title === 'Chudan is still at work')).toHaveLength(1);
    await pressLine('Open Chudan');
    await expect.poll(isShown).toBe(true);
  }
});

test('a second start brings the first window up and ends', async () => {
  await closeWindow();
  await expect.poll(isShown).toBe(false);
  const program = process.env['CHUDAN_ELECTRON'] ?? '';
  const started = async (...more: string[]) => {
    const second = spawn(program, [...electronArguments(folder, 'en'), ...more], { stdio: 'ignore' });
    await once(second, 'exit');
  };
  // One with the session is no wish to see the window.
  await started('--hidden');
  expect(await isShown()).toBe(false);
  await started();
  await expect.poll(isShown).toBe(true);
});

test('a notice of the alarm ladder opens the cards that it counted, from the tray too', async () => {
  test.setTimeout(120_000);
  // The first look at the clocks is 45 seconds after the start.
  const due = /^(\d+) orders? (must leave within|is late|are late)/;
  await expect
    .poll(async () => (await heard()).titles.some((title) => due.test(title)), { timeout: 90_000, intervals: [2_000] })
    .toBe(true);
  const title = (await heard()).titles.find((one) => due.test(one)) ?? '';
  const count = Number(due.exec(title)?.[1]);
  await closeWindow();
  await expect.poll(isShown).toBe(false);
  await pressNotice(title);
  await expect.poll(isShown).toBe(true);
  if (count === 1) await expect(app.page.locator('[data-drawer]').getByRole('dialog')).toBeVisible();
  else {
    const summary = () => app.page.locator('[data-lane] [data-card-id]').count();
    await expect.poll(summary).toBe(count);
  }
});

test('Ctrl with plus, minus and nought makes it larger, smaller, and as it was', async () => {
  await pressControl('=');
  await expect.poll(zoomFactor).toBeGreaterThan(1.05);
  for (let step = 0; step < 9; step += 1) await pressControl('=');
  await expect.poll(zoomFactor).toBeCloseTo(2, 1);
  await pressControl('0');
  await expect.poll(zoomFactor).toBe(1);
  await pressControl('-');
  await expect.poll(zoomFactor).toBeLessThan(0.95);
  await pressControl('0');
});

test('starting with the session is a file on Linux, there or not', async () => {
  test.skip(process.platform !== 'linux', 'Windows and macOS keep it themselves');
  const entry = path.join(folder, 'config', 'autostart', 'chudan.desktop');
  expect(existsSync(entry)).toBe(false);
  await app.call('app.setPreferences', { startsAtLogin: true });
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=".+" .*"--hidden"$/m);
  await app.call('app.setPreferences', { startsAtLogin: false });
  expect(existsSync(entry)).toBe(false);
});

test('started with the session it waits in the tray', async () => {
  await app.close();
  app = await launch(folder, 'en', 'ozon', ['--hidden']);
  // Without a keychain nothing goes on before the passphrase: the window asks for it.
  const phase = (await app.call('app.state', {})).phase;
  await expect.poll(isShown).toBe(phase === 'passphrase');
});
