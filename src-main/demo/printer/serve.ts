import { appendFileSync, closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVirtualPrinter } from './virtual-printer.ts';

/**
 * The virtual printer on its own, for tests whose app and printer live in different processes:
 * `node src-main/demo/printer/serve.ts --port 0 --dir folder`. Prints one line of JSON with its port; each paper becomes
 * a PNG in the folder and a line in papers.jsonl, flushed before the client hears the close.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, dir: { type: 'string', default: '.' } } });
  const journal = path.join(values.dir, 'papers.jsonl');
  const printer = createVirtualPrinter({
    language: 'auto',
    clock: { nowMs: () => Date.now() },
    onPaper: ({ png, ...paper }) => {
      writeFileSync(path.join(values.dir, `${paper.id}.png`), png);
      const file = openSync(journal, 'a');
      appendFileSync(file, `${JSON.stringify(paper)}\n`);
      fsyncSync(file);
      closeSync(file);
    },
  });
  const { port } = await printer.start(Number(values.port));
  process.stdout.write(`${JSON.stringify({ port })}\n`);
  process.once('SIGTERM', () => void printer.stop());
  process.once('SIGINT', () => void printer.stop());
}

await serve();
