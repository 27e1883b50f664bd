// Builds main, preload and renderer into out/; skips it when nothing they are made of has changed.
import { existsSync, rmSync } from 'node:fs';
import { inModules, inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, say, seconds } from './say.mjs';
import { filesBelow, hashFiles, readJson, writeJson } from './stamp.mjs';

const stampFile = inRoot('out', '.build.json');
const products = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'].map((path) => inRoot('out', path));

export const viteConfig = 'src-main/electron.vite.config.ts';

/** How electron-vite is started: its script under our Node, so that it works the same on every system. */
export const electronVite = (...args) => [
  inModules('electron-vite', 'bin', 'electron-vite.js'),
  ...args,
  '-c',
  viteConfig,
];

/** Builds when needed. Returns whether it did. */
export async function ensureBuild(node) {
  const sources = [
    ...['src-main', 'src-renderer', 'assets'].flatMap((folder) => filesBelow(inRoot(folder))),
    ...['package.json', 'package-lock.json', 'tsconfig.json'].map((name) => inRoot(name)),
  ];
  const sourceHash = hashFiles(sources);
  if (products.every((path) => existsSync(path)) && readJson(stampFile)?.sourceHash === sourceHash) return false;
  say(`building the app from ${sources.length} files …`);
  const startedAtMs = Date.now();
  rmSync(inRoot('out'), { recursive: true, force: true });
  const result = await run(node, electronVite('build'), { cwd: root });
  if (result.code !== 0) {
    console.error((result.stdout + result.stderr).trim());
    throw new SetupError('the app could not be built', 'mend what is named above; "npm run check" shows more');
  }
  const missing = products.filter((path) => !existsSync(path));
  if (missing.length > 0)
    throw new SetupError(`the build made no ${missing.join(', ')}`, 'see src-main/electron.vite.config.ts');
  writeJson(stampFile, { sourceHash });
  say(`built in ${seconds(Date.now() - startedAtMs)}`);
  return true;
}
