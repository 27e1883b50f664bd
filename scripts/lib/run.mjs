// Starts other programs.
import { spawn } from 'node:child_process';

const noLineLimitBytes = 64 * 1024 * 1024;

/**
 * Runs a program to its end and collects what it printed.
 * Never throws for a failing program: `code` is its exit code, null when it could not start, was killed or ran out of time.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean, show?: boolean}} [options] show: print as it comes
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const printed = { stdout: '', stderr: '' };
    const collect = (name, target) => (chunk) => {
      if (printed[name].length < noLineLimitBytes) printed[name] += chunk;
      if (options.show) target.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', collect('stdout', process.stdout));
    child.stderr.setEncoding('utf8').on('data', collect('stderr', process.stderr));
    let timedOut = false;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ...printed, code: null, timedOut, error });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...printed, code, timedOut, error: undefined });
    });
  });
}

/** The last line with something in it: what most programs end a failure with. */
export const lastLine = (text) => text.trim().split('\n').at(-1)?.trim() ?? '';

/** How npm is started here: its own script under its own Node when npm started us, else by name. */
export function npmCommand(env = process.env, platform = process.platform) {
  const script = env.npm_execpath;
  if (script?.endsWith('.js'))
    return { command: env.npm_node_execpath ?? process.execPath, args: [script], shell: false };
  return platform === 'win32'
    ? { command: 'npm.cmd', args: [], shell: true }
    : { command: 'npm', args: [], shell: false };
}

/** Runs npm. Same result as `run`. */
export function runNpm(args, options = {}) {
  const npm = npmCommand();
  return run(npm.command, [...npm.args, ...args], { ...options, shell: npm.shell });
}
