import { describe, expect, it } from 'vitest';
import { newsBetween } from '../../../../src-renderer/printing/batch-news.ts';
import { makeBatch } from './make-batch.ts';

const running = makeBatch(['sent', 'sending', 'queued'], { id: 'a' });
const stopped = { ...running, state: 'stopped' as const, stoppedAt: 2, stopReason: 'jam' };
const kinds = (...args: Parameters<typeof newsBetween>) => newsBetween(...args).map((news) => news.kind);

describe('newsBetween', () => {
  it('is silent while labels leave one by one', () => {
    expect(kinds([running], [{ ...running, jobs: makeBatch(['sent', 'sent', 'sending']).jobs }])).toEqual([]);
    expect(kinds([], [running]), 'her own key press is no news').toEqual([]);
  });

  it('tells of a stop once, also of a batch it had not seen before', () => {
    expect(kinds([running], [stopped])).toEqual(['stopped']);
    expect(kinds([stopped], [stopped])).toEqual([]);
    expect(kinds([], [stopped])).toEqual(['stopped']);
    expect(kinds([stopped], [{ ...stopped, stoppedAt: 3 }]), 'stopped again further on').toEqual(['stopped']);
  });

  it('tells when it goes on, pauses and is done', () => {
    expect(kinds([stopped], [running])).toEqual(['resumed']);
    expect(kinds([running], [{ ...running, state: 'paused' }])).toEqual(['paused']);
    expect(kinds([running], [{ ...running, state: 'done' }])).toEqual(['done']);
    const one = makeBatch(['sent'], { id: 'one' });
    expect(kinds([one], [{ ...one, state: 'done' }]), 'one label is told by its own toast').toEqual([]);
  });

  it('tells of each label held back once, and of the stop last', () => {
    const [first, second] = running.jobs;
    const held = { ...second!, state: 'failed' as const, step: 'order-cancelled' };
    const after = { ...stopped, jobs: [first!, held, running.jobs[2]!] };
    expect(kinds([running], [after])).toEqual(['held', 'stopped']);
    expect(kinds([after], [after])).toEqual([]);
  });
});
