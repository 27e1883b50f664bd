import type { EventPayload } from '../contract/events.ts';
import { Connections } from './connections.ts';
import type { AppDeps } from './deps.ts';
import { afterSalesHandlers } from './handlers/after-sales-handlers.ts';
import { attachmentsHandlers } from './handlers/attachments-handlers.ts';
import { boardHandlers } from './handlers/board-handlers.ts';
import { casesHandlers } from './handlers/cases-handlers.ts';
import { filesHandlers } from './handlers/files-handlers.ts';
import type { AppHandlers } from './handlers/handler-table.ts';
import { labelsHandlers } from './handlers/labels-handlers.ts';
import { orderHandlers } from './handlers/order-handlers.ts';
import { outboxHandlers } from './handlers/outbox-handlers.ts';
import { printersHandlers } from './handlers/printers-handlers.ts';
import { printingHandlers } from './handlers/printing-handlers.ts';
import { shopHandlers } from './handlers/shop-handlers.ts';
import { slipsHandlers } from './handlers/slips-handlers.ts';
import { stockHandlers } from './handlers/stock-handlers.ts';
import { todayHandlers } from './handlers/today-handlers.ts';
import { tagsHandlers } from './handlers/tags-handlers.ts';
import { viewsHandlers } from './handlers/views-handlers.ts';
import { PrinterStates } from './printers/printer-states.ts';
import { PreparedLabels } from './printing/prepared-labels.ts';
import { ReadyLabels } from './printing/ready-labels.ts';
import { startDemo } from './shops/demo-shop.ts';
import { Workers, type WorkerTools } from './workers.ts';
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

/** A label takes a desk printer a second or two; one that has stopped reading must not keep the app open. */
const CLOSING_GRACE_MS = 4_000;

/** Composition root of the use-cases: ports in, handlers out. The host and the tests differ only in the ports. */
export function buildApp(ports: AppDeps, tuning: Pick<WorkerTools, 'stateReadMs'> = {}): App {
  // The counts on the tray follow what is announced, whoever announces it.
  const events: AppDeps['events'] = {
    emit: (name, payload) => {
      ports.events.emit(name, payload);
      if (name === 'orders.changed' || name === 'shops.changed') workers.notices.changed();
      if (name === 'orders.changed') workers.stock.ordersChanged((payload as EventPayload<'orders.changed'>).ids);
    },
  };
  const deps: AppDeps = { ...ports, events };
  const connections = new Connections(deps);
  const prepared = new PreparedLabels(deps.rasteriser);
  const states = new PrinterStates(deps);
  const labels = new ReadyLabels(deps, prepared);
  const workers = new Workers(deps, { connections, labels, states, ...tuning });
  deps.demo.onPaper(() => {
    const announce = async () => deps.events.emit('papers.changed', { revision: await deps.store.read.revision() });
    // Paper that comes out while the app closes has nobody left to hear of it.
    announce().catch(() => undefined);
  });
  return {
    handlers: {
      ...afterSalesHandlers(deps, workers),
      ...attachmentsHandlers(deps),
      ...boardHandlers(deps, workers),
      ...casesHandlers(deps),
      ...filesHandlers(deps),
      ...labelsHandlers(deps, { connections, workers, prepared }),
      ...orderHandlers(deps, { connections, workers, prepared }),
      ...outboxHandlers(deps, workers),
      ...printersHandlers(deps, states),
      ...printingHandlers(deps, workers),
      ...shopHandlers(deps, { connections, workers }),
      ...slipsHandlers(deps),
      ...stockHandlers(deps, workers.stock),
      ...tagsHandlers(deps),
      ...viewsHandlers(deps),
      ...todayHandlers(deps),
    },
    start: async () => {
      await resumeDemo(deps);
      await workers.start();
    },
    stop: async () => {
      deps.transport.close(CLOSING_GRACE_MS);
      await workers.stop();
      await deps.demo.stop();
      await deps.rasteriser.close();
      await deps.documents.close();
      await deps.store.close();
    },
    resume: () => workers.resume(),
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
