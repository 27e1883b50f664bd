// First step of every script, on whatever Node the machine has: node_modules as the lock file says.
import { existsSync } from 'node:fs';
import { differingPackages, missingFromLock, otherSystemsOnly } from './lock-file.mjs';
import { inModules, inRoot, root } from './paths.mjs';
import { lastLine, runNpm } from './run.mjs';
import { SetupError, say, seconds } from './say.mjs';
import { hashFiles, readJson, writeJson } from './stamp.mjs';

const stampFile = inModules('.chudan-setup.json');
const lockFile = inRoot('package-lock.json');
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Installs when node_modules is missing or was made from another lock file. Returns whether it did. */
export async function ensureDependencies() {
  const lock = readJson(lockFile);
  if (lock === undefined) {
    throw new SetupError('package-lock.json is missing or damaged', 'restore it: git checkout package-lock.json');
  }
  const lockHash = hashFiles([lockFile, inRoot('.npmrc')]);
  if (readJson(stampFile)?.lockHash === lockHash) return false;
  const alreadyThere = differences(lock).length === 0;
  if (!alreadyThere) await install(lock);
  writeJson(stampFile, { lockHash });
  return !alreadyThere;
}

async function install(lock) {
  say('installing the packages of package-lock.json (the first time takes a minute or two) …');
  const startedAtMs = Date.now();
  const result = await runNpm([installCommand(), ...quiet], { cwd: root });
  if (result.code !== 0) await installInspiteOf(result, lock);
  const wrong = differences(lock);
  if (wrong.length > 0) {
    throw new SetupError(`${wrong[0]} is not what package-lock.json names`, 'delete node_modules and run again');
  }
  say(`packages installed in ${seconds(Date.now() - startedAtMs)}`);
}

/**
 * A lock file made where the registry lacks the binaries of other systems is refused by `npm ci` as incomplete.
 * When nothing else is wrong with it, `npm install --no-save` installs just what it names and leaves it untouched;
 * a binary it lacks comes in the exact version its (locked) owner asks for.
 */
async function installInspiteOf(failure, lock) {
  const missing = missingFromLock(failure.stderr);
  if (missing.length === 0 || !otherSystemsOnly(missing, lock)) throw failed('npm ci', failure);
  say(
    `the lock file lacks ${missing.length} binaries of other systems, so npm ci refuses it; using npm install --no-save …`,
  );
  const result = await runNpm(['install', '--no-save', ...quiet], { cwd: root });
  if (result.code !== 0) throw failed('npm install', result);
}

const differences = (lock) =>
  existsSync(inModules('.package-lock.json'))
    ? differingPackages(lock, readJson(inModules('.package-lock.json')))
    : ['node_modules'];

/** `npm ci` removes node_modules first; on Windows that cannot be done to the very Node that runs this. */
function installCommand() {
  const runsFromModules = process.execPath.startsWith(inModules());
  return process.platform === 'win32' && runsFromModules ? 'install' : 'ci';
}

function failed(what, result) {
  const isInSync = !/in sync/.test(result.stderr);
  const remedy = isInSync
    ? 'check the network and the npm registry, then run the same command again'
    : 'package.json was changed without its lock file: run "npm install" once and commit both';
  return new SetupError(`${what} failed: ${reason(result)}`, remedy);
}

/** The first line of npm's complaint that says something. */
function reason(result) {
  if (result.error !== undefined) return 'npm could not be started';
  const said = result.stderr
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, ''));
  return said.find((line) => line !== '' && !/^(code|errno|syscall) /.test(line)) ?? lastLine(result.stderr);
}
