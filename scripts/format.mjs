// npm run format: writes every source file as oxfmt lays it out.
import { formattedFolders } from './lib/checks.mjs';
import { inModules, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain } from './lib/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  const { node } = await setUp({ window: false });
  const { code } = await run(node, [inModules('oxfmt', 'bin', 'oxfmt'), ...formattedFolders()], {
    cwd: root,
    show: true,
  });
  return code ?? 1;
});
