import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './child-process.ts';

/** The virtual printer in a process of its own: it keeps its paper when the app is killed. */
export interface PrinterProcess {
  readonly port: number;
  /** Names of the papers' pictures in the folder, in the order they came out. */
  papers(): string[];
  stop(): Promise<void>;
}

/** Starts it; papers go to `folder`. */
export async function startPrinterProcess(folder: string): Promise<PrinterProcess> {
  const file = fileURLToPath(new URL('../../src-main/demo/printer/serve.ts', import.meta.url));
  const child = startChild(file, ['--dir', folder]);
  const { port } = (await child.first) as { port: number };
  const journal = path.join(folder, 'papers.jsonl');
  return {
    port,
    papers: () =>
      existsSync(journal)
        ? readFileSync(journal, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => `${(JSON.parse(line) as { id: string }).id}.png`)
        : [],
    stop: () => child.kill(),
  };
}
