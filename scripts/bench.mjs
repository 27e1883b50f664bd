// npm run bench: the measurements of tests/bench/run.ts, against the built app in its real Electron.
import { ensureBuild } from './lib/build.mjs';
import { ensureDisplay } from './lib/display.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const { node } = await setUp();
  await ensureBuild(node);
  const display = await ensureDisplay();
  try {
    const env = { ...process.env, ...display.env };
    const script = inRoot('tests', 'bench', 'run.ts');
    const { code } = await run(node, [script, ...process.argv.slice(2)], { cwd: root, env, show: true });
    return code ?? 1;
  } finally {
    display.stop();
  }
});
