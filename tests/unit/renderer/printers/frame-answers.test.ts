import { describe, expect, it } from 'vitest';
import {
  deedOfKey,
  FRAME_ANSWERS,
  moved,
  NO_CORRECTIONS,
  seenBy,
} from '../../../../src-renderer/features/printers/frame-answers.ts';

describe('the answers to "is the frame whole?"', () => {
  it('say nothing about a label that is right', () => {
    expect(seenBy('whole', NO_CORRECTIONS)).toEqual({
      turned: 0,
      leftMm: null,
      topMm: null,
      rulerMm: null,
      shade: 'good',
    });
  });

  it('turn a wished move into where the frame was: a frame 5 mm from the left has to go 3 mm left', () => {
    const corrections = moved(moved(NO_CORRECTIONS, -3, 0), 0, 1);
    expect(seenBy('shifted', corrections)).toMatchObject({ leftMm: 5, topMm: 1, turned: 0 });
  });

  it('keep a move on the paper', () => {
    let corrections = NO_CORRECTIONS;
    for (let press = 0; press < 40; press += 1) corrections = moved(corrections, 1, -1);
    expect([corrections.moveX, corrections.moveY]).toEqual([18, -18]);
  });

  it('each fill one field of what was seen', () => {
    expect(seenBy('turned', { ...NO_CORRECTIONS, turned: 180 })).toMatchObject({ turned: 180, rulerMm: null });
    expect(seenBy('size', { ...NO_CORRECTIONS, rulerMm: 49 })).toMatchObject({ rulerMm: 49, leftMm: null });
    expect(seenBy('pale', NO_CORRECTIONS).shade).toBe('pale');
    expect(seenBy('dark', NO_CORRECTIONS).shade).toBe('dark');
  });
});

describe('the keys', () => {
  it('1 to 6 answer', () => {
    FRAME_ANSWERS.forEach((answer, index) => {
      expect(deedOfKey(String(index + 1), null)).toEqual({ kind: 'answer', answer });
    });
    expect(deedOfKey('7', null)).toBeNull();
    expect(deedOfKey('0', null)).toBeNull();
  });

  it('arrows move only a label that is off, Enter goes on only after an answer', () => {
    expect(deedOfKey('ArrowLeft', 'shifted')).toEqual({ kind: 'move', x: -1, y: 0 });
    expect(deedOfKey('ArrowDown', 'shifted')).toEqual({ kind: 'move', x: 0, y: 1 });
    expect(deedOfKey('ArrowLeft', 'pale')).toBeNull();
    expect(deedOfKey('Enter', null)).toBeNull();
    expect(deedOfKey('Enter', 'pale')).toEqual({ kind: 'go' });
  });
});
