import type { Outcome } from '../../../app/ports/platform-connector.ts';
import { firstWord, itemErrorText } from './error-body.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import type { PostingEffect } from './posting-effect.ts';
import type { OzonTimings } from './timings.ts';

/**
 * The 200 answer of a writing call. It means "taken", never "done": every change at Ozon is asynchronous, and the
 * per-item calls report failures under 200 as well (ozon.md §5, §7, §9).
 */
export function parsePushAnswer(effect: PostingEffect, body: JsonNode, timings: OzonTimings): Outcome {
  const result = member(body, 'result');
  switch (effect.kind) {
    case 'confirm':
      return Array.isArray(result) ? { kind: 'accepted', confirmAfterMs: timings.confirmShipMs } : UNEXPECTED;
    case 'cancel':
      return flagOutcome(result, body, 'cancel-refused', timings);
    case 'push-tracking':
    case 'push-in-transit':
    case 'push-last-mile':
    case 'push-delivered':
      return itemOutcome(effect.remoteId, result, timings);
  }
}

const UNEXPECTED: Outcome = { kind: 'unknown', code: 'unexpected-answer' };

function itemOutcome(remoteId: string, result: JsonNode, timings: OzonTimings): Outcome {
  const items: readonly JsonNode[] = Array.isArray(result) ? result : [];
  const item = items.find((candidate) => plain(member(candidate, 'posting_number')) === remoteId);
  return item === undefined ? UNEXPECTED : flagOutcome(member(item, 'result'), item, 'refused', timings);
}

function flagOutcome(flag: JsonNode, holder: JsonNode, fallbackCode: string, timings: OzonTimings): Outcome {
  if (flag === true) return { kind: 'accepted', confirmAfterMs: timings.confirmChangeMs };
  if (flag !== false) return UNEXPECTED;
  return { kind: 'rejected', code: firstWord(itemErrorText(member(holder, 'error'))) ?? fallbackCode };
}
