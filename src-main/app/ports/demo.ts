import type { PlatformId } from '../../core/shared/platform.ts';
import type { PaperView } from '../../contract/methods/printing.ts';
import type { PrinterAddress } from './printers.ts';
import type { ProductRow } from './store-rows.ts';

/** A simulated shop that the demo runs on this machine. */
export interface DemoShop {
  readonly platform: PlatformId;
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
}

export interface DemoWorld {
  readonly shops: readonly DemoShop[];
  readonly printer: PrinterAddress;
  /** Where waybills go that only Cainiao's print client can draw; null without a shop that has them. */
  readonly waybillPrinter: PrinterAddress | null;
  readonly products: readonly ProductRow[];
}

/** The demo: simulators and a virtual printer on loopback. */
export interface Demo {
  /** Starts what is not running yet and says where it is. Safe to call twice. */
  start(): Promise<DemoWorld>;
  stop(): Promise<void>;
  /** What came out of the virtual printer, newest first. */
  papers(): readonly PaperView[];
  onPaper(listener: () => void): void;
}
