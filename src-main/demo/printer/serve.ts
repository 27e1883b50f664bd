import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { PrinterFaults } from './faults.ts';
import { PAPER_LANGUAGES } from './paper.ts';
import { createVirtualPrinter } from './virtual-printer.ts';

/**
 * The virtual printer on its own, for tests whose app and printer live in different processes:
 * `node src-main/demo/printer/serve.ts --port 0 --dir folder`, with `--language` and `--faults` (PrinterFaults as JSON)
 * where they matter. Prints one line of JSON with its port. Each paper becomes a PNG in the folder and a line in
 * papers.jsonl, each connection's bytes a job-N.bin and a line in jobs.jsonl; the lines are on the disk before the client
 * hears the close.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      dir: { type: 'string', default: '.' },
      language: { type: 'string', default: 'auto' },
      faults: { type: 'string', default: '{}' },
    },
  });
  const inFolder = (name: string): string => path.join(values.dir, name);
  mkdirSync(values.dir, { recursive: true });
  let jobCount = 0;
  const printer = createVirtualPrinter({
    language: PAPER_LANGUAGES.find((language) => language === values.language) ?? 'auto',
    faults: JSON.parse(values.faults) as PrinterFaults,
    clock: { nowMs: () => Date.now() },
    onJob: (bytes) => {
      jobCount += 1;
      const id = `job-${jobCount}`;
      writeFileSync(inFolder(`${id}.bin`), bytes);
      appendLine(inFolder('jobs.jsonl'), { id, byteCount: bytes.length });
    },
    onPaper: ({ png, ...paper }) => {
      writeFileSync(inFolder(`${paper.id}.png`), png);
      appendLine(inFolder('papers.jsonl'), paper);
    },
  });
  const { port } = await printer.start(Number(values.port));
  process.stdout.write(`${JSON.stringify({ port })}\n`);
  process.once('SIGTERM', () => void printer.stop());
  process.once('SIGINT', () => void printer.stop());
}

function appendLine(file: string, value: object): void {
  const handle = openSync(file, 'a');
  try {
    appendFileSync(handle, `${JSON.stringify(value)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

await serve();
