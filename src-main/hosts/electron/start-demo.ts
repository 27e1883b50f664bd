import { mkdirSync } from 'node:fs';
import type { Clock } from '../../app/ports/clock.ts';
import type { DemoWorld } from '../../app/ports/demo.ts';
import type { ProductRow } from '../../app/ports/store-rows.ts';
import { nextArrivalInMs } from '../../demo/busy-day/arriving.ts';
import { demoAliases, demoCatalogue, type DemoProduct } from '../../demo/busy-day/catalogue.ts';
import { demoOwnCases } from '../../demo/busy-day/own-cases.ts';
import { createPrintClient } from '../../demo/cainiao-client/print-client.ts';
import { startFiveShops } from '../../demo/five-shops/five-shops.ts';
import type { RunningShop } from '../../demo/five-shops/running-shop.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../demo/printer/virtual-printer.ts';
import { pick, seededRandom } from '../../demo/random.ts';

const SEED = 20_261_122;

/** The demo under way. */
export interface RunningDemo {
  readonly world: DemoWorld;
  stop(): Promise<void>;
}

export interface DemoStart {
  readonly folder: string;
  readonly assetsDir: string;
  readonly platforms: readonly string[] | null;
  readonly clock: Clock;
  readonly onPaper: (printer: VirtualPrinter) => void;
}

/** Starts the shops, the virtual label printer and, where a shop has waybills that only it can print, Cainiao's client. */
export async function startDemo(start: DemoStart): Promise<RunningDemo> {
  const { folder, assetsDir, platforms, clock, onPaper } = start;
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(SEED);
  const shops = await startFiveShops({ clock, random, folder, assetsDir, platforms });
  const printer: VirtualPrinter = createVirtualPrinter({
    language: 'auto',
    // A search for printers then finds one that speaks TSPL, as the demo's printer is set up.
    answersIn: 'tspl',
    clock,
    onPaper: () => onPaper(printer),
  });
  const address = await printer.start();
  const printClient = shops.some((shop) => shop.platform === 'taobao') ? createPrintClient({ clock }) : null;
  const world = demoWorld(shops, address.port, printClient === null ? null : (await printClient.start()).url);
  const stopArrivals = letOrdersArrive(shops, clock, random);
  return {
    world,
    stop: async () => {
      stopArrivals();
      await Promise.all([...shops.map((shop) => shop.stop()), printer.stop(), printClient?.stop()]);
    },
  };
}

function demoWorld(shops: readonly RunningShop[], printerPort: number, clientUrl: string | null): DemoWorld {
  return {
    shops: shops.map(({ platform, name, settings }) => ({
      platform,
      name,
      settings,
      feePercent: FEE_PERCENTS[platform],
    })),
    printer: { kind: 'tcp', host: '127.0.0.1', port: printerPort },
    waybillPrinter: clientUrl === null ? null : clientAddress(clientUrl),
    products: demoCatalogue.map(productRow),
    aliases: demoAliases.map(({ platform, articleSku, offerId }) => ({ platform, articleSku, sku: offerId })),
    rates: DEMO_RATES,
    cases: demoOwnCases,
  };
}

/** Round figures, for the demo only. */
const DEMO_RATES = { base: 'CNY', rates: { USD: 7.1, KRW: 0.0051, RUB: 0.089 } };
const FEE_PERCENTS = { amazon: 15, ozon: 18, coupang: 11, aliexpress: 8, taobao: 5 };
const LOW_AT = 5;
/** Below this many times its cost she does not want to sell. */
const FLOOR = 1.3;

function productRow(product: DemoProduct): ProductRow {
  const costMinor = Math.round(Number(product.costCny) * 100);
  return {
    sku: product.offerId,
    title: product.title,
    variant: product.variant,
    picture: `pictures/${product.pictureFile}`,
    bin: product.bin,
    quantity: product.isCounted ? product.quantity : null,
    lowAt: LOW_AT,
    cost: { minor: costMinor, currency: 'CNY' },
    floorPrice: { minor: Math.round(costMinor * FLOOR), currency: 'CNY' },
    weightG: Math.round(product.weightKg * 1000),
    hsCode: product.hsCode,
    origin: 'CN',
  };
}

function clientAddress(url: string): DemoWorld['waybillPrinter'] {
  return { kind: 'print-client', host: '127.0.0.1', port: Number(new URL(url).port), printer: '菜鸟面单打印机' };
}

/** A new order comes in every minute or two, in this shop or that, so that the demo lives. */
function letOrdersArrive(shops: readonly RunningShop[], clock: Clock, random: () => number): () => void {
  let cancel: () => void = () => undefined;
  const next = (): void => {
    cancel = clock.after(nextArrivalInMs(random), () => {
      pick(random, shops).arrive();
      next();
    });
  };
  next();
  return () => cancel();
}
