import { badGateway, jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import type { StruckFaults } from '../faults.ts';
import { errorBody } from '../refusal.ts';
import { tooManyRequests } from './answer.ts';

/** An error that comes from the platform's front, before its service has looked at the request. */
export function earlyAnswer(faults: StruckFaults): Answer | null {
  if (faults.has('html-502')) return badGateway();
  if (faults.has('error-500')) return jsonAnswer(500, errorBody(13, 'internal error'));
  if (faults.has('circle-open')) return jsonAnswer(500, errorBody(13, 'Circle is open'));
  const limited = faults.get('rate-limit');
  return limited === undefined ? null : tooManyRequests(limited.retryAfterSeconds ?? 1);
}

/** Changes the value of a good answer, as the switchboard wants it. Never touches the world. */
export function spoilValue(value: unknown, faults: StruckFaults): unknown {
  const strange = faults.has('unknown-values') ? withUnknownValues(value) : value;
  return faults.has('result-wrapper') ? { result: strange } : strange;
}

const strangers: Record<string, unknown> = {
  status: 'awaiting_quantum_alignment',
  substatus: 'posting_in_superposition',
  tpl_integration_type: 'hybryd',
  integration_type_flow: 'teleport',
};

/** Words that no list of the documents holds, wherever a posting has one. */
function withUnknownValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownValues);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value).map(([key, inner]) => [key, strangeEntry(key, inner)]);
  return Object.fromEntries(entries);
}

function strangeEntry(key: string, inner: unknown): unknown {
  if (key === 'available_actions' && Array.isArray(inner)) return ['fold_space', ...inner];
  return typeof inner === 'string' && inner !== '' && key in strangers ? strangers[key] : withUnknownValues(inner);
}
