import { beforeAll, describe, expect, it } from 'vitest';
import { cardLabel, latestFact, slimTitle } from '../../../../src-renderer/features/board/card-words.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { makeCard } from './make-card.ts';

beforeAll(() => setUpWords('en'));

const inTransit = { stage: 'in-transit', sinceMs: null } as const;

describe('a slim card', () => {
  it('says where to, and never the product in its place', () => {
    const title = (country: string | null) =>
      slimTitle(makeCard('a', 'in-transit', { ...inTransit, country }), 0, currentWords());
    expect(title('RU')).toBe('Russia');
    expect(title(null)).toBe('No country given');
  });

  it('shows the bare tracking number, to be cut in its middle', () => {
    const card = makeCard('a', 'in-transit', { ...inTransit, trackingNumber: 'CEL8529158204941RU' });
    expect(latestFact(card, 'slim', currentWords())).toEqual({
      text: 'CEL8529158204941RU',
      tone: 'plain',
      isNumber: true,
    });
  });
});

describe('what a screen reader says', () => {
  it('knows one piece from several', () => {
    expect(cardLabel(makeCard('a', 'new', { quantity: 1 }), false, currentWords())).toMatch(/, 1 piece$/);
    expect(cardLabel(makeCard('a', 'new', { quantity: 3 }), true, currentWords())).toMatch(/^selected, .*, 3 pieces$/);
  });
});
