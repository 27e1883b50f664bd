import * as z from 'zod';
import type { FaultRule, FaultSwitchboard } from '../faults/fault-switchboard.ts';
import { jsonAnswer, type Answer } from '../http/answer.ts';
import { bodyText, type Asked } from '../http/asked.ts';
import type { RequestLog } from '../http/request-log.ts';

/** What a test in another process may look at and switch. */
export interface Controlled<Kind extends string> {
  readonly faults: FaultSwitchboard<Kind>;
  readonly faultKinds: readonly Kind[];
  readonly log: RequestLog;
  /** Everything the platform knows, as JSON. */
  world(): unknown;
  /** Lets one thing happen: the event is what was posted, still unchecked. Throws on what makes no sense. */
  happen(event: unknown): unknown;
}

/**
 * `GET /__sim/world`, `GET|DELETE /__sim/faults`, `POST /__sim/faults` (one rule), `POST /__sim/events` (one event), `GET /__sim/requests`
 * (the newest, bodies in base64), `GET /__sim/times` (all). Throws on a body that does not fit, which the server answers with 500 and the reason.
 */
export function answerControl<Kind extends string>(controlled: Controlled<Kind>, asked: Asked): Answer {
  switch (`${asked.method} ${asked.url.pathname}`) {
    case 'GET /__sim/world':
      return jsonAnswer(200, controlled.world());
    case 'GET /__sim/faults':
      return jsonAnswer(200, controlled.faults.list());
    case 'POST /__sim/faults':
      controlled.faults.add(readFaultRule(controlled.faultKinds, JSON.parse(bodyText(asked))));
      return jsonAnswer(200, controlled.faults.list());
    case 'DELETE /__sim/faults':
      controlled.faults.clear();
      return jsonAnswer(200, []);
    case 'POST /__sim/events':
      return jsonAnswer(200, controlled.happen(JSON.parse(bodyText(asked))) ?? {});
    case 'GET /__sim/requests':
      return jsonAnswer(200, controlled.log.requests().map(writtenDown));
    case 'GET /__sim/times':
      return jsonAnswer(200, controlled.log.times());
    default:
      return jsonAnswer(404, { message: `no control at ${asked.url.pathname}` });
  }
}

const ruleSchema = z.strictObject({
  kind: z.string(),
  path: z.string(),
  method: z.string().exactOptional(),
  count: z.number().int().min(1).exactOptional(),
  probability: z.number().min(0).max(1).exactOptional(),
  latencyMs: z.number().min(0).exactOptional(),
  skewMs: z.number().exactOptional(),
  retryAfterSeconds: z.number().min(0).exactOptional(),
  hangs: z.boolean().exactOptional(),
});

function readFaultRule<Kind extends string>(kinds: readonly Kind[], value: unknown): FaultRule<Kind> {
  const rule = ruleSchema.parse(value);
  const kind = kinds.find((candidate) => candidate === rule.kind);
  if (kind === undefined) throw new Error(`no fault is called ${rule.kind}; there are ${kinds.join(', ')}`);
  return { ...rule, kind };
}

function writtenDown({
  url: _url,
  headers: _headers,
  body,
  ...entry
}: ReturnType<RequestLog['requests']>[number]): unknown {
  return { ...entry, bodyBase64: Buffer.from(body).toString('base64') };
}
