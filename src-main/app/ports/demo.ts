import type { PaperView } from '../../contract/methods/printing.ts';
import type { RemoteStage } from '../../core/order/facts.ts';
import type { CaseKind, CaseReason } from '../../core/order/work.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { PrinterAddress } from './printers.ts';
import type { ProductRow } from './store-rows.ts';
import type { ArticleAlias } from './store-stock.ts';
import type { ExchangeRates } from '../../core/money/exchange.ts';

/** A simulated shop that the demo runs on this machine. */
export interface DemoShop {
  readonly platform: PlatformId;
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  /** What its platform usually keeps of what the buyer paid. */
  readonly feePercent: number;
}

/** A case that the demo's seller opened by hand, of the newest order of a shop that stands so on its platform. */
export interface DemoCase {
  readonly platform: PlatformId;
  readonly stages: readonly RemoteStage[];
  readonly kind: CaseKind;
  readonly reason: CaseReason;
  readonly note: string;
  readonly dueInMs: number;
  readonly file: { readonly name: string; readonly text: string } | null;
}

export interface DemoWorld {
  readonly shops: readonly DemoShop[];
  readonly printer: PrinterAddress;
  /** Where waybills go that only Cainiao's print client can draw; null without a shop that has them. */
  readonly waybillPrinter: PrinterAddress | null;
  readonly products: readonly ProductRow[];
  readonly aliases: readonly ArticleAlias[];
  readonly rates: ExchangeRates;
  readonly cases: readonly DemoCase[];
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
