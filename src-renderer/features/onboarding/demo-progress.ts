import type { MethodOutput } from '../../../src-main/contract/index.ts';

export type DemoStep = 'shop' | 'orders' | 'printer';

/** Which parts of the demo stand already, told by the app's own lists. */
export function demoStepsDone(
  shops: MethodOutput<'shops.list'> | null,
  summary: MethodOutput<'board.summary'> | null,
  printers: MethodOutput<'printers.list'> | null,
): Readonly<Record<DemoStep, boolean>> {
  return {
    shop: shops?.shops.some((shop) => shop.isDemo) === true,
    orders: summary?.lanes.some((lane) => lane.count > 0) === true,
    printer: printers?.printers.some((printer) => printer.isVirtual) === true,
  };
}
