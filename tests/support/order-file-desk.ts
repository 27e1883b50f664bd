import { createOrderFileReader } from '../../src-main/adapters/files/order-file-reader.ts';
import type { FileEncoding, TableToWrite } from '../../src-main/app/ports/order-files.ts';
import type { MethodOutput } from '../../src-main/contract/index.ts';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';
import { LANES } from '../../src-main/core/order/lane.ts';
import { SAMPLES } from './order-file-samples.ts';
import type { TestApp } from './test-app.ts';

const reader = createOrderFileReader();

/** A platform's sample export as a file. */
export async function exportFile(
  rows: readonly (readonly string[])[],
  format: TableToWrite['format'] = 'xlsx',
  encoding: FileEncoding = 'utf-8',
): Promise<string> {
  const hasByteOrderMark = encoding.startsWith('utf-16');
  return toBase64(await reader.write({ format, encoding, hasByteOrderMark, sheet: 'Orders', rows }));
}

/** What the seller centre would read out of a bulk-ship file. */
export async function shipRows(base64: string): Promise<readonly (readonly string[])[]> {
  const table = await reader.read(Buffer.from(base64, 'base64'), null, null);
  return table.rows.map((row) => row.cells);
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A shop without API. */
export async function fileShop(app: TestApp, platform: PlatformId): Promise<string> {
  return (await app.call('shops.addFileShop', { platform, name: `${platform} by file` })).shopId;
}

export async function open(app: TestApp, shopId: string, base64: string): Promise<MethodOutput<'files.open'>> {
  return app.call('files.open', { shopId, fileName: 'orders.xlsx', base64 });
}

/** Opens and imports in one go. */
export async function takeIn(
  app: TestApp,
  shopId: string,
  rows: readonly (readonly string[])[],
): Promise<MethodOutput<'files.import'>> {
  const { fileId } = await open(app, shopId, await exportFile(rows));
  return app.call('files.import', { fileId });
}

/** Order numbers by lane, over the whole board. */
export async function board(app: TestApp): Promise<Record<string, string[]>> {
  const lanes: Record<string, string[]> = {};
  for (const lane of LANES) {
    const { cards } = await app.call('board.cards', { lane, offset: 0, limit: 200 });
    if (cards.length > 0) lanes[lane] = cards.map((card) => card.remoteId);
  }
  return lanes;
}

/** A sample's rows with other cells in some columns of its first data row. */
export function sampleWith(platform: PlatformId, cells: Readonly<Record<string, string>>): string[][] {
  const [titles = [], first = [], ...rest] = SAMPLES[platform].map((row) => [...row]);
  for (const [title, cell] of Object.entries(cells)) first[titles.indexOf(title)] = cell;
  return [titles, first, ...rest];
}
