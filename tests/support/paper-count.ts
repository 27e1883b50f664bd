import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OzonWorld } from '../../src-main/demo/ozon/world.ts';
import { decodePng } from './decode-png.ts';
import type { PrinterProcess } from './printer-process.ts';

const known = new Map<string, string>();

/** How many papers came out for each posting, read from the paper itself by its barcodes. */
export async function papersByPosting(
  printer: PrinterProcess,
  folder: string,
  books: OzonWorld,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of printer.papers()) {
    const file = path.join(folder, name);
    const number = known.get(file) ?? (await readNumber(file, books));
    known.set(file, number);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

async function readNumber(file: string, books: OzonWorld): Promise<string> {
  const codes = (await decodePng(readFileSync(file))).map((code) => code.text);
  const posting = books.postings.find(
    ({ upperBarcode, lowerBarcode }) => codes.includes(upperBarcode) || codes.includes(lowerBarcode),
  );
  if (posting === undefined) throw new Error(`${file} carries ${JSON.stringify(codes)}, which is no posting of ours`);
  return posting.postingNumber;
}
