import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { PaperView } from '../../contract/methods/printing.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Demo, DemoWorld } from '../../app/ports/demo.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { arriving, nextArrivalInMs } from '../../demo/busy-day/arriving.ts';
import { busyDay } from '../../demo/busy-day/busy-day.ts';
import { demoCatalogue } from '../../demo/busy-day/catalogue.ts';
import { createOzonSimulator, type OzonSimulator } from '../../demo/ozon/simulator.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../demo/printer/virtual-printer.ts';
import { seededRandom } from '../../demo/random.ts';

const SEED = 20_261_122;

interface Running {
  readonly simulator: OzonSimulator;
  readonly printer: VirtualPrinter;
  readonly world: DemoWorld;
  readonly stopArrivals: () => void;
}

/** The demo in this process: the Ozon simulator, which remembers in `folder`, and a virtual label printer. */
export function createDemo(folder: string, assetsDir: string, clock: Clock = systemClock): Demo {
  let running: Promise<Running> | null = null;
  let papers: readonly PaperView[] = [];
  const listeners: (() => void)[] = [];
  const onPaper = (printer: VirtualPrinter): void => {
    papers = paperViews(printer);
    for (const listener of listeners) listener();
  };
  return {
    start: async () => {
      running ??= startDemo(folder, assetsDir, clock, onPaper);
      return (await running).world;
    },
    stop: async () => {
      const current = await running;
      if (current === null) return;
      running = null;
      current.stopArrivals();
      await Promise.all([current.simulator.stop(), current.printer.stop()]);
    },
    papers: () => papers,
    onPaper: (listener) => {
      listeners.push(listener);
    },
  };
}

async function startDemo(
  folder: string,
  assetsDir: string,
  clock: Clock,
  onPaper: (printer: VirtualPrinter) => void,
): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(SEED);
  const simulator = createOzonSimulator({
    clock,
    random,
    seed: busyDay({ nowMs: clock.nowMs(), random }),
    assetsDir,
    stateFile: path.join(folder, 'ozon.json'),
  });
  const { url } = await simulator.start();
  const printer: VirtualPrinter = createVirtualPrinter({
    language: 'auto',
    // A search for printers then finds one that speaks TSPL, as the demo's printer is set up.
    answersIn: 'tspl',
    clock,
    onPaper: () => onPaper(printer),
  });
  const address = await printer.start();
  return {
    simulator,
    printer,
    world: demoWorld(simulator, url, address.port),
    stopArrivals: letOrdersArrive(simulator, clock, random),
  };
}

function demoWorld(simulator: OzonSimulator, url: string, printerPort: number): DemoWorld {
  const { clientId, apiKey } = simulator.keys;
  return {
    shops: [
      { platform: 'ozon', name: simulator.world().seller.companyName, settings: { clientId, apiKey, baseUrl: url } },
    ],
    printer: { kind: 'tcp', host: '127.0.0.1', port: printerPort },
    products: demoCatalogue.map(({ offerId, title, variant, pictureFile, bin, quantity }) => ({
      sku: offerId,
      title,
      variant,
      picture: `pictures/${pictureFile}`,
      bin,
      quantity,
    })),
  };
}

/** A new order comes in every minute or two, so that the demo lives. */
function letOrdersArrive(simulator: OzonSimulator, clock: Clock, random: () => number): () => void {
  let cancel: () => void = () => undefined;
  const next = (): void => {
    cancel = clock.after(nextArrivalInMs(random), () => {
      simulator.addPosting(arriving(simulator.world(), clock.nowMs(), random));
      next();
    });
  };
  next();
  return () => cancel();
}

function paperViews(printer: VirtualPrinter): PaperView[] {
  return printer
    .papers()
    .map((paper) => ({
      id: paper.id,
      atMs: paper.receivedAtMs,
      widthDots: paper.widthDots,
      heightDots: paper.heightDots,
      language: paper.language,
      byteCount: paper.byteCount,
      png: Buffer.from(paper.png).toString('base64'),
    }))
    .reverse();
}
