// The Node of this project: the version package.json pins, from the npm package `node`.
// The Node a machine has may be too old: better-sqlite3 13 crashes under Node 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { inModules, inRoot } from './paths.mjs';
import { run, runNpm } from './run.mjs';
import { SetupError, say, startedAtMs } from './say.mjs';
import { readJson } from './stamp.mjs';
import { compareVersions } from './version.mjs';

/** The oldest Node these scripts themselves run on (engines in package.json). */
const oldestNode = '20.0.0';

/** The pinned version, as "24.21.0". */
export const pinnedNodeVersion = () => readJson(inRoot('package.json')).devDependencies.node;

/** The npm package that holds the binary of a platform, by the naming of the `node` package itself. */
export function nodePackageName(platform, arch) {
  const system = platform === 'win32' ? 'win' : platform;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return [prefix, system, arch].join('-');
}

/** The path of the pinned Node, installing its binary where npm did not run the package's install script. */
export async function ensureNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const platformPackage = nodePackageName(process.platform, process.arch);
  const candidates = [
    inModules('node', 'bin', executable),
    inModules('node', 'node_modules', platformPackage, 'bin', executable),
    inModules(platformPackage, 'bin', executable),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  say(`fetching Node ${pinnedNodeVersion()} …`);
  const spec = `${platformPackage}@${pinnedNodeVersion()}`;
  await runNpm(['install', '--no-save', '--no-audit', '--no-fund', '--no-package-lock', spec], {
    cwd: inModules('node'),
  });
  const installed = candidates.find((path) => existsSync(path));
  if (installed === undefined) {
    throw new SetupError(
      `Node ${pinnedNodeVersion()} could not be had (${spec})`,
      'check the network, then run the same command again',
    );
  }
  return installed;
}

/** The environment every tool is started with: our Node and the tools of node_modules first on PATH. */
export function toolEnvironment(node, env = process.env) {
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), inModules('.bin'), env[pathName] ?? ''].join(delimiter);
  return { ...env, [pathName]: path };
}

/**
 * Makes sure that the calling script runs under the pinned Node with its packages installed.
 * Resolves when it does; otherwise starts it again there and ends this process with its exit code.
 */
export async function underPinnedNode() {
  if (compareVersions(process.version, oldestNode) < 0) {
    throw new SetupError(
      `Node ${process.version} is too old`,
      `install Node ${oldestNode} or newer from https://nodejs.org`,
    );
  }
  await ensureDependencies();
  const node = await ensureNode();
  if (process.version === `v${pinnedNodeVersion()}`) {
    Object.assign(process.env, toolEnvironment(node));
    return node;
  }
  if (process.env.CHUDAN_RESTARTED) {
    const { stdout } = await run(node, ['--version']);
    throw new SetupError(
      `expected Node ${pinnedNodeVersion()}, got ${stdout.trim()}`,
      'delete node_modules and run the same command again',
    );
  }
  return restartUnder(node);
}

function restartUnder(node) {
  const env = { ...toolEnvironment(node), CHUDAN_RESTARTED: String(startedAtMs) };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env });
  // This process only waits; a signal may have reached the child already (Ctrl-C does), then it is one too many.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise(() => {
    child.on('error', (error) => {
      console.error(
        `FAILED: ${node} could not be started (${error.message}) — delete node_modules and run the same command again`,
      );
      process.exit(1);
    });
    child.on('exit', (code) => process.exit(code ?? 1));
  });
}
