// Starts the app in its Electron and waits for its end.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isNoise } from './electron-args.mjs';

/** Lines of error output kept to explain a failed start. */
const keptLines = 20;

/**
 * Runs Electron until it ends; Ctrl-C and a termination signal end it in order.
 * @returns {Promise<{code: number | null, timedOut: boolean, stopped: boolean, errors: string}>} stopped: by a signal to us
 */
export function launchElectron(executable, args, { env, cwd, timeoutMs }) {
  return new Promise((resolve) => {
    const child = spawn(executable, args, { env, cwd, stdio: ['ignore', 'inherit', 'pipe'] });
    const kept = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      kept.push(line);
      if (kept.length > keptLines) kept.shift();
      if (process.env.CHUDAN_DEBUG || !isNoise(line)) console.error(line);
    });
    const state = { timedOut: false, stopped: false };
    const stop = () => {
      state.stopped = true;
      child.kill('SIGTERM');
    };
    const giveUp = () => {
      state.timedOut = true;
      child.kill('SIGKILL');
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    const finish = (code) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, stop);
      resolve({ code, ...state, errors: kept.join('\n') });
    };
    child.on('error', (error) => {
      kept.push(error.message);
      finish(null);
    });
    child.on('close', finish);
  });
}
