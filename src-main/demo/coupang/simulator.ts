import type { DemoClock } from '../clock.ts';
import type { RecordedRequest, RequestTime } from '../kit/http/request-log.ts';
import { createLoopbackServer, type LoopbackServer } from '../kit/http/loopback-server.ts';
import { serveExchange } from '../kit/http/serve-exchange.ts';
import { readState } from '../kit/state/state-file.ts';
import type { Random } from '../random.ts';
import type { CoupangEvent } from './events.ts';
import type { CoupangFaultRule, CoupangSwitchboard } from './faults.ts';
import type { Happened } from './happenings.ts';
import { createService } from './http/service.ts';
import { Platform } from './platform.ts';
import { stateMarks } from './state-marks.ts';
import { demoTimings, type CoupangTimings } from './timings.ts';
import type { CoupangWorld } from './world.ts';

export interface CoupangSimulatorOptions {
  clock: DemoClock;
  random: Random;
  /** The world to begin with; a state file that exists wins over it. */
  seed: CoupangWorld;
  timings?: CoupangTimings;
  faults?: readonly CoupangFaultRule[];
  stateFile?: string;
  /** 5 a second and seller on the live platform. */
  requestsPerSecond?: number;
  /** Opens `/__sim/` for tests that run in another process. Never set in the app. */
  hasControl?: boolean;
}

export interface CoupangKeys {
  vendorId: string;
  accessKey: string;
  secretKey: string;
  wingId: string;
}

export interface CoupangSimulator extends LoopbackServer {
  /** A copy of everything the platform knows at this moment, every effect counted. */
  world(): CoupangWorld;
  /** The keys as they are now; a renewed key changes them. */
  keys(): CoupangKeys;
  readonly faults: CoupangSwitchboard;
  /** The buyer, the carrier, the platform or the seller's line does something now. Throws when it makes no sense. */
  happen(event: CoupangEvent): Happened;
  /** The newest requests, byte for byte. */
  requests(): readonly RecordedRequest[];
  /** All requests by time, for checks of the published rate. */
  requestTimes(): readonly RequestTime[];
}

/**
 * The Coupang Wing Open API as a strict stand-in on loopback: its signature, operations, state machines, limits, errors and faults,
 * written from the platform's documents alone. Throws when the state file is not one of ours.
 */
export function createCoupangSimulator(options: CoupangSimulatorOptions): CoupangSimulator {
  const stateFile = options.stateFile ?? null;
  const remembered =
    stateFile === null ? null : readState<CoupangWorld>(stateFile, 'the Coupang simulator', stateMarks);
  const platform = new Platform({
    clock: options.clock,
    random: options.random,
    world: remembered ?? structuredClone(options.seed),
    timings: options.timings ?? demoTimings,
    requestsPerSecond: options.requestsPerSecond ?? 5,
    stateFile,
  });
  for (const rule of options.faults ?? []) platform.faults.add(rule);
  const service = createService(platform, options.hasControl === true);
  return {
    ...createLoopbackServer((request, response) => serveExchange(service, request, response)),
    world: () => structuredClone(platform.currentWorld()),
    keys: () => {
      const { vendorId, accessKey, secretKey, wingId } = platform.world.vendor;
      return { vendorId, accessKey, secretKey, wingId };
    },
    faults: platform.faults,
    happen: (event) => platform.happen(event),
    requests: () => platform.log.requests(),
    requestTimes: () => platform.log.times(),
  };
}
