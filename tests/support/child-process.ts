import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A Node program of ours in a process of its own, spoken to in JSON lines. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** Resolves with the first JSON line it prints; rejects when it ends before. */
  readonly first: Promise<Record<string, unknown>>;
  readonly errors: () => string;
  onLine(listener: (line: Record<string, unknown>) => void): void;
  send(value: unknown): void;
  /** Kills it without a chance to tidy up, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a TypeScript file with this Node. */
export function startChild(file: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], { stdio: 'pipe' });
  const listeners: ((line: Record<string, unknown>) => void)[] = [];
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-20_000);
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const first = new Promise<Record<string, unknown>>((resolve, reject) => {
    listeners.push(resolve);
    child.once('close', (code) => reject(new Error(`${file} ended with ${String(code)}: ${errors}`)));
  });
  first.catch(() => undefined);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const value = parseLine(line);
    if (value !== null) for (const listener of listeners) listener(value);
  });
  return {
    process: child,
    first,
    errors: () => errors,
    onLine: (listener) => listeners.push(listener),
    send: (value) => child.stdin.write(`${JSON.stringify(value)}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A process that is killed while it writes leaves half a line behind; nobody was promised that one. */
function parseLine(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}
