import type { DemoClock } from '../clock.ts';
import type { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { createLoopbackServer } from '../kit/http/loopback-server.ts';
import type { RequestLog } from '../kit/http/request-log.ts';
import { serveExchange } from '../kit/http/serve-exchange.ts';
import type { BucketLimit } from '../kit/limits/token-buckets.ts';
import type { Random } from '../random.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import { amazonService } from './http/amazon-service.ts';
import { createDrawLabel } from './label/draw-label.ts';
import type { Region } from './marketplaces.ts';
import type { AmazonOrder } from './order.ts';
import { Platform } from './platform.ts';
import { readWorld } from './state-file.ts';
import type { AmazonStore } from './store.ts';
import { demoTimings, type AmazonTimings } from './timings.ts';
import type { AmazonWorld } from './world.ts';

export interface AmazonSimulatorOptions {
  clock: DemoClock;
  random: Random;
  /** The world to begin with; a state file that exists wins over it. */
  seed: AmazonWorld;
  /** The folder that holds `fonts/`. */
  assetsDir: string;
  timings?: AmazonTimings;
  faults?: readonly FaultRule[];
  stateFile?: string;
  /** Serves this region only, as a real regional host does; without it every region, told apart by the token. */
  hostRegion?: Region;
  /** Limits by operation name that differ from the published ones. */
  limits?: Readonly<Record<string, BucketLimit>>;
  /** Opens `/__sim/` for tests that run in another process. Never set in the app. */
  hasControl?: boolean;
}

/** What a seller copies into the settings of a shop. */
export interface AmazonKeys {
  clientId: string;
  clientSecret: string;
  refreshTokens: Partial<Record<Region, string>>;
  sellerIds: Partial<Record<Region, string>>;
}

export interface AmazonSimulator {
  /** Listens on 127.0.0.1 only. The token endpoint is `/auth/o2/token` at the same address. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection, the hanging ones too. */
  stop(): Promise<void>;
  /** A copy of everything the platform knows at this moment, every effect counted. */
  world(): AmazonWorld;
  /** A copy of one order in the books, cheap where `world` is not; null when there is none. */
  order(orderId: string): AmazonOrder | null;
  /** The keys that work now; after `rotateSecret` the new secret. */
  keys(): AmazonKeys;
  readonly faults: FaultSwitchboard<FaultKind>;
  /** Every request with its time, operation, account and status. */
  readonly log: RequestLog;
  addOrder(order: AmazonOrder): void;
  /** One thing from `happenings.ts`: `happen((store, nowMs) => cancelByBuyer(store, orderId, nowMs))`. */
  happen<T>(act: (store: AmazonStore, nowMs: number) => T): T;
}

/**
 * The Selling Partner API as a strict stand-in on loopback: its operations, errors, delays, limits and faults, written from the platform's
 * documents alone. Throws when the state file is not one of ours.
 */
export function createAmazonSimulator(options: AmazonSimulatorOptions): AmazonSimulator {
  const stateFile = options.stateFile ?? null;
  const remembered = stateFile === null ? null : readWorld(stateFile);
  const platform = new Platform({
    clock: options.clock,
    random: options.random,
    world: remembered ?? structuredClone(options.seed),
    timings: options.timings ?? demoTimings,
    hostRegion: options.hostRegion ?? null,
    limits: options.limits ?? {},
    stateFile,
  });
  for (const rule of options.faults ?? []) platform.faults.add(rule);
  const service = amazonService(platform, createDrawLabel(options.assetsDir), options.hasControl === true);
  const server = createLoopbackServer((request, response) => serveExchange(service, request, response));
  return {
    start: (port) => server.start(port),
    stop: () => server.stop(),
    world: () => {
      if (platform.catchUp()) platform.save();
      return structuredClone(platform.world);
    },
    order: (orderId) => {
      if (platform.catchUp()) platform.save();
      return structuredClone(platform.store.find(orderId) ?? null);
    },
    keys: () => keysOf(platform.world),
    faults: platform.faults,
    log: platform.log,
    addOrder: (order) => platform.change((store) => store.add(structuredClone(order))),
    happen: (act) => platform.change(act),
  };
}

function keysOf({ app, accounts }: AmazonWorld): AmazonKeys {
  const keys: AmazonKeys = {
    clientId: app.clientId,
    clientSecret: app.secrets.at(-1)?.value ?? '',
    refreshTokens: {},
    sellerIds: {},
  };
  for (const { region, sellerId, refreshTokens } of accounts) {
    keys.refreshTokens[region] = refreshTokens.findLast((token) => !token.isRevoked)?.value ?? '';
    keys.sellerIds[region] = sellerId;
  }
  return keys;
}
