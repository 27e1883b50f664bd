import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoClock } from '../../clock.ts';
import type { FaultSwitchboard, NetworkFault, StruckFaults } from '../faults/fault-switchboard.ts';
import { cutInTheMiddle, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { BodyTooLarge, readBody } from './read-body.ts';
import type { RecordedRequest, RequestLog } from './request-log.ts';

/** What a platform brings to its server: everything about it that is not plain HTTP. */
export interface Service<Kind extends string> {
  readonly clock: DemoClock;
  readonly faults: FaultSwitchboard<Kind | NetworkFault>;
  readonly log: RequestLog;
  readonly mostBodyBytes: number;
  /** Answers `/__sim/…`; null unless the simulator was started for tests in another process. */
  readonly control: ((asked: Asked) => Answer | Promise<Answer>) | null;
  /** Told of every request that is not control, before any fault strikes it. */
  arrived?(asked: RecordedRequest): void;
  /** What a front server says before the platform has looked at the request, when a fault strikes; null to go on. */
  early(asked: RecordedRequest, faults: StruckFaults<Kind | NetworkFault>): Answer | null;
  /** The platform's answer. It may write its `operation` and `client` onto the request for the log. */
  answer(asked: RecordedRequest, faults: StruckFaults<Kind | NetworkFault>): Answer | Promise<Answer>;
  /** A body beyond `mostBodyBytes`. */
  tooLarge(): Answer;
  /** An address that cannot be parsed. */
  badAddress(): Answer;
  /** The simulator itself is at fault; the words are for whoever mends it. */
  broken(error: unknown): Answer;
}

/** Every request ends here: as an answer, as a dropped connection or as one that stays silent. Never throws. */
export async function serveExchange<Kind extends string>(
  service: Service<Kind>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.on('error', () => undefined);
  try {
    const asked = await askedOf(request, service.mostBodyBytes);
    if (asked === null) send(response, service.badAddress(), service.clock.nowMs());
    else if (service.control !== null && asked.url.pathname.startsWith('/__sim/')) {
      send(response, await service.control(asked), service.clock.nowMs());
    } else await serveWithFaults(service, asked, response);
  } catch (error) {
    const answer = error instanceof BodyTooLarge ? service.tooLarge() : service.broken(error);
    send(response, answer, service.clock.nowMs());
  }
}

async function askedOf(request: IncomingMessage, mostBodyBytes: number): Promise<Asked | null> {
  const target = request.url ?? '/';
  const url = URL.parse(target, `http://${request.headers.host ?? '127.0.0.1'}`);
  if (url === null) return null;
  const body = await readBody(request, mostBodyBytes);
  return { method: request.method ?? '', target, url, headers: request.headers, rawHeaders: request.rawHeaders, body };
}

async function serveWithFaults<Kind extends string>(
  service: Service<Kind>,
  asked: Asked,
  response: ServerResponse,
): Promise<void> {
  const entry = service.log.begin(asked, service.clock.nowMs());
  try {
    service.arrived?.(entry);
    const faults = service.faults.strike(asked.url.pathname, asked.method);
    const latencyMs = faults.get('slow')?.latencyMs ?? 0;
    if (latencyMs > 0) await sleep(latencyMs);
    if (fellSilent(response, faults.get('timeout-before-write'))) return;
    const answer = service.early(entry, faults) ?? (await service.answer(entry, faults));
    if (fellSilent(response, faults.get('timeout-after-write'))) return;
    entry.status = answer.status;
    const skewMs = faults.get('clock-skew')?.skewMs ?? 0;
    send(response, faults.has('truncated-json') ? cutInTheMiddle(answer) : answer, service.clock.nowMs() + skewMs);
  } finally {
    service.log.end(entry);
  }
}

/** True when the client hears nothing more: the connection is dropped, or left open until the server stops. */
function fellSilent(response: ServerResponse, rule: { hangs?: boolean } | undefined): boolean {
  if (rule === undefined) return false;
  if (rule.hangs !== true) response.socket?.destroy();
  return true;
}

/** The `Date` header tells the platform's time, so that a client can notice a wrong clock of its own. */
function send(response: ServerResponse, answer: Answer, dateMs: number): void {
  if (response.destroyed) return;
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const lengthHeader = answer.status === 204 ? {} : { 'Content-Length': bytes.length };
  response.writeHead(answer.status, { ...answer.headers, ...lengthHeader, Date: new Date(dateMs).toUTCString() });
  response.end(bytes);
}
