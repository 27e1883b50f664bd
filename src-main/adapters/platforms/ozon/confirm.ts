import type { Confirmation } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import type { PostingEffect } from './posting-effect.ts';
import { progressOf } from './progress.ts';
import { fetchPosting } from './reader.ts';
import type { RecentPushes } from './recent-pushes.ts';

/**
 * Looks whether an effect has come about. 'not-done' means that it may be pushed again: a change that Ozon took but
 * does not show is pending for the time of its patience first. Pushing again is harmless at Ozon: a second packing
 * answers POSTING_ALREADY_SHIPPED, and the other calls set what is set already.
 */
export async function confirmPosting(
  context: ConnectorContext,
  recent: RecentPushes,
  effect: PostingEffect,
): Promise<Confirmation> {
  const { proxy, timings } = context;
  const posting = await fetchPosting(proxy, effect.remoteId);
  if (!posting.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(posting.fault, 'read', timings)) };
  if (posting.node === null) return { kind: 'failed', code: 'order-unknown' };
  const progress = progressOf(effect, posting.node);
  const pending: Confirmation = { kind: 'pending', afterMs: timings.lookAgainMs };
  switch (progress.kind) {
    case 'done':
      return { kind: 'done' };
    case 'under-way':
      return pending;
    case 'ask-again':
      return { kind: 'not-done' };
    case 'not-yet':
      return recent.isRecent(effect) ? pending : { kind: 'not-done' };
    case 'impossible':
      return { kind: 'failed', code: progress.code };
    case 'unclear':
      return { kind: 'unknown', code: progress.code };
  }
}
