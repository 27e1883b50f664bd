import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodePng } from './decode-png.ts';
import type { PrinterProcess } from './printer-process.ts';

const POSTING = /\d{7,}-\d{4}-\d+/;
const known = new Map<string, string>();

/** How many papers came out for each posting, read from the paper itself by its barcodes. */
export async function papersByPosting(printer: PrinterProcess, folder: string, numberOf: (code: string) => string | null = postingIn): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of printer.papers()) {
    const file = path.join(folder, name);
    const number = known.get(file) ?? (await readNumber(file, numberOf));
    known.set(file, number);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

async function readNumber(file: string, numberOf: (code: string) => string | null): Promise<string> {
  for (const code of await decodePng(readFileSync(file))) {
    const number = numberOf(code.text);
    if (number !== null) return number;
  }
  throw new Error(`no posting number can be read on ${file}`);
}

function postingIn(code: string): string | null {
  return POSTING.exec(code)?.[0] ?? null;
}
