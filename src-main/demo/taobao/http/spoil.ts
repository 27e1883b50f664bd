import { badGateway, type Answer } from '../../kit/http/answer.ts';
import { NamedList } from '../answers/tree.ts';
import type { StruckFaults } from '../faults.ts';
import { callLimited, platformTrouble, Refusal } from '../refusal.ts';

/** On gateway trouble an HTML page comes instead of any format. */
export function earlyAnswer(faults: StruckFaults): Answer | null {
  return faults.has('html-502') ? badGateway() : null;
}

/** Refusals on purpose, before anything is changed. Throws. */
export function refuseEarly(faults: StruckFaults): void {
  const limited = faults.get('rate-limit');
  if (limited !== undefined) throw callLimited(limited.retryAfterSeconds ?? 1);
  if (faults.has('service-unavailable')) throw new Refusal(10, 'Service Currently Unavailable');
  if (faults.has('remote-timeout')) throw remoteTimeout();
}

/** The service was slow to answer the gateway; whether it worked nobody can tell from this. */
export function remoteTimeout(): Refusal {
  return platformTrouble('isp.top-remote-connection-timeout', '连接后端服务超时');
}

const strangers: Record<string, string> = {
  status: 'WAIT_QUANTUM_ALIGNMENT',
  refund_status: 'WAIT_ORACLE',
  step_trade_status: 'FRONT_BACK_SIDEWAYS',
  type: 'teleport',
};

/** Words that no list of the documents holds, wherever the answer has one of them. Never touches the world. */
export function withUnknownValues(value: unknown): unknown {
  if (value instanceof NamedList) return new NamedList(value.element, value.items.map(withUnknownValues));
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value).map(([key, inner]) => [
    key,
    typeof inner === 'string' && key in strangers ? strangers[key] : withUnknownValues(inner),
  ]);
  return Object.fromEntries(entries);
}
