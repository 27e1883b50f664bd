import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { createLoopbackServer } from '../kit/http/loopback-server.ts';
import { serveExchange } from '../kit/http/serve-exchange.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import { ozonService } from './http/ozon-service.ts';
import type { RequestTime } from '../kit/http/request-log.ts';
import { createLabelPdf } from './label-pdf.ts';
import * as buyers from './after-sales-happenings.ts';
import * as happenings from './happenings.ts';
import { Platform } from './platform.ts';
import type { OzonPosting } from './posting.ts';
import { readWorld } from './state-file.ts';
import type { WorldStore } from './store.ts';
import { demoTimings, type OzonTimings } from './timings.ts';
import type { OzonWorld } from './world.ts';

export interface OzonSimulatorOptions {
  clock: DemoClock;
  random: Random;
  /** The world to begin with; a state file that exists wins over it. */
  seed: OzonWorld;
  /** The folder that holds `fonts/`. */
  assetsDir: string;
  timings?: OzonTimings;
  faults?: readonly FaultRule[];
  stateFile?: string;
  /** 50 a second and Client-Id on the live platform. */
  requestsPerSecond?: number;
  /** Opens `/__sim/` for tests that run in another process. Never set in the app. */
  hasControl?: boolean;
}

export interface OzonSimulator {
  /** Listens on 127.0.0.1 only; without a port the system picks one. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection, the hanging ones too. */
  stop(): Promise<void>;
  /** A copy of everything the platform knows at this moment, every effect counted. */
  world(): OzonWorld;
  readonly keys: { clientId: string; apiKey: string };
  readonly faults: FaultSwitchboard<FaultKind>;
  addPosting(posting: OzonPosting): void;
  /** The buyer cancels; the platform does it at once. */
  cancelByBuyer(postingNumber: string): void;
  /** The buyer of an rFBS posting asks the seller to cancel. */
  askToCancel(postingNumber: string, message?: string): string;
  changeShipmentDate(postingNumber: string, shipmentDateMs: number): void;
  failNextShip(postingNumber: string): void;
  /** The carrier of an Ozon-followed parcel takes it now. */
  handOver(postingNumber: string): void;
  /** Lets a buyer do something after the sale. */
  afterSale<T>(act: (doing: typeof buyers, store: WorldStore, nowMs: number) => T): T;
  /** When what was asked, and what it came to. */
  requests(): readonly RequestTime[];
}

/**
 * The Ozon Seller API as a strict stand-in on loopback: its operations, errors, delays, limits and faults, written from the platform's
 * documents alone. Throws when the state file is not one of ours.
 */
export function createOzonSimulator(options: OzonSimulatorOptions): OzonSimulator {
  const stateFile = options.stateFile ?? null;
  const remembered = stateFile === null ? null : readWorld(stateFile);
  const platform = new Platform({
    clock: options.clock,
    random: options.random,
    world: remembered ?? structuredClone(options.seed),
    timings: options.timings ?? demoTimings,
    requestsPerSecond: options.requestsPerSecond ?? 50,
    stateFile,
  });
  for (const rule of options.faults ?? []) platform.faults.add(rule);
  const service = ozonService(platform, createLabelPdf(options.assetsDir), options.hasControl === true);
  const server = createLoopbackServer((request, response) => serveExchange(service, request, response));
  return {
    start: (port) => server.start(port),
    stop: () => server.stop(),
    world: () => {
      if (platform.catchUp()) platform.save();
      return structuredClone(platform.world);
    },
    keys: { clientId: platform.world.seller.clientId, apiKey: platform.world.seller.apiKey },
    faults: platform.faults,
    addPosting: (posting) => platform.change((store) => store.add(structuredClone(posting))),
    cancelByBuyer: (number) => platform.change((store, nowMs) => happenings.cancelByBuyer(store, number, nowMs)),
    askToCancel: (number, message = 'Передумал(а)') =>
      platform.change((store, nowMs) => happenings.askToCancel(store, number, message, nowMs)),
    changeShipmentDate: (number, atMs) =>
      platform.change((store) => happenings.changeShipmentDate(store, number, atMs)),
    failNextShip: (number) => platform.change((store) => happenings.failNextShip(store, number)),
    afterSale: (act) => platform.change((store, nowMs) => act(buyers, store, nowMs)),
    requests: () => platform.log.times(),
    handOver: (number) =>
      platform.change((store, nowMs) => happenings.handOver(store, number, nowMs, platform.timings)),
  };
}
