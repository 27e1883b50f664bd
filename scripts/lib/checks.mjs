// The static checks: types, lint, format, dead code. Each says how many files it looked at; none looked at is a failure.
import { existsSync } from 'node:fs';
import { inModules, inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { filesBelow } from './stamp.mjs';

const typeProjects = [
  'src-main/core/tsconfig.json',
  'src-main/contract/tsconfig.json',
  'src-main/tsconfig.json',
  'src-main/hosts/tsconfig.preload.json',
  'src-renderer/tsconfig.json',
  'tests/tsconfig.json',
];

const sourceFolders = ['src-main', 'src-renderer', 'tests', 'scripts'];

/** @typedef {{name: string, run: (node: string) => Promise<{ok: boolean, files: number, output: string}>}} Check */

/** @returns {Check[]} */
export const staticChecks = () => [
  ...typeProjects.map((project) => ({ name: `types ${project}`, run: (node) => checkTypes(node, project) })),
  { name: 'lint', run: checkLint },
  { name: 'format', run: checkFormat },
  { name: 'dead code', run: checkDeadCode },
];

async function checkTypes(node, project) {
  const { code, stdout, stderr } = await run(
    node,
    [inModules('typescript', 'bin', 'tsc'), '-p', project, '--listFiles', '--pretty', 'false'],
    { cwd: root },
  );
  const { files, rest } = splitListedFiles(stdout);
  return verdict(code === 0, files, rest + stderr);
}

/** Separates tsc's --listFiles lines from its messages; counts the files that are ours. Pure. */
export function splitListedFiles(stdout) {
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  const isListed = (line) => /^(\/|[A-Za-z]:[\\/]).*\.[cm]?tsx?$|^(\/|[A-Za-z]:[\\/]).*\.json$/.test(line);
  const files = lines.filter((line) => isListed(line) && !/[\\/]node_modules[\\/]/.test(line)).length;
  return { files, rest: lines.filter((line) => line !== '' && !isListed(line)).join('\n') };
}

async function checkLint(node) {
  const { code, stdout, stderr } = await run(node, [inModules('oxlint', 'bin', 'oxlint'), ...sourceFolders], {
    cwd: root,
  });
  return verdict(code === 0, filesNamed(stdout), stdout + stderr);
}

/** The number in "Finished in 12ms on 40 files", as oxlint and oxfmt end. Pure. */
export function filesNamed(output) {
  return Number(/on (\d+) files?/.exec(output)?.[1] ?? 0);
}

async function checkFormat(node) {
  const { code, stdout, stderr } = await run(node, [inModules('oxfmt', 'bin', 'oxfmt'), '--check', ...sourceFolders], {
    cwd: root,
  });
  return verdict(code === 0, filesNamed(stdout + stderr), stdout + stderr);
}

async function checkDeadCode(node) {
  const files = sourceFolders
    .flatMap((folder) => filesBelow(inRoot(folder)))
    .filter((file) => /\.(tsx?|mjs)$/.test(file)).length;
  const { code, stdout, stderr } = await run(node, [inModules('knip', 'bin', 'knip.js'), '--no-progress'], {
    cwd: root,
  });
  return verdict(code === 0, files, stdout + stderr);
}

function verdict(ok, files, output) {
  if (files > 0) return { ok, files, output };
  return { ok: false, files, output: `${output}\nno file was looked at` };
}

/** The folders whose files are formatted. */
export const formattedFolders = () => sourceFolders.filter((folder) => existsSync(inRoot(folder)));
