import { ContractError } from '../../contract/errors.ts';
import { SHIP_FORMATS } from '../../core/order-file/ship-formats.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { exportAgain, exportNumbers } from '../files/export-numbers.ts';
import { exportRecords } from '../files/export-record.ts';
import { fileView } from '../files/file-view.ts';
import { type HeldFile, HeldFiles } from '../files/held-files.ts';
import { importFile } from '../files/import-file.ts';
import { readOrderFile, withMeanings } from '../files/open-file.ts';
import { undoExport } from '../files/undo-export.ts';
import { waitingRows } from '../files/waiting-numbers.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import type { HandlersOf } from './handler-table.ts';

/** File mode: order exports in, bulk-ship files out. */
export function filesHandlers(deps: AppDeps): HandlersOf<'files'> {
  const held = new HeldFiles(deps.clock);
  const heldOf = async (fileId: string): Promise<{ readonly file: HeldFile; readonly shop: ShopRow }> => {
    const file = held.find(fileId);
    if (file === null) throw new ContractError('not-found');
    return { file, shop: await shopOf(deps, file.shopId) };
  };
  const show = (shop: ShopRow, file: HeldFile) => {
    held.keep(file);
    return fileView(deps.store.read, shop, file, deps.clock.nowMs());
  };
  return {
    'files.open': async ({ shopId, fileName, base64 }) => {
      const shop = await shopOf(deps, shopId);
      const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
      const given = { fileId: deps.ids.next(), shopId: shop.id, platform: shop.platform, fileName, bytes };
      return show(shop, await readOrderFile(deps, given, null, null));
    },
    'files.reread': async ({ fileId, encoding, sheet, columns }) => {
      const { file, shop } = await heldOf(fileId);
      const isSame = encoding === file.table.encoding && sheet === file.table.sheet;
      // Read otherwise the columns are others, and what was said of the old ones says nothing of them.
      if (isSame) return show(shop, { ...file, columns: withMeanings(file.columns, columns) });
      return show(shop, await readOrderFile(deps, { ...file, platform: shop.platform }, encoding, sheet));
    },
    'files.import': async ({ fileId }) => {
      const { file, shop } = await heldOf(fileId);
      const imported = await importFile(deps, shop, file);
      held.drop(fileId);
      return imported;
    },
    'files.exports': async ({ shopId }) => {
      const shop = await shopOf(deps, shopId);
      const rows = await waitingRows(deps.store.read, shop, deps.clock.nowMs());
      const [last] = await exportRecords(deps.store.read, shop.id);
      return {
        waiting: new Set(rows.map((row) => row.effect.parcelId)).size,
        formats: SHIP_FORMATS[shop.platform].map(({ format, extension }) => ({ format, extension })),
        last: last === undefined ? null : { exportId: last.exportId, atMs: last.atMs, count: last.count },
      };
    },
    'files.export': async ({ shopId, format, again }) => {
      const shop = await shopOf(deps, shopId);
      const { bytes, faults, ...file } =
        again === null ? await exportNumbers(deps, shop, format) : await exportAgain(deps, shop, format, again);
      return { ...file, faults: [...faults], base64: Buffer.from(bytes).toString('base64') };
    },
    'files.undoExport': ({ exportId }) => undoExport(deps, exportId),
  };
}

async function shopOf(deps: AppDeps, shopId: string): Promise<ShopRow> {
  const shop = await deps.store.read.shop(shopId as ShopId);
  if (shop === null) throw new ContractError('not-found');
  return shop;
}
