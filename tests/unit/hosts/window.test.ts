import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../../src-main/contract/index.ts';
import { resolveLocale } from '../../../src-main/hosts/electron/locale.ts';
import { isSellerCentreLink } from '../../../src-main/hosts/electron/seller-centre-links.ts';
import { readStartOptions } from '../../../src-main/hosts/electron/start-options.ts';
import { windowOptions } from '../../../src-main/hosts/electron/window-options.ts';
import { zoomAfter, type ZoomKey } from '../../../src-main/hosts/electron/zoom-keys.ts';

const source = (file: string) =>
  readFileSync(path.join(import.meta.dirname, '../../../src-main/hosts/electron', file), 'utf8');

describe('the window', () => {
  it.each(['win32', 'darwin', 'linux'] as const)('is sandboxed, isolated and without Node on %s', (platform) => {
    expect(windowOptions('/preload.cjs', platform, false).webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('talks on the two channels of the contract and no others', () => {
    const channels = [...source('preload.ts').matchAll(/'(chudan:[^']+)'/g)].map(([, channel]) => channel);
    expect(new Set(channels)).toEqual(new Set([INVOKE_CHANNEL, EVENT_CHANNEL]));
  });
});

describe('links to seller centres', () => {
  it.each([
    ['https://seller.ozon.ru/app/postings/fbs', true],
    ['http://seller.ozon.ru/app', false],
    ['https://seller.ozon.ru.evil.example/', false],
    ['https://seller.ozon.ru:8443/', false],
    ['https://user@evil.example/seller.ozon.ru', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['not a link', false],
  ])('%s → %s', (link, expected) => {
    expect(isSellerCentreLink(link)).toBe(expected);
  });
});

describe('resolveLocale', () => {
  it.each([
    ['system', ['zh-Hans-CN'], 'zh-CN'],
    ['system', ['zh-HK', 'en'], 'zh-TW'],
    ['system', ['ru-RU', 'zh-CN'], 'zh-CN'],
    ['system', ['ko-KR'], 'en'],
    ['system', [], 'en'],
    ['zh-TW', ['en-US'], 'zh-TW'],
  ] as const)('%s with %j speaks %s', (choice, languages, expected) => {
    expect(resolveLocale(choice, languages)).toBe(expected);
  });
});

describe('readStartOptions', () => {
  it('reads our switches and leaves Chromium its own', () => {
    expect(readStartOptions(['--no-sandbox', '--once', '--screenshot=a/b.png', '--user-data-dir=/tmp/x', '.'])).toEqual(
      {
        isOnce: true,
        isHidden: false,
        screenshot: 'a/b.png',
        userDataDir: '/tmp/x',
        demoPlatforms: null,
      },
    );
    expect(readStartOptions(['.'])).toEqual({
      isOnce: false,
      isHidden: false,
      screenshot: null,
      userDataDir: null,
      demoPlatforms: null,
    });
  });

  it('starts in the tray when the session says so', () => {
    expect(readStartOptions(['/opt/chudan', '--hidden']).isHidden).toBe(true);
  });
});

describe('the zoom keys', () => {
  const press = (change: Partial<ZoomKey>): ZoomKey => ({
    type: 'keyDown',
    key: '=',
    control: true,
    meta: false,
    alt: false,
    ...change,
  });

  it.each<[string, number, Partial<ZoomKey>, number | null]>([
    ['Ctrl + makes it larger', 0, { key: '+' }, 0.5],
    ['without Shift too', 1, {}, 1.5],
    ['and Cmd on a Mac', 0, { control: false, meta: true }, 0.5],
    ['up to 200 %', 3.5, {}, 3.8],
    ['Ctrl - makes it smaller', 0, { key: '-' }, -0.5],
    ['down to 69 %', -2, { key: '-' }, -2],
    ['Ctrl 0 makes it as it was', 2.5, { key: '0' }, 0],
    ['a key alone is the page’s', 0, { control: false }, null],
    ['so is one with Alt', 0, { alt: true }, null],
    ['and a key that comes up', 0, { type: 'keyUp' }, null],
    ['or any other', 0, { key: 'z' }, null],
  ])('%s', (_name, level, key, expected) => {
    expect(zoomAfter(level, press(key))).toBe(expected);
  });
});
