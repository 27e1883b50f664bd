import { Connections } from './connections.ts';
import type { AppDeps } from './deps.ts';
import { boardHandlers } from './handlers/board-handlers.ts';
import type { AppHandlers } from './handlers/handler-table.ts';
import { orderHandlers } from './handlers/order-handlers.ts';
import { outboxHandlers } from './handlers/outbox-handlers.ts';
import { printingHandlers } from './handlers/printing-handlers.ts';
import { shopHandlers } from './handlers/shop-handlers.ts';
import { PreparedLabels } from './printing/prepared-labels.ts';
import { startDemo } from './shops/demo-shop.ts';
import { Workers } from './workers.ts';
import { errorText } from './error-text.ts';

export interface App {
  readonly handlers: AppHandlers;
  /** Settles what a crash left open, brings a demo shop's simulator back, and starts the workers. */
  start(): Promise<void>;
  /** Takes no new work, waits for what is under way and closes the adapters that were handed in. */
  stop(): Promise<void>;
  /** The machine woke up or the network came back. */
  resume(): void;
}

/** Composition root of the use-cases: ports in, handlers out. The host and the tests differ only in the ports. */
export function buildApp(deps: AppDeps): App {
  const connections = new Connections(deps);
  const prepared = new PreparedLabels(deps.rasteriser);
  const workers = new Workers(deps, connections, prepared);
  deps.demo.onPaper(() => {
    const announce = async () => deps.events.emit('papers.changed', { revision: await deps.store.read.revision() });
    // Paper that comes out while the app closes has nobody left to hear of it.
    announce().catch(() => undefined);
  });
  return {
    handlers: {
      ...boardHandlers(deps, workers),
      ...orderHandlers(deps, { connections, workers, prepared }),
      ...outboxHandlers(deps, workers),
      ...printingHandlers(deps, workers),
      ...shopHandlers(deps, workers),
    },
    start: async () => {
      await resumeDemo(deps);
      await workers.start();
    },
    stop: async () => {
      await workers.stop();
      await deps.demo.stop();
      await deps.rasteriser.close();
      await deps.store.close();
    },
    resume: () => workers.syncNow(),
  };
}

/** A demo that cannot be brought back must not keep the seller from her real shops. */
async function resumeDemo(deps: AppDeps): Promise<void> {
  const shops = await deps.store.read.shops();
  if (!shops.some((shop) => shop.isDemo)) return;
  await startDemo(deps).catch((error: unknown) => {
    deps.log.error('demo-failed', { error: errorText(error) });
  });
}
