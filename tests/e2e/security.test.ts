import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startOzonProcess, type OzonProcess } from '../support/ozon-process.ts';
import { boardReady, firstRunToBoard, launch, newFolder, removeFolder, ROOT, type TestApp } from './support/app.ts';

test.describe.configure({ mode: 'serial' });

const folder = newFolder();
let app: TestApp;
let platform: OzonProcess;

test.beforeAll(async () => {
  platform = await startOzonProcess(10);
  app = await launch(folder);
  await firstRunToBoard(app);
});

test.afterAll(async () => {
  await app.close();
  await platform.stop();
  removeFolder(folder);
});

test('the page has two functions of ours, frozen, and nothing of Node or Electron', async () => {
  const surface = await app.page.evaluate(() => {
    const bridge = (window as unknown as { chudan: Record<string, unknown> }).chudan;
    let isChanged = true;
    try {
      (bridge as { invoke: unknown }).invoke = () => 'stolen';
      isChanged = String(bridge['invoke']).includes('stolen');
    } catch {
      isChanged = false;
    }
    const foreign = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      '__dirname',
      'electron',
      'ipcRenderer',
    ];
    return {
      names: Object.getOwnPropertyNames(bridge).toSorted(),
      isFrozen: Object.isFrozen(bridge),
      isChanged,
      foreign: foreign.filter((name) => name in window),
    };
  });
  expect(surface).toEqual({ names: ['invoke', 'subscribe'], isFrozen: true, isChanged: false, foreign: [] });
});

test('the running window is sandboxed, isolated and without Node', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  // Electron lists this one only when it is on.
  expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
});

test('the window neither navigates away nor opens another', async () => {
  const { page } = app;
  const at = page.url();
  for (const target of ['https://example.org/', `${platform.url}/`, 'file:///etc/passwd', 'data:text/html,hello']) {
    await page.evaluate((url) => {
      location.href = url;
    }, target);
  }
  expect(await page.evaluate((url) => window.open(url) === null, `${platform.url}/`)).toBe(true);
  expect(page.url()).toBe(at);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.evaluate(() => document.querySelectorAll('[data-card-id]').length)).toBeGreaterThan(0);
  // Playwright waits for the refused navigations until the page is loaded anew.
  await page.reload();
  await boardReady(page);
});

test('inline script, eval, foreign script and every connection outwards are blocked by the policy', async () => {
  const findings = await app.page.evaluate(async (url) => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const ran = window as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.head.append(inline);
    const foreign = document.createElement('script');
    foreign.src = `${url}/script.js`;
    document.head.append(foreign);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.handlerRan = true');
    button.click();
    // In a task of its own: a debugger's call, as this one is, may evaluate anything.
    const evaluate = (window as unknown as Record<string, (code: string) => unknown>)['eval']!;
    const hasEvaluated = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          resolve(evaluate('1 + 1') === 2);
        } catch {
          resolve(false);
        }
      });
    });
    const answers = await Promise.allSettled([fetch(url), fetch('https://example.org/'), fetch('file:///etc/passwd')]);
    let hasSocket = true;
    try {
      const socket = new WebSocket(url.replace('http', 'ws'));
      hasSocket = await new Promise((resolve) => {
        socket.addEventListener('open', () => resolve(true));
        socket.addEventListener('error', () => resolve(false));
      });
    } catch {
      hasSocket = false;
    }
    inline.remove();
    foreign.remove();
    return {
      ran: ['inlineRan', 'handlerRan'].filter((name) => name in ran),
      hasEvaluated,
      hasSocket,
      fetched: answers.filter((answer) => answer.status === 'fulfilled').length,
      violated: [...new Set(violated)].toSorted(),
    };
  }, platform.url);
  expect(findings).toMatchObject({ ran: [], hasEvaluated: false, hasSocket: false, fetched: 0 });
  expect(findings.violated).toEqual(expect.arrayContaining(['connect-src', 'script-src-attr', 'script-src-elem']));
});

