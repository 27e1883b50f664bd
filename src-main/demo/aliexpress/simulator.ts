import type { DemoClock } from '../clock.ts';
import type { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { createLoopbackServer } from '../kit/http/loopback-server.ts';
import type { RequestLog } from '../kit/http/request-log.ts';
import { serveExchange } from '../kit/http/serve-exchange.ts';
import type { Random } from '../random.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import * as happenings from './happenings.ts';
import { aliService } from './http/ali-service.ts';
import { defaultRateLimit, type RateLimit } from './http/rate-gate.ts';
import { createPdfs } from './label-pdf.ts';
import type { AliOrder } from './order.ts';
import { Platform } from './platform.ts';
import type { MoveName } from './rules/lifecycle.ts';
import { readWorld } from './state-file.ts';
import { demoTimings, type AliTimings } from './timings.ts';
import { newCode } from './tokens.ts';
import type { AliApp, AliWorld } from './world.ts';

export interface AliSimulatorOptions {
  clock: DemoClock;
  random: Random;
  /** The world to begin with; a state file that exists wins over it. */
  seed: AliWorld;
  /** The folder that holds `fonts/`. */
  assetsDir: string;
  timings?: AliTimings;
  faults?: readonly FaultRule[];
  stateFile?: string;
  rateLimit?: RateLimit;
  /** Opens `/__sim/` for tests that run in another process. Never set in the app. */
  hasControl?: boolean;
}

export interface AliKeys {
  appKey: string;
  appSecret: string;
  redirectUri: string;
  accessToken: string;
  refreshToken: string;
}

export interface AliSimulator {
  /** Listens on 127.0.0.1 only; without a port the system picks one. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection, the hanging ones too. */
  stop(): Promise<void>;
  /** A copy of everything the platform knows at this moment, every effect counted. */
  world(): AliWorld;
  readonly keys: AliKeys;
  /** Rules are matched against `/sync/<method>`, `/rest<path>` and `/oauth/authorize`. */
  readonly faults: FaultSwitchboard<FaultKind>;
  /** The newest requests with their bytes, and the times of all. */
  readonly requests: Pick<RequestLog, 'requests' | 'times' | 'count'>;
  addOrder(order: AliOrder): void;
  /** A plain move: `pay`, `holdAtRisk`, `passRisk`, `cancelInRisk`, `buyerAccepts` … Throws Error when the order is not there. */
  move(orderId: string, name: MoveName): void;
  /** The buyer asks to cancel a paid order; the seller has 48 hours to answer. */
  askToCancel(orderId: string, reason?: string): void;
  freeze(orderId: string): void;
  unfreeze(orderId: string): void;
  moveDeadline(orderId: string, dueAtMs: number): void;
  changeAddress(orderId: string, detailAddress: string): void;
  /** The id of the new dispute. */
  openIssue(wish: happenings.IssueWish): string;
  cancelIssue(issueId: string): void;
  returnGoods(issueId: string, returnNo: string): void;
  handOverParcel(waybillId: string): void;
  troubleWaybill(waybillId: string, status: string): void;
  addScan(orderId: string, scan: { logisticsNo: string; actionCode: string; text: string }): void;
  /** What the authorise page would hand out. */
  issueCode(uuid?: string): string;
  expireAccessToken(): void;
  expireRefreshToken(): void;
  /** Permission packages, allowed addresses, switched-off operations and the like. */
  changeApp(change: Partial<AliApp>): void;
}

/**
 * The AliExpress Open Platform as a strict stand-in on loopback: both gateways, OAuth, its errors, delays, limits and faults, written from
 * the platform's documents alone. Throws when the state file is not one of ours.
 */
export function createAliSimulator(options: AliSimulatorOptions): AliSimulator {
  const stateFile = options.stateFile ?? null;
  const remembered = stateFile === null ? null : readWorld(stateFile);
  const platform = new Platform({
    clock: options.clock,
    random: options.random,
    world: remembered ?? structuredClone(options.seed),
    timings: options.timings ?? demoTimings,
    rateLimit: options.rateLimit ?? defaultRateLimit,
    pdfs: createPdfs(options.assetsDir),
    stateFile,
  });
  for (const rule of options.faults ?? []) platform.faults.add(rule);
  const service = aliService(platform, options.hasControl === true);
  const server = createLoopbackServer((request, response) => serveExchange(service, request, response));
  return {
    start: (port) => server.start(port),
    stop: () => server.stop(),
    world: () => {
      if (platform.catchUp()) platform.save();
      return structuredClone(platform.world);
    },
    keys: keysOf(platform.world),
    faults: platform.faults,
    requests: platform.log,
    ...switches(platform),
  };
}

function keysOf(world: AliWorld): AliKeys {
  const session = world.sessions.at(-1);
  return {
    appKey: world.app.appKey,
    appSecret: world.app.appSecret,
    redirectUri: world.app.redirectUri,
    accessToken: session?.accessToken ?? '',
    refreshToken: session?.refreshToken ?? '',
  };
}

type Switches = Omit<AliSimulator, 'start' | 'stop' | 'world' | 'keys' | 'faults' | 'requests'>;

function switches(platform: Platform): Switches {
  const { timings } = platform;
  return {
    addOrder: (order) => platform.change((store) => store.add(structuredClone(order))),
    move: (orderId, name) =>
      platform.change((store, nowMs) => happenings.happenTo(store, orderId, name, nowMs, timings)),
    askToCancel: (orderId, reason = 'I do not want this order') =>
      platform.change((store, nowMs) => happenings.askToCancel(store, orderId, reason, nowMs, timings)),
    freeze: (orderId) => platform.change((store, nowMs) => happenings.freeze(store, orderId, nowMs)),
    unfreeze: (orderId) => platform.change((store, nowMs) => happenings.unfreeze(store, orderId, nowMs)),
    moveDeadline: (orderId, dueAtMs) => platform.change((store) => happenings.moveDeadline(store, orderId, dueAtMs)),
    changeAddress: (orderId, text) =>
      platform.change((store, nowMs) => happenings.changeAddress(store, orderId, text, nowMs)),
    openIssue: (wish) => platform.change((store, nowMs) => happenings.openIssue(store, wish, nowMs, timings)),
    cancelIssue: (issueId) => platform.change((store, nowMs) => happenings.cancelIssue(store, issueId, nowMs, timings)),
    returnGoods: (issueId, returnNo) =>
      platform.change((store, nowMs) => happenings.returnGoods(store, issueId, returnNo, nowMs)),
    handOverParcel: (waybillId) =>
      platform.change((store, nowMs) => happenings.handOverParcel(store, waybillId, nowMs)),
    troubleWaybill: (waybillId, status) =>
      platform.change((store) => happenings.troubleWaybill(store, waybillId, status)),
    addScan: (orderId, scan) => platform.change((store, nowMs) => happenings.addScan(store, orderId, scan, nowMs)),
    issueCode: (uuid = '') => platform.change((_store, nowMs) => newCode(platform.world, uuid, nowMs, platform.random)),
    expireAccessToken: () => platform.change((store, nowMs) => happenings.expireAccessToken(store, nowMs)),
    expireRefreshToken: () => platform.change((store, nowMs) => happenings.expireRefreshToken(store, nowMs)),
    changeApp: (change) => platform.change((store) => Object.assign(store.world.app, change)),
  };
}
