import { DEFAULT_PROFILE } from '../../core/label/printer-profile.ts';
import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Writes } from '../ports/store.ts';
import type { DemoWorld } from '../ports/demo.ts';
import { saveDemoStock } from '../stock/demo-stock.ts';
import { freshShop } from './fresh-shop.ts';

/**
 * Starts the demo and takes its shops, products and printer into the store; the ones of an earlier start are found
 * again and only told the new addresses. Safe to call twice.
 */
export async function startDemo(deps: AppDeps): Promise<void> {
  const world = await deps.demo.start();
  await deps.store.write(async (tx) => {
    await saveShops(deps, tx, world);
    await savePrinter(deps, tx, world);
    await saveWaybillPrinter(deps, tx, world);
    await saveDemoStock(tx, world);
  });
}

async function saveShops(deps: AppDeps, tx: Writes, world: DemoWorld): Promise<void> {
  const known = (await tx.shops()).filter((shop) => shop.isDemo);
  for (const shop of world.shops) {
    const row =
      known.find((candidate) => candidate.platform === shop.platform) ?? freshShop(deps, shop.platform, shop.name);
    await tx.saveShop({ ...row, settings: shop.settings, isDemo: true });
  }
}

async function savePrinter(deps: AppDeps, tx: Writes, world: DemoWorld): Promise<void> {
  const printers = await tx.printers();
  const known = printers.find((printer) => printer.isVirtual && printer.address.kind !== 'print-client');
  if (known !== undefined) return tx.savePrinter({ ...known, address: world.printer });
  return tx.savePrinter({
    id: deps.ids.next() as PrinterId,
    name: 'virtual',
    address: world.printer,
    profile: DEFAULT_PROFILE,
    roles: printers.length === 0 ? ['label'] : [],
    isVirtual: true,
  });
}

async function saveWaybillPrinter(deps: AppDeps, tx: Writes, { waybillPrinter }: DemoWorld): Promise<void> {
  if (waybillPrinter?.kind !== 'print-client') return;
  const printers = await tx.printers();
  const known = printers.find((printer) => printer.isVirtual && printer.address.kind === 'print-client');
  if (known !== undefined) return tx.savePrinter({ ...known, address: waybillPrinter });
  const isOnly = !printers.some((printer) => printer.roles.includes('waybill'));
  return tx.savePrinter({
    id: deps.ids.next() as PrinterId,
    name: waybillPrinter.printer,
    address: waybillPrinter,
    profile: DEFAULT_PROFILE,
    roles: isOnly ? ['waybill'] : [],
    isVirtual: true,
  });
}
