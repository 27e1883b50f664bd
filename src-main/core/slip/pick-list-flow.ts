import { cleanLine, joinParts } from '../paper/clean-text.ts';
import { cell, gap, isWide, row, rule, type FlowBlock, type FlowCell } from './flow.ts';
import { SLIP_WORDS, type SlipWords } from './slip-words.ts';
import type { PickList, PickRow } from './slip.ts';

/** A list to tick off, by shelf: columns on a page, a few lines for each kind of goods on a roll. */
export function pickListBlocks(list: PickList, widthMm: number): FlowBlock[] {
  const words = SLIP_WORDS[list.language];
  const hasColumns = isWide(widthMm);
  const counts = [
    `${words.orders} ${list.orderCount}`,
    `${words.kinds} ${list.rows.length}`,
    `${words.pieces} ${list.pieceCount}`,
  ].join('   ');
  return [
    row([
      cell(words.pickList, hasColumns ? 20 : 15, { isBold: true, share: 0.6 }),
      cell(list.date, hasColumns ? 11 : 9, { align: 'right', share: 0.4 }),
    ]),
    row([cell(counts, hasColumns ? 12 : 10, { isBold: true })]),
    gap(1),
    ...(hasColumns ? headings(words) : []),
    rule(true),
    ...list.rows.flatMap((each) => [...(hasColumns ? wideRow(each, words) : narrowRow(each, words)), rule()]),
    gap(1),
    row([cell(`${words.pieces}: ${list.pieceCount}`, hasColumns ? 13 : 11, { isBold: true, align: 'right' })]),
  ];
}

const WIDE = { bin: 0.14, quantity: 0.08, item: 0.42, orders: 0.36 } as const;

function headings(words: SlipWords): FlowBlock[] {
  const texts = [
    cell(words.bin, 9, { share: WIDE.bin, isBold: true }),
    cell(words.quantity, 9, { share: WIDE.quantity, isBold: true, align: 'center' }),
    cell(words.item, 9, { share: WIDE.item, isBold: true }),
    cell(words.orders, 9, { share: WIDE.orders, isBold: true }),
  ];
  return [row(texts, { keepsWithNext: true, tick: 'room' })];
}

function wideRow(pick: PickRow, words: SlipWords): FlowBlock[] {
  return [
    row(
      [
        cell(cleanLine(pick.bin ?? words.noBin), 13, { share: WIDE.bin, isBold: pick.bin !== null }),
        quantityCell(pick, 14, WIDE.quantity),
        cell(nameOf(pick), 10, { share: WIDE.item }),
        cell(ordersOf(pick), 8, { share: WIDE.orders }),
      ],
      { tick: 'box' },
    ),
  ];
}

function narrowRow(pick: PickRow, words: SlipWords): FlowBlock[] {
  return [
    row([cell(cleanLine(pick.bin ?? words.noBin), 12, { share: 0.74, isBold: true }), quantityCell(pick, 13, 0.26)], {
      keepsWithNext: true,
      tick: 'box',
    }),
    row([cell(nameOf(pick), 9)], { keepsWithNext: true }),
    row([cell(ordersOf(pick), 8)]),
  ];
}

/** More than one piece is what hands get wrong: white on black. */
function quantityCell(pick: PickRow, sizePt: number, share: number): FlowCell {
  return cell(`×${pick.quantity}`, sizePt, { share, isBold: true, align: 'center', isInverted: pick.quantity > 1 });
}

const nameOf = (pick: PickRow): string =>
  [joinParts([pick.sku], ''), joinParts([pick.title, pick.variant], ' · ')].filter((part) => part !== '').join('\n');

const ordersOf = (pick: PickRow): string =>
  pick.orders
    .map(({ number, quantity }) => (quantity > 1 ? `${cleanLine(number)}\u{a0}×${quantity}` : cleanLine(number)))
    .join(', ');
