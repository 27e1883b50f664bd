import type { IncomingMessage } from 'node:http';
import type { StruckFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { deadPaths, routes } from '../routes.ts';
import { jsonAnswer, refusalAnswer, tooManyRequests, unknownPath, type Answer } from './answer.ts';
import { checkAccess, headerText } from './check-access.ts';
import { readApiBody } from './read-body.ts';
import { spoilValue } from './spoil.ts';

export interface AskedCall {
  path: string;
  text: string;
  /** Where the client found this server, for links to files. */
  baseUrl: string;
}

/** One API request from its headers to its answer. Whatever it changed is on disk before this returns. */
export function apiCall(platform: Platform, request: IncomingMessage, asked: AskedCall, faults: StruckFaults): Answer {
  const live = routes.get(asked.path);
  if (live === undefined && !deadPaths.has(asked.path)) return unknownPath();
  const nowMs = platform.clock.nowMs();
  try {
    checkAccess(request.headers, platform.world.seller, asked.path, nowMs);
    const remaining = platform.rateLimit.take(headerText(request.headers, 'client-id'), nowMs);
    if (remaining < 0) return tooManyRequests(1);
    if (live === undefined || isGone(live, nowMs) || faults.has('version-removed'))
      throw notFound('method is not allowed');
    const body = readApiBody(request, asked.text);
    const value = platform.run(live, body, {
      store: platform.store,
      timings: platform.timings,
      random: platform.random,
      nowMs,
      baseUrl: asked.baseUrl,
      fault: (kind) => faults.get(kind),
    });
    const page = platform.lastPages.choose(asked.path, value, faults);
    return jsonAnswer(200, spoilValue(page, faults), { 'Ratelimit-Remaining': String(remaining) });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

function isGone(route: Route, nowMs: number): boolean {
  return route.diesOn !== null && nowMs >= Date.parse(`${route.diesOn}T00:00:00Z`);
}
