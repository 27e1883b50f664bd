// The system libraries an Electron window needs on Debian and its relatives, and the tools the tests use.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { SetupError, say, seconds } from './say.mjs';

// A package that was renamed in the 64-bit time change (Debian 13, Ubuntu 24.04) is listed with both names.
const windowPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['fonts-noto-cjk'],
];
const displayPackages = [['xvfb'], ['xauth']];
// Independent readers and a real print system. Wine, for the Windows spooler, is large: its tests run where it is installed.
const testPackages = [
  ['zbar-tools'],
  ['gnome-keyring'],
  ['dbus'],
  ['cups-daemon'],
  ['cups-client'],
  ['cups-filters'],
  ['poppler-utils'],
  ['ghostscript'],
];
const compilerPackages = [['g++']];

/** The packages of a purpose, each a list of the names it goes by. Pure. */
export function packagesFor({ display, tests, compiler }) {
  return [
    ...windowPackages,
    ...(display ? displayPackages : []),
    ...(tests ? testPackages : []),
    ...(compiler ? compilerPackages : []),
  ];
}

/** From dpkg-query's "name status" lines, the wanted packages that are not installed. Pure. */
export function missingPackages(wanted, dpkgLines) {
  const installed = new Set(
    dpkgLines
      .split('\n')
      .filter((line) => line.endsWith('install ok installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * Installs what is missing on Debian as root; elsewhere says in one line what to install.
 * @param {{display: boolean, tests: boolean, compiler: boolean}} purpose
 */
export async function ensureSystemPackages(purpose) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await findMissing(purpose);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(
      `system packages are missing; if the window does not open run: sudo apt-get install -y ${missing.map(([name]) => name).join(' ')}`,
    );
    return;
  }
  await install(missing);
}

async function findMissing(purpose) {
  const wanted = packagesFor(purpose);
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...wanted.flat()]);
  return missingPackages(wanted, stdout);
}

async function install(missing) {
  say(`installing system packages: ${missing.map(([name]) => name).join(' ')} …`);
  const startedAtMs = Date.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const names = await Promise.all(missing.map((alternatives) => availableName(alternatives)));
  const result = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
  if (result.code !== 0) {
    const reason = result.stderr.split('\n').find((line) => line.startsWith('E:')) ?? 'apt-get gave no reason';
    throw new SetupError(
      `system packages could not be installed (${reason.slice(0, 200)})`,
      `install them by hand: apt-get install ${names.join(' ')}`,
    );
  }
  say(`system packages installed in ${seconds(Date.now() - startedAtMs)}`);
}

/** The name this release of the system knows the package by. */
async function availableName(alternatives) {
  for (const name of alternatives.toReversed()) {
    const { stdout } = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return alternatives[0];
}
