// Where things are. Nothing here touches the disk.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** A path inside node_modules. */
export const inModules = (...parts) => join(root, 'node_modules', ...parts);

/** What a run writes for people: screenshots, reports. Not in git. */
export const artifacts = (...parts) => join(root, 'artifacts', ...parts);

/** What set-up keeps outside node_modules, so that `npm ci` does not throw it away. */
export function inCache(...parts) {
  return join(cacheBase(process.platform, process.env, homedir()), 'chudan', ...parts);
}

/** The folder a system sets aside for caches. Pure: platform, environment and home folder in, path out. */
export function cacheBase(platform, env, home) {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  return join(home, '.cache');
}
