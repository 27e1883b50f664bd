// npm run package: installers with electron-builder, as electron-builder.yml says; arguments are passed on
// (`npm run package -- --linux dir`). With the registry's Electron only an unpacked Linux folder makes sense.
import { ensureBuild } from './lib/build.mjs';
import { pinnedElectronVersion } from './lib/electron-official.mjs';
import { inModules, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { setUp } from './setup.mjs';

/** Arguments that make electron-builder use the Electron we have when the official one cannot be fetched. Pure. */
function electronSource(electron) {
  if (electron.source === 'official') return [`-c.electronVersion=${pinnedElectronVersion()}`];
  return [`-c.electronVersion=${electron.version}`, `-c.electronDist=${electron.folder}`];
}

await runMain(async () => {
  const { node, electron } = await setUp();
  await ensureBuild(node);
  if (electron.source !== 'official')
    say(`packing with Electron ${electron.version} from the npm registry: for trying out, not for sellers`);
  const args = [
    inModules('electron-builder', 'cli.js'),
    '--publish',
    'never',
    ...electronSource(electron),
    ...process.argv.slice(2),
  ];
  const { code } = await run(node, args, { cwd: root, show: true });
  return code ?? 1;
});
