import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { headerText, type Asked } from '../../kit/http/asked.ts';
import type { StruckFaults } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { deadPaths, routes } from '../routes.ts';
import { refusalAnswer, tooManyRequests, unknownPath } from './answer.ts';
import { checkAccess } from './check-access.ts';
import { readApiBody } from './read-api-body.ts';
import { spoilValue } from './spoil.ts';

/** One API request from its headers to its answer. Whatever it changed is on disk before this returns. */
export function apiCall(platform: Platform, asked: Asked, faults: StruckFaults): Answer {
  const path = asked.url.pathname;
  const live = routes.get(path);
  if (live === undefined && !deadPaths.has(path)) return unknownPath();
  const nowMs = platform.clock.nowMs();
  try {
    checkAccess(asked.headers, platform.world.seller, path, nowMs);
    const remaining = platform.rateLimit.take(headerText(asked.headers, 'client-id'), nowMs);
    if (remaining < 0) return tooManyRequests(1);
    if (live === undefined || isGone(live, nowMs) || faults.has('version-removed'))
      throw notFound('method is not allowed');
    const body = readApiBody(asked);
    const value = platform.run(live, body, {
      store: platform.store,
      timings: platform.timings,
      random: platform.random,
      nowMs,
      baseUrl: asked.url.origin,
      fault: (kind) => faults.get(kind),
    });
    const page = platform.lastPages.choose(path, value, faults.has('duplicate-page'));
    return jsonAnswer(200, spoilValue(page, faults), { 'Ratelimit-Remaining': String(remaining) });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

function isGone(route: Route, nowMs: number): boolean {
  return route.diesOn !== null && nowMs >= Date.parse(`${route.diesOn}T00:00:00Z`);
}
