import path from 'node:path';
import { onTestFinished } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import { createTcpSender } from '../../../src-main/adapters/printers/transports/tcp.ts';
import { openStore, type SqliteStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { randomIds } from '../../../src-main/adapters/system/random-ids.ts';
import type { AppDeps } from '../../../src-main/app/deps.ts';
import { createDispatch } from '../../../src-main/app/dispatch.ts';
import type { AppHandlers, HostHandlers } from '../../../src-main/app/handlers/handler-table.ts';
import { printersHandlers } from '../../../src-main/app/handlers/printers-handlers.ts';
import type { PrinterFinder } from '../../../src-main/app/ports/printers.ts';
import { PrinterStates } from '../../../src-main/app/printers/printer-states.ts';
import type { Envelope } from '../../../src-main/contract/errors.ts';
import type { AppEvent } from '../../../src-main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../src-main/contract/index.ts';
import { createVirtualPrinter, type VirtualPrinterOptions } from '../../../src-main/demo/printer/virtual-printer.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { quietLog } from '../../support/quiet-log.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { TEST_STORE_KEY } from '../../support/test-ports.ts';

/** The printers' use-cases alone: a real store and real printing, a clock that stands, and a finder of the test's. */
export interface PrintersBench {
  readonly store: SqliteStore;
  readonly deps: AppDeps;
  readonly states: PrinterStates;
  readonly clock: FakeClock;
  readonly events: AppEvent[];
  ask<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Envelope<MethodOutput<Name>>>;
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
}

const nothingFound: PrinterFinder = { find: async () => [], probe: async () => null };

export async function startPrintersBench(finder: PrinterFinder = nothingFound): Promise<PrintersBench> {
  const folder = tempFolder();
  const store = await openStore({
    file: path.join(folder, 'orders.db'),
    key: TEST_STORE_KEY,
    backupsDir: path.join(folder, 'backups'),
  });
  onTestFinished(() => store.close());
  const clock = fakeClock();
  const log = quietLog();
  const events: AppEvent[] = [];
  const transport = createPrinterTransport({
    platform: process.platform,
    senders: { tcp: createTcpSender({ connectMs: 500, stallMs: 300, lingerMs: 300 }) },
  });
  const deps = {
    store,
    clock,
    log,
    transport,
    finder,
    ids: randomIds,
    encode: encodeLabel,
    events: { emit: (name: string, payload: unknown) => void events.push({ name, payload } as AppEvent) },
  } as unknown as AppDeps;
  const states = new PrinterStates(deps);
  const app = printersHandlers(deps, states) as AppHandlers;
  const dispatch = createDispatch({
    log,
    host: {} as HostHandlers,
    app: () => app,
    monotonicMs: () => performance.now(),
  });
  const ask = <Name extends MethodName>(name: Name, input: MethodInput<Name>) =>
    dispatch(name, input) as Promise<Envelope<MethodOutput<Name>>>;
  const call = async <Name extends MethodName>(name: Name, input: MethodInput<Name>) => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.params)} ${JSON.stringify(log.lines)}`);
    return answer.value;
  };
  return { store, deps, states, clock, events, ask, call };
}

/** A virtual printer that runs until the test ends. */
export async function startVirtualPrinter(options: Partial<VirtualPrinterOptions> = {}) {
  const printer = createVirtualPrinter({ language: 'auto', clock: fakeClock(), ...options });
  const { host, port } = await printer.start();
  onTestFinished(() => printer.stop());
  return { printer, address: { kind: 'tcp', host, port } as const };
}
