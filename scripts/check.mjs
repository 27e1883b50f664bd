// npm run check: types, lint, format, dead code and the unit tests, two at a time.
import { staticChecks } from './lib/checks.mjs';
import { inParallel } from './lib/pool.mjs';
import { runMain } from './lib/say.mjs';
import { runCheckStep, runTestStep, summarise } from './lib/steps.mjs';
import { runVitest } from './lib/test-runners.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const { node } = await setUp({ window: false });
  const jobs = [
    () => runTestStep('unit tests', () => runVitest(node, 'unit')),
    ...staticChecks().map((check) => () => runCheckStep(check, node)),
  ];
  return summarise(await inParallel(jobs, 2));
});
