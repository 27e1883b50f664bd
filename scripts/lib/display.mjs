// A screen for machines without one: starts Xvfb on a free display number and ends it with us.
import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

const startLimitMs = 15_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** The usual exit code after Ctrl-C: 128 + SIGINT. */
const interrupted = 130;

/** Whether windows can be shown without our help. Pure. */
export const hasDisplay = (platform, env) => platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);

/**
 * Starts Xvfb when there is no display. Returns {virtual, env, stop}: `env` is what to add to a child's environment.
 * It is also ended when this process exits or is told to end.
 */
export async function ensureDisplay(env = process.env) {
  if (hasDisplay(process.platform, env)) return { virtual: false, env: {}, stop: () => {} };
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1680x1050x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C must end the window first and the screen under it afterwards.
    detached: true,
  });
  const stop = () => {
    process.off('exit', stop);
    for (const signal of signals) process.off(signal, stopAndLeave);
    if (xvfb.exitCode === null) xvfb.kill('SIGTERM');
  };
  // A script that ends a signal's work itself calls stop() when it is done; for the others we do it here.
  const stopAndLeave = (signal) => {
    if (process.listenerCount(signal) > 1) return;
    stop();
    process.exit(interrupted);
  };
  process.on('exit', stop);
  for (const signal of signals) process.on(signal, stopAndLeave);
  const number = await displayNumber(xvfb).catch((error) => {
    stop();
    throw error;
  });
  xvfb.unref();
  xvfb.stdio[3].unref?.();
  return { virtual: true, env: { DISPLAY: `:${number}` }, stop };
}

function displayNumber(xvfb) {
  return new Promise((resolve, reject) => {
    const fail = (what) =>
      reject(
        new SetupError(`no display, and ${what}`, 'install it (Debian: sudo apt-get install xvfb), or set DISPLAY'),
      );
    const timer = setTimeout(() => fail('Xvfb did not start in time'), startLimitMs);
    let text = '';
    xvfb.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(Number(text.trim()));
    });
    xvfb.on('error', () => {
      clearTimeout(timer);
      fail('Xvfb is not installed');
    });
    xvfb.on('exit', (code) => {
      clearTimeout(timer);
      fail(`Xvfb ended at once (code ${code})`);
    });
  });
}
