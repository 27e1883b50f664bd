// Everything a command needs before it can run. Safe to repeat; the second time it only looks.
// Run by itself (`node scripts/setup.mjs`) it prepares a machine for start and test.
import { fileURLToPath } from 'node:url';
import { ensureElectron } from './lib/electron.mjs';
import { hasDisplay } from './lib/display.mjs';
import { underPinnedNode } from './lib/node-runtime.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureSqliteFor, prebuiltNodeApi } from './lib/sqlite-binary.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

/**
 * Packages and Node, then (with `window`) system libraries, Electron and an SQLite binary it can load.
 * Call it first: it may restart the script under the pinned Node.
 *
 * @param {{window?: boolean, tests?: boolean}} wanted
 * @returns {Promise<{node: string, electron?: Awaited<ReturnType<typeof ensureElectron>>}>}
 */
export async function setUp({ window = true, tests = false } = {}) {
  const node = await underPinnedNode();
  if (!window) return { node };
  const display = !hasDisplay(process.platform, process.env);
  await ensureSystemPackages({ display, tests, compiler: false });
  const electron = await ensureElectron(node);
  if (electron.napi < prebuiltNodeApi) await ensureSystemPackages({ display, tests, compiler: true });
  await ensureSqliteFor(electron, node);
  // The electron package and all that builds on it find the binary by this name.
  process.env.ELECTRON_OVERRIDE_DIST_PATH = electron.folder;
  process.env.CHUDAN_ELECTRON = electron.executable;
  const because = electron.reason === undefined ? '' : `; the official one could not be fetched: ${electron.reason}`;
  say(`Electron ${electron.version} (${electron.source}${because}), Node ${process.versions.node}`);
  return { node, electron };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await setUp({ tests: true });
    say('ready');
  });
}
