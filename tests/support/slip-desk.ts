import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { encodeLabel } from '../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../src-main/adapters/printers/raster/rasteriser.ts';
import { randomIds } from '../../src-main/adapters/system/random-ids.ts';
import type { AppDeps } from '../../src-main/app/deps.ts';
import type { PrintPayload, TransportOutcome } from '../../src-main/app/ports/printers.ts';
import { DEFAULT_PREFERENCES, type PreferenceValues } from '../../src-main/app/ports/preferences.ts';
import type { PrinterRole } from '../../src-main/app/ports/store-printing.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../src-main/core/label/printer-profile.ts';
import type { OrderId, PrinterId } from '../../src-main/core/shared/ids.ts';
import { sampleOrder, type OrderChange } from '../integration/sqlite/sample-orders.ts';
import { tempStore, type TempStore } from '../integration/sqlite/temp-store.ts';
import { fakeClock } from './fake-clock.ts';
import { quietLog, type QuietLog } from './quiet-log.ts';
import { testDocuments } from './test-documents.ts';
import { memoryPreferences } from './test-ports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const rasteriser = createRasteriser({
  workerFile: path.join(ROOT, 'src-main/adapters/printers/raster/raster-worker.ts'),
});
afterAll(() => rasteriser.close());
const documents = testDocuments();
afterAll(() => documents.close());

export interface SlipDesk {
  readonly deps: AppDeps;
  readonly store: TempStore['store'];
  readonly log: QuietLog;
  readonly sent: { readonly printer: string; readonly payload: PrintPayload }[];
  readonly events: string[];
  addOrder(number: number, change?: OrderChange): Promise<OrderId>;
  addPrinter(name: string, roles: readonly PrinterRole[], profile?: Partial<PrinterProfile>): Promise<PrinterId>;
}

/** Real store, real drawing; what goes to a printer is kept for the test to look at. */
export async function slipDesk(
  preferences: Partial<PreferenceValues> = {},
  outcome: TransportOutcome = { kind: 'sent', bytes: 1 },
): Promise<SlipDesk> {
  const temp = await tempStore();
  onTestFinished(() => temp.remove());
  const { store } = temp;
  const sent: SlipDesk['sent'] = [];
  const events: string[] = [];
  const log = quietLog();
  // Connectors, finder and demo have no part in paper.
  const deps = {
    store,
    clock: fakeClock(),
    ids: randomIds,
    log,
    events: { emit: (name: string) => void events.push(name) },
    preferences: memoryPreferences({ ...DEFAULT_PREFERENCES, ...preferences }),
    locale: () => 'en' as const,
    rasteriser,
    encode: encodeLabel,
    documents,
    transport: {
      send: async ({ address }, payload) => {
        sent.push({ printer: 'host' in address ? address.host : '', payload });
        return outcome;
      },
      status: async () => ({ kind: 'silent' }),
      close: () => undefined,
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  } satisfies Partial<AppDeps> as Partial<AppDeps> as AppDeps;
  return {
    deps,
    store,
    log,
    sent,
    events,
    addOrder: async (number, change) => {
      const order = sampleOrder(number, change);
      await store.write((tx) => tx.saveOrder(order));
      return order.id;
    },
    addPrinter: async (name, roles, profile = {}) => {
      const id = randomIds.next() as PrinterId;
      const address = { kind: 'tcp', host: name, port: 9100 } as const;
      await store.write((tx) =>
        tx.savePrinter({ id, name, address, profile: { ...DEFAULT_PROFILE, ...profile }, roles, isVirtual: false }),
      );
      return id;
    },
  };
}
