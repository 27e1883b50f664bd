import type { PaperView } from '../../contract/methods/printing.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Demo } from '../../app/ports/demo.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import type { VirtualPrinter } from '../../demo/printer/virtual-printer.ts';
import type { RunningDemo } from './start-demo.ts';

export interface DemoOptions {
  readonly folder: string;
  readonly assetsDir: string;
  /** Shops on these platforms only; null: on all five. */
  readonly platforms: readonly string[] | null;
  readonly clock?: Clock;
}

/**
 * The demo in this process: a shop on each platform, which remember in `folder`, a label printer and Cainiao's print
 * client. Their code is loaded when somebody wants them, not when the app starts.
 */
export function createDemo({ folder, assetsDir, platforms, clock = systemClock }: DemoOptions): Demo {
  let running: Promise<RunningDemo> | null = null;
  let papers: readonly PaperView[] = [];
  const listeners: (() => void)[] = [];
  const onPaper = (printer: VirtualPrinter): void => {
    papers = paperViews(printer);
    for (const listener of listeners) listener();
  };
  const begin = async (): Promise<RunningDemo> => {
    const { startDemo } = await import('./start-demo.ts');
    return startDemo({ folder, assetsDir, platforms, clock, onPaper });
  };
  return {
    start: async () => {
      running ??= begin();
      return (await running).world;
    },
    stop: async () => {
      const current = await running;
      running = null;
      await current?.stop();
    },
    papers: () => papers,
    onPaper: (listener) => {
      listeners.push(listener);
    },
  };
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
