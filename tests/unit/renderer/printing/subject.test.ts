import { describe, expect, it } from 'vitest';
import { panelActions } from '../../../../src-renderer/features/printing/panel-actions.ts';
import { layOutDay, subjectOf } from '../../../../src-renderer/features/printing/subject.ts';
import { makeBatch } from './make-batch.ts';

const stopped = makeBatch(['sent', 'unknown', 'queued'], { state: 'stopped', stoppedAt: 2, stopReason: 'unknown' });
const done = makeBatch(['sent', 'sent'], { state: 'done' });
const held = makeBatch(['sent', ['failed', { step: 'order-refunded' }]], { state: 'done' });
const failed = makeBatch(['sent', ['failed', { step: 'label-late' }]], { state: 'done' });
const lone = makeBatch([['unknown', { step: 'stalled' }]], { state: 'stopped', stoppedAt: 1, stopReason: 'unknown' });

describe('subjectOf', () => {
  it('speaks of the stop before all, then of held and failed labels, else of nothing', () => {
    expect(subjectOf([done, failed, stopped, held], null)).toMatchObject({ kind: 'stop', job: { position: 2 } });
    expect(subjectOf([done, failed, held], null)).toMatchObject({ kind: 'job', job: { step: 'order-refunded' } });
    expect(subjectOf([failed, done], null)).toMatchObject({ kind: 'job', job: { step: 'label-late' } });
    expect(subjectOf([done], null)).toEqual({ kind: 'calm' });
  });

  it('takes the oldest stop first', () => {
    const newer = makeBatch(['unknown', 'queued'], { state: 'stopped', stoppedAt: 1 });
    expect(subjectOf([newer, stopped], null)).toMatchObject({ batch: { id: stopped.id } });
  });

  it('follows the seller, and back to the stop when she chooses it', () => {
    expect(subjectOf([stopped], stopped.jobs[0]!.id)).toMatchObject({ kind: 'job', isChosen: true });
    expect(subjectOf([stopped], stopped.jobs[1]!.id)).toMatchObject({ kind: 'stop' });
    expect(subjectOf([stopped], 'gone')).toMatchObject({ kind: 'stop' });
  });

  it('asks about a label by itself without neighbours', () => {
    expect(subjectOf([lone], null)).toMatchObject({ kind: 'job', isChosen: false });
  });
});

describe('panelActions', () => {
  const offered = (...args: Parameters<typeof subjectOf>) => {
    const actions = panelActions(subjectOf(...args));
    return Object.entries(actions).flatMap(([key, call]) => (call === null ? [] : [key]));
  };

  it('offers the label, the one before and the one after only where it is in doubt', () => {
    expect(offered([stopped], null)).toEqual(['primary', 'before', 'after']);
    const notBegun = makeBatch(['sent', ['failed', { step: 'printer-head-open' }]], { state: 'stopped', stoppedAt: 2 });
    expect(offered([notBegun], null)).toEqual(['primary', 'before']);
    const first = makeBatch(['unknown', 'queued'], { state: 'stopped', stoppedAt: 1 });
    expect(offered([first], null)).toEqual(['primary', 'after']);
  });

  it('proposes nothing on Enter where only her eye knows', () => {
    expect(offered([lone], null)).toEqual(['before', 'after']);
  });

  it('never offers to print what was refunded', () => {
    expect(offered([held], null)).toEqual(['primary']);
    const asked = makeBatch(['sent', ['failed', { step: 'cancel-requested' }]]);
    expect(offered([asked], null)).toEqual(['primary', 'before']);
  });

  it('offers nothing about a label that is fine', () => {
    expect(offered([done], done.jobs[0]!.id)).toEqual([]);
    expect(offered([done], null)).toEqual([]);
  });
});

describe('layOutDay', () => {
  const single = makeBatch(['sent'], { state: 'done' });
  const running = makeBatch(['sent', 'sending'], {});

  it('puts the one that stands still in the middle, then the one that moves, then the newest', () => {
    expect(layOutDay([running, single, stopped, done]).current).toBe(stopped);
    expect(layOutDay([done, single, running]).current).toBe(running);
    expect(layOutDay([done, held]).current).toBe(done);
  });

  it('shows every batch exactly once', () => {
    const all = [running, single, stopped, done, lone];
    const { current, earlier, singles } = layOutDay(all);
    expect([current, ...earlier, ...singles].toSorted(byId)).toEqual(all.toSorted(byId));
    expect(layOutDay([single])).toEqual({ current: null, earlier: [], singles: [single] });
  });
});

function byId(left: { id: string } | null, right: { id: string } | null): number {
  return (left?.id ?? '') < (right?.id ?? '') ? -1 : 1;
}
