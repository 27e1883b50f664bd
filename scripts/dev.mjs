// npm run dev: the app with reloading of what changes (electron-vite dev).
import { spawn } from 'node:child_process';
import { ensureDisplay } from './lib/display.mjs';
import { electronVite } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { runMain, say } from './lib/say.mjs';
import { setUp } from './setup.mjs';

async function dev() {
  const { node, electron } = await setUp();
  const display = await ensureDisplay();
  if (display.virtual) say(`no display: the window opens on a virtual one (Xvfb ${display.env.DISPLAY})`);
  const rootArgs = process.platform === 'linux' && process.getuid?.() === 0 ? ['--noSandbox'] : [];
  const env = { ...process.env, ...display.env, ELECTRON_EXEC_PATH: electron.executable };
  const child = spawn(node, electronVite('dev', '--watch', ...rootArgs, ...process.argv.slice(2)), {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  // Ctrl-C reaches electron-vite by itself.
  process.on('SIGINT', () => {});
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', resolve);
  });
  display.stop();
  return code ?? 0;
}

await runMain(dev);
