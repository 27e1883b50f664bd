import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import { confirmPosting } from './confirm.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { mapEffect } from './mapper.ts';
import type { PostingEffect } from './posting-effect.ts';
import { parsePushAnswer } from './parse-push.ts';
import type { RecentPushes } from './recent-pushes.ts';

/** Refusals that an effect also gets when it has happened already; a look at the posting tells them apart. */
const PERHAPS_DONE: ReadonlySet<string> = new Set([
  'HAS_INCORRECT_STATUS',
  'TRANSITION_IS_NOT_POSSIBLE',
  'POSTING_ALREADY_CANCELLED',
  'INVALID_POSTING_STATE',
]);

/**
 * Sends one effect on a posting. Ozon has no idempotency keys, so none is sent; repeating is made safe by confirm() instead. Never
 * throws for what a platform may do.
 */
export async function pushPosting(
  context: ConnectorContext,
  recent: RecentPushes,
  effect: PostingEffect,
): Promise<Outcome> {
  const { proxy, timings } = context;
  const mapped = mapEffect(effect);
  if (!mapped.ok) return { kind: 'rejected', code: mapped.code };
  const answer = await proxy.call(mapped.method, mapped.body);
  const outcome = answer.ok
    ? parsePushAnswer(effect, answer.body, timings)
    : faultOutcome(answer.fault, 'write', timings);
  if (outcome.kind === 'accepted') recent.note(effect);
  if (outcome.kind !== 'rejected') return outcome;
  if (effect.kind === 'confirm' && outcome.code === 'POSTING_ALREADY_SHIPPED') return { kind: 'done' };
  if (!PERHAPS_DONE.has(outcome.code)) return outcome;
  return afterLook(await confirmPosting(context, recent, effect), outcome);
}

/** A refusal stands unless the posting shows the effect or Ozon at work on it, or could not be seen. */
function afterLook(seen: Confirmation, refusal: Outcome): Outcome {
  if (seen.kind === 'done' || seen.kind === 'unknown') return seen;
  return seen.kind === 'pending' ? { kind: 'accepted', confirmAfterMs: seen.afterMs } : refusal;
}
