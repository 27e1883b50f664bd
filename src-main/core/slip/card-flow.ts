import { cleanLine, cleanLines } from '../paper/clean-text.ts';
import { cell, gap, isWide, row, type FlowBlock } from './flow.ts';
import type { ThankYouCard } from './slip.ts';

/** A label of 100 mm, or a quarter of a sheet. */
const CARD_MM = 90;

/** A title and a few lines in the middle of the paper. */
export function cardBlocks(card: ThankYouCard, widthMm: number): FlowBlock[] {
  const isPage = isWide(widthMm);
  const paragraphs = cleanLines(card.body).split('\n');
  return [
    row([cell(cleanLine(card.title), isPage ? 34 : widthMm >= CARD_MM ? 24 : 17, { isBold: true, align: 'center' })]),
    gap(isPage ? 8 : 3),
    ...paragraphs.flatMap((paragraph, index): FlowBlock[] => [
      ...(index === 0 ? [] : [gap(isPage ? 4 : 2)]),
      row([cell(paragraph, isPage ? 16 : widthMm >= CARD_MM ? 13 : 10, { align: 'center' })]),
    ]),
  ];
}