test('the own scheme serves the window and the pictures, and nothing above them', async () => {
  const statuses = await app.page.evaluate(async (names) => {
    const answers = await Promise.all(names.map(async (name) => (await fetch(name)).status));
    return Object.fromEntries(names.map((name, index) => [name, answers[index]]));
  }, OUTSIDE);
  expect(statuses).toEqual(Object.fromEntries(OUTSIDE.map((name) => [name, 404])));
  const index = await app.page.evaluate(async () => {
    const answer = await fetch('app://chudan/index.html');
    return {
      status: answer.status,
      policy: answer.headers.get('content-security-policy'),
      sniff: answer.headers.get('x-content-type-options'),
    };
  });
  expect(index).toMatchObject({ status: 200, sniff: 'nosniff' });
  expect(index.policy).toContain("script-src 'self'");
  expect(index.policy).not.toContain('unsafe');
});

/** Names that would leave the two folders, or that are files without a type of ours. */
const OUTSIDE = [
  'app://chudan/../package.json',
  'app://chudan/%2e%2e/%2e%2e/package.json',
  'app://chudan/..%2f..%2fpackage.json',
  'app://chudan/%2e%2e%5c%2e%2e%5cpackage.json',
  'app://chudan/..%252f..%252fpackage.json',
  'app://chudan/pictures/../../../package.json',
  'app://chudan/pictures/..%2f..%2f..%2fpackage.json',
  'app://chudan/pictures/..%2fbuild%2ficon.png',
  'app://chudan//etc/passwd',
  'app://chudan/%00index.html',
  'app://chudan/%zz',
];

test('a frame in the page cannot call, and neither can another window', async () => {
  const answer = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>frame</p>';
    document.body.append(frame);
    const inside = frame.contentWindow as unknown as { chudan?: unknown } | null;
    const hasBridge = inside?.chudan !== undefined;
    frame.remove();
    return { hasBridge };
  });
  expect(answer).toEqual({ hasBridge: false });

  const preload = path.join(ROOT, 'out', 'preload', 'preload.cjs');
  const envelope = await app.electron.evaluate(async ({ BrowserWindow }, file) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
    await stranger.loadURL('data:text/html,stranger');
    const result: unknown = await stranger.webContents.executeJavaScript("window.chudan.invoke('app.state', {})");
    stranger.destroy();
    return result;
  }, preload);
  expect(envelope).toEqual({ ok: false, code: 'forbidden-sender', params: {}, retryable: false });
});

test('the main process answers bad names and bad input with a code, never with a stack', async () => {
  const ask = (name: unknown, input: unknown): Promise<unknown> =>
    app.page.evaluate(
      ([method, value]) =>
        (window as unknown as { chudan: { invoke(name: unknown, input: unknown): Promise<unknown> } }).chudan.invoke(
          method,
          value,
        ),
      [name, input],
    );
  expect(await ask('orders.everything', {})).toMatchObject({ ok: false, code: 'unknown-method' });
  expect(await ask('__proto__', {})).toMatchObject({ ok: false, code: 'unknown-method' });
  expect(await ask(7, {})).toMatchObject({ ok: false });
  expect(await ask('board.cards', { lane: "new'; DROP TABLE orders; --", offset: 0, limit: 1 })).toMatchObject({
    ok: false,
    code: 'bad-input',
  });
  expect(JSON.stringify(await ask('app.openLink', { url: 'https://example.org/' }))).toContain('refused');
  expect(JSON.stringify(await ask('app.openLink', { url: 'file:///etc/passwd' }))).toContain('refused');
});

test('what is packaged is locked: the fuses', () => {
  const text = readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8');
  const [, block = ''] = /^electronFuses:\n((?: {2}.+\n)+)/m.exec(text) ?? [];
  const fuses = Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line) => line.trim().split(': ')),
  );
  expect(fuses).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  });
});
