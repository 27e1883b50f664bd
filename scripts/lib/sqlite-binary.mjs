// The SQLite binary (better-sqlite3 with encryption) for an Electron older than its prebuilt one.
// The prebuilt binary asks for Node-API 10. Electron 33 speaks 9 and has the calls of 10 as experimental ones, so the
// package's own source is compiled once with that asked for; the result also runs under Node 24. It is kept in the cache.
// Compiled by hand (two files, the defines of the package's own deps/defines.gypi) and not by node-gyp: that would want
// Python and a download of Node headers, which come here with the npm package of Node.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePackageName } from './node-runtime.mjs';
import { inCache, inModules } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, say, seconds } from './say.mjs';
import { readJson } from './stamp.mjs';

/** The Node-API version the prebuilt binaries ask for (binding.gyp: NAPI_VERSION=10). */
export const prebuiltNodeApi = 10;

const moduleFolder = inModules('better-sqlite3');
const checkScript = fileURLToPath(new URL('./check-sqlite.cjs', import.meta.url));

/** The `-D` arguments for the names in a gyp file's 'defines' list. Pure. */
export function definesOf(gypText) {
  const list = /'defines'\s*:\s*\[([\s\S]*?)\]/.exec(gypText)?.[1];
  if (list === undefined) throw new Error('no defines list in this gyp file');
  return [...list.matchAll(/'([^']+)'/g)].map((match) => `-D${match[1]}`);
}

/** Puts a binary in place that this Electron can load; does nothing when the prebuilt one fits. */
export async function ensureSqliteFor(electron, node) {
  if (electron.napi >= prebuiltNodeApi || process.platform !== 'linux') return;
  const installed = join(moduleFolder, 'prebuilds', `linux-${process.arch}.node`);
  const cached = inCache(cacheName(electron), `linux-${process.arch}.node`);
  if (!existsSync(cached)) await build(electron, node, cached);
  if (sameContent(cached, installed)) return;
  const temporary = `${installed}.new`;
  copyFileSync(cached, temporary);
  renameSync(temporary, installed);
  say(`put the SQLite binary for Electron ${electron.version} in place`);
}

const sameContent = (a, b) => existsSync(b) && readFileSync(a).equals(readFileSync(b));

function cacheName(electron) {
  const { version } = readJson(join(moduleFolder, 'package.json'));
  const recipe = createHash('sha256')
    .update(JSON.stringify([common, addonFlags]))
    .digest('hex')
    .slice(0, 8);
  return `sqlite-${version}-electron-${electron.version}-${recipe}`;
}

async function build(electron, node, cached) {
  say('compiling SQLite for this Electron (about a minute, once) …');
  const startedAtMs = Date.now();
  mkdirSync(inCache(), { recursive: true });
  const work = mkdtempSync(inCache('sqlite-build-'));
  try {
    const binary = join(work, 'better_sqlite3.node');
    await compile(work, binary, node);
    await verify(electron, node, binary, join(work, 'check.db'));
    mkdirSync(dirname(cached), { recursive: true });
    renameSync(binary, cached);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  say(`compiled and checked in ${seconds(Date.now() - startedAtMs)}`);
}

async function compile(work, binary, node) {
  const defines = definesOf(readFileSync(join(moduleFolder, 'deps', 'defines.gypi'), 'utf8'));
  const [sqlite, addon] = [join(work, 'sqlite3.o'), join(work, 'addon.o')];
  await Promise.all([
    tool('gcc', [
      ...common,
      '-std=c99',
      ...defines,
      join(moduleFolder, 'deps', 'sqlite3', 'sqlite3.c'),
      '-c',
      '-o',
      sqlite,
    ]),
    tool('g++', [
      ...common,
      ...addonFlags,
      ...includes(node),
      join(moduleFolder, 'src', 'better_sqlite3.cpp'),
      '-c',
      '-o',
      addon,
    ]),
  ]);
  await tool('g++', [
    '-shared',
    '-o',
    binary,
    addon,
    sqlite,
    '-Wl,-Bsymbolic',
    '-Wl,--exclude-libs,ALL',
    '-ldl',
    '-lm',
    '-lpthread',
  ]);
}

const common = ['-O2', '-fPIC', '-w', '-DNDEBUG'];

/** As binding.gyp has them, but asking for the experimental Node-API in the place of version 10. */
const addonFlags = [
  '-std=c++20',
  '-fvisibility=hidden',
  '-fvisibility-inlines-hidden',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DBUILDING_NODE_EXTENSION',
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
];

function includes(node) {
  return [nodeHeaders(node), inModules('node-addon-api'), join(moduleFolder, 'deps', 'sqlite3')].map(
    (path) => `-I${path}`,
  );
}

/** The npm package of Node's binary brings its headers along, beside bin/. */
function nodeHeaders(node) {
  const platformPackage = nodePackageName(process.platform, process.arch);
  const folders = [
    inModules('node', 'node_modules', platformPackage, 'include', 'node'),
    inModules(platformPackage, 'include', 'node'),
    join(dirname(dirname(node)), 'include', 'node'),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'node_api.h')));
  if (found === undefined)
    throw new SetupError('the headers of Node are missing', 'delete node_modules and run the same command again');
  return found;
}

async function tool(command, args) {
  const result = await run(command, args);
  if (result.error !== undefined)
    throw new SetupError(
      `SQLite cannot be compiled: ${command} is missing`,
      'install a C++ compiler: sudo apt-get install g++',
    );
  if (result.code !== 0)
    throw new SetupError(
      `SQLite cannot be compiled: ${firstError(result.stderr)}`,
      'a compiler that knows C++20 is needed (g++ 10 or newer)',
    );
}

const firstError = (stderr) =>
  stderr.split('\n').find((line) => line.includes('error')) ?? 'the compiler gave no reason';

/** Opens an encrypted database with the new binary, in this Electron and in our Node. */
async function verify(electron, node, binary, file) {
  for (const executable of [electron.executable, node]) {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const result = await run(executable, [checkScript, moduleFolder, binary, file], { env, timeoutMs: 60_000 });
    if (result.code !== 0 || result.stdout.trim() !== 'ok') {
      const reason = firstError(result.stderr);
      throw new SetupError(
        `the compiled SQLite does not work in ${executable}: ${reason}`,
        'report it with the output of: CHUDAN_DEBUG=1 npm start',
      );
    }
  }
}
