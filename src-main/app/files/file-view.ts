import type { FileFaultView, OrderFileView } from '../../contract/methods/files.ts';
import type { FileFault } from '../../core/order-file/file-fault.ts';
import { FILE_FIELDS, PRIVATE_FIELDS } from '../../core/order-file/fields.ts';
import { missingFields, requiredFields } from '../../core/order-file/match-columns.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import type { Reads } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { ordersOf, planImport, titlesOf } from './file-orders.ts';
import type { HeldFile } from './held-files.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 40;
/** Faults that the window is told; it says how many there are. */
const MOST_FAULTS = 200;

/** A held file as the seller sees it, with what an import would do now. */
export async function fileView(reads: Reads, shop: ShopRow, file: HeldFile, nowMs: number): Promise<OrderFileView> {
  const profile = FILE_PROFILES[shop.platform];
  const missing = missingFields(file.columns, profile);
  const { orders, faults } = missing.length === 0 ? ordersOf(file, shop.platform, nowMs) : NOTHING;
  const required = requiredFields(profile);
  const offered = FILE_FIELDS.filter((field) => field !== 'unit' || profile.unitField === 'unit');
  return {
    fileId: file.fileId,
    fileName: file.fileName,
    encoding: file.table.encoding,
    sheets: [...file.table.sheets],
    sheet: file.table.sheet,
    rowCount: file.table.rows.length - file.headIndex - 1,
    columns: titlesOf(file).map((title, index) => ({
      index,
      title,
      samples: samplesOf(file, index),
      field: file.columns[index] ?? null,
    })),
    fields: offered.map((field) => ({ field, isRequired: required.includes(field) })),
    missing,
    plan: {
      ...(await planImport(reads, shop, orders)),
      faults: faultViews(file, faults),
      faultCount: faults.length,
    },
  };
}

const NOTHING = { orders: [], faults: [] } as const;

function faultViews(file: HeldFile, faults: readonly FileFault[]): FileFaultView[] {
  const titles = titlesOf(file);
  return faults.slice(0, MOST_FAULTS).map(({ line, field, code }) => {
    const index = field === null ? -1 : file.columns.indexOf(field);
    return { line, column: titles[index] ?? null, code, params: field === null ? {} : { field } };
  });
}

/** The first things that a column says. A column that nobody knows may hold a buyer's data as well. */
function samplesOf(file: HeldFile, index: number): string[] {
  const field = file.columns[index] ?? null;
  const isOpen = field !== null && !PRIVATE_FIELDS.has(field);
  const samples: string[] = [];
  for (const row of file.table.rows.slice(file.headIndex + 1)) {
    const cell = (row.cells[index] ?? '').trim().slice(0, SAMPLE_LENGTH);
    const sample = isOpen ? cell : masked(cell);
    if (sample !== '' && !samples.includes(sample)) samples.push(sample);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** Enough to tell a name from a date. */
function masked(text: string): string {
  const [first] = Array.from(text);
  return first === undefined ? '' : `${first}•••`;
}
