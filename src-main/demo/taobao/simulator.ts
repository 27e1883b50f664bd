import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';
import type { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { createLoopbackServer } from '../kit/http/loopback-server.ts';
import type { RequestLog } from '../kit/http/request-log.ts';
import { serveExchange } from '../kit/http/serve-exchange.ts';
import type { CallLimitOptions } from './call-limits.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import { topService } from './http/top-service.ts';
import type { TaobaoChoices } from './method.ts';
import { Platform } from './platform.ts';
import { refreshSession } from './rules/session.ts';
import { readWorld } from './state-file.ts';
import type { WorldStore } from './store.ts';
import { demoTimings, type TaobaoTimings } from './timings.ts';
import type { TaobaoTrade } from './trade.ts';
import type { TaobaoWorld } from './world.ts';

export interface TaobaoSimulatorOptions {
  clock: DemoClock;
  random: Random;
  /** The world to begin with; a state file that exists wins over it. */
  seed: TaobaoWorld;
  timings?: TaobaoTimings;
  choices?: Partial<TaobaoChoices>;
  callLimits?: Partial<CallLimitOptions>;
  faults?: readonly FaultRule[];
  stateFile?: string;
  /** Opens `/__sim/` for tests that run in another process. Never set in the app. */
  hasControl?: boolean;
}

export interface TaobaoKeys {
  appKey: string;
  secret: string;
  session: string;
  redirectUri: string;
}

export interface TaobaoSimulator {
  /** Listens on 127.0.0.1 only; without a port the system picks one. The router is at `/router/rest`, OAuth at `/authorize` and `/token`. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection, the hanging ones too. */
  stop(): Promise<void>;
  /** A copy of everything the platform knows at this moment: the books. */
  world(): TaobaoWorld;
  keys(): TaobaoKeys;
  readonly faults: FaultSwitchboard<FaultKind>;
  /** What was asked and when, for checks of the rates. */
  readonly log: RequestLog;
  addTrade(trade: TaobaoTrade): void;
  /** Lets something happen without the seller: see `happenings.ts`. */
  change<T>(act: (store: WorldStore, nowMs: number, timings: TaobaoTimings) => T): T;
  /** The token dies now, as after a change of the password. */
  expireSession(): void;
  /** A new token, as after a new authorisation; the old one is invalid. */
  renewSession(): void;
  /** An API, or all that begin with a name and `*`. */
  withdrawPermission(api: string): void;
  grantPermission(api: string): void;
}

/**
 * The Taobao Open Platform with Cainiao's waybills as a strict stand-in on loopback: its router, signatures, errors, limits and faults,
 * written from the platform's documents alone. Throws when the state file is not one of ours.
 */
export function createTaobaoSimulator(options: TaobaoSimulatorOptions): TaobaoSimulator {
  const platform = createPlatform(options);
  const service = topService(platform, options.hasControl === true);
  const server = createLoopbackServer((request, response) => serveExchange(service, request, response));
  return {
    start: (port) => server.start(port),
    stop: () => server.stop(),
    world: () => {
      if (platform.catchUp()) platform.save();
      return structuredClone(platform.world);
    },
    keys: () => keysOf(platform.world),
    faults: platform.faults,
    log: platform.log,
    addTrade: (trade) => platform.change((store) => store.addTrade(structuredClone(trade))),
    change: (act) => platform.change((store, nowMs) => act(store, nowMs, platform.timings)),
    expireSession: () => platform.change(({ world }, nowMs) => void (world.session.expiresAtMs = nowMs)),
    renewSession: () => platform.change((store, nowMs) => refreshSession(store.world, store.newSerial(), nowMs)),
    withdrawPermission: (api) => platform.change(({ world }) => void world.app.withheldApis.push(api)),
    grantPermission: (api) =>
      platform.change(({ world }) => {
        world.app.withheldApis = world.app.withheldApis.filter((withheld) => withheld !== api);
      }),
  };
}

function createPlatform(options: TaobaoSimulatorOptions): Platform {
  const stateFile = options.stateFile ?? null;
  const remembered = stateFile === null ? null : readWorld(stateFile);
  const platform = new Platform({
    clock: options.clock,
    random: options.random,
    world: remembered ?? structuredClone(options.seed),
    timings: options.timings ?? demoTimings,
    choices: { refusesUnknownFields: true, returnsBalance: true, smsAboveFen: 200_000, ...options.choices },
    callLimits: { callsPerSecond: 20, callsPerDay: 1_000_000, banSeconds: 1, ...options.callLimits },
    stateFile,
  });
  for (const rule of options.faults ?? []) platform.faults.add(rule);
  return platform;
}

export function keysOf({ app, session }: TaobaoWorld): TaobaoKeys {
  return { appKey: app.appKey, secret: app.secret, session: session.accessToken, redirectUri: app.redirectUri };
}
