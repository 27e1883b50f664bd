// npm test: every check and every test. The last line is the sum; the exit code is 0 only when all passed.
import { mkdirSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { staticChecks } from './lib/checks.mjs';
import { ensureDisplay } from './lib/display.mjs';
import { artifacts } from './lib/paths.mjs';
import { inParallel } from './lib/pool.mjs';
import { failureLine, runMain, say } from './lib/say.mjs';
import { runCheckStep, runTestStep, summarise } from './lib/steps.mjs';
import { runPlaywright, runVitest } from './lib/test-runners.mjs';
import { setUp } from './setup.mjs';

const buildCheck = {
  name: 'build',
  run: async (node) => {
    try {
      await ensureBuild(node);
      return { ok: true, files: 3, output: '' };
    } catch (error) {
      return { ok: false, files: 0, output: failureLine(error) };
    }
  },
};

/** The window tests, on a virtual display where there is none. */
async function windowTests(node, electron) {
  const display = await ensureDisplay();
  if (display.virtual)
    say(
      `no display: the window tests run on a virtual one (Xvfb ${display.env.DISPLAY}); their pictures are in ${artifacts()}`,
    );
  try {
    const env = { ...process.env, ...display.env };
    return await runTestStep(`window tests (Electron ${electron.version})`, () => runPlaywright(node, { env }));
  } finally {
    display.stop();
  }
}

await runMain(async () => {
  const { node, electron } = await setUp({ tests: true });
  mkdirSync(artifacts('reports'), { recursive: true });
  const vitest = (project, name) => () => runTestStep(name, () => runVitest(node, project));
  const quick = [vitest('unit', 'unit tests'), ...staticChecks().map((check) => () => runCheckStep(check, node))];
  const steps = await inParallel(quick, 2);
  // One at a time: these measure time, use ports and the disk.
  const long = { integration: 'integration tests', connectors: 'connector tests', chaos: 'chaos day' };
  for (const [project, name] of Object.entries(long)) steps.push(await vitest(project, name)());
  const built = await runCheckStep(buildCheck, node);
  steps.push(built);
  if (built.counts.failed === 0) steps.push(await windowTests(node, electron));
  return summarise(steps);
});
