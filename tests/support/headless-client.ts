import { fileURLToPath } from 'node:url';
import type { Envelope } from '../../src-main/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src-main/contract/index.ts';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';
import { startChild, type Child } from './child-process.ts';

export interface HeadlessOptions {
  readonly dataFolder: string;
  readonly shops: readonly { readonly platform: PlatformId; readonly settings: Readonly<Record<string, string>> }[];
  readonly printerPort: number;
  readonly undoWindowMs?: number;
  /** See epochClock; the simulator must be given the same. */
  readonly time: { readonly epochMs: number; readonly speed: number } | { readonly steppedFromMs: number };
}

/** The headless app with typed calls. A call that the kill cuts off rejects with 'gone'. */
export interface HeadlessApp {
  readonly child: Child;
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** Only with stepped time: moves it on, and waits until nothing more happens at that time. */
  goTo(timeMs: number): Promise<void>;
  kill(): Promise<void>;
}

/** Starts the app in its own process and waits until it answers. */
export async function startHeadlessApp(options: HeadlessOptions): Promise<HeadlessApp> {
  const { shops, dataFolder, printerPort, undoWindowMs = 100, time } = options;
  const child = startChild(fileURLToPath(new URL('headless-app.ts', import.meta.url)), [
    `--data=${dataFolder}`,
    `--shops=${JSON.stringify(shops)}`,
    `--printer=${printerPort}`,
    `--undo=${undoWindowMs}`,
    ...('speed' in time
      ? [`--epoch=${time.epochMs}`, `--speed=${time.speed}`]
      : [`--epoch=${time.steppedFromMs}`, '--stepped']),
  ]);
  const pending = new Map<number, { resolve: (answer: Envelope<unknown>) => void; reject: (error: Error) => void }>();
  child.onLine((line) => {
    const id = line['id'];
    if (typeof id !== 'number') return;
    pending.get(id)?.resolve(line['answer'] as Envelope<unknown>);
    pending.delete(id);
  });
  let isGone = false;
  child.process.once('close', () => {
    isGone = true;
    for (const { reject } of pending.values()) reject(new Error('gone'));
  });
  await child.first;
  let lastId = 0;
  const ask = (line: object): Promise<Envelope<unknown>> => {
    if (isGone) return Promise.reject(new Error('gone'));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      child.send({ id, ...line });
    });
  };
  return {
    child,
    kill: () => child.kill(),
    goTo: async (goToMs) => void (await ask({ goToMs })),
    call: async <Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>> => {
      const answer = await ask({ name, input });
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.params)}`);
      return answer.value as MethodOutput<Name>;
    },
  };
}
