import { cleanLine, joinParts } from '../paper/clean-text.ts';
import { cell, gap, isWide, row, rule, type FlowBlock } from './flow.ts';
import { SLIP_WORDS } from './slip-words.ts';
import type { PackedOrder } from './slip.ts';

/** A roll of 58 mm. */
const NARROW_MM = 60;

/** What lies in the parcel, for the one who opens it. */
export function packingBlocks(order: PackedOrder, widthMm: number): FlowBlock[] {
  const words = SLIP_WORDS[order.language];
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  const nameShare = widthMm < NARROW_MM ? 0.38 : 0.3;
  const countShare = widthMm < NARROW_MM ? 0.26 : 0.2;
  const pair = (name: string, value: string | null): FlowBlock[] =>
    value === null || cleanLine(value) === ''
      ? []
      : [
          row([
            cell(name, 9, { share: nameShare }),
            cell(cleanLine(value), 11, { share: 1 - nameShare, isBold: true }),
          ]),
        ];
  return [
    row([cell(cleanLine(order.shop), isWide(widthMm) ? 18 : 14, { isBold: true })]),
    row([cell(words.packingSlip, isWide(widthMm) ? 13 : 11)]),
    rule(true),
    ...pair(words.order, [order.number, ...order.withNumbers].join(', ')),
    ...pair(words.date, order.date),
    ...pair(words.recipient, order.buyer),
    ...codeBlocks(order.number, widthMm),
    rule(true),
    row([
      cell(words.item, 9, { share: 1 - countShare, isBold: true }),
      cell(words.quantity, 9, { share: countShare, isBold: true, align: 'right' }),
    ]),
    rule(),
    ...order.lines.flatMap((line) => lineBlocks(line, widthMm)),
    row([
      cell(words.pieces, 11, { share: 0.8, isBold: true }),
      cell(String(pieces), 13, { share: 0.2, isBold: true, align: 'right' }),
    ]),
  ];
}

function lineBlocks(line: PackedOrder['lines'][number], widthMm: number): FlowBlock[] {
  const name = joinParts([line.title, line.variant], ' · ');
  const sku = cleanLine(line.sku);
  const sizePt = isWide(widthMm) ? 12 : 10;
  return [
    row([
      cell([name, sku].filter((part) => part !== '').join('\n'), sizePt, { share: 0.8 }),
      cell(`×${line.quantity}`, sizePt + 2, { share: 0.2, isBold: true, align: 'right' }),
    ]),
    rule(),
  ];
}

/** A number that a scanner can take; one too long for the paper, or in other letters, stands in words alone. */
function codeBlocks(number: string, widthMm: number): FlowBlock[] {
  const isCodable = /^[\x21-\x7e]+$/.test(number) && !/[()]/.test(number);
  if (!isCodable || codeModules(number) * MODULE_MM > widthMm - CODE_MARGINS_MM) return [];
  return [gap(1), { kind: 'code', text: number, heightMm: 10 }, gap(1)];
}

/** The narrowest bars: three dots at 300 dpi. */
const MODULE_MM = 0.254;
const CODE_MARGINS_MM = 6;

/**
 * At most so many modules has a Code 128 with its quiet zones: start and check, then each run of digits in pairs and each
 * run of others letter by letter, with a change of the code set before it.
 */
function codeModules(text: string): number {
  const runs = [...text.matchAll(/\d{4,}|(?:(?!\d{4})[^])+/g)];
  const symbols = runs.reduce(
    (sum, [run]) => sum + 1 + (/^\d{4}/.test(run) ? Math.ceil(run.length / 2) : run.length),
    2,
  );
  return 11 * symbols + 13 + 20;
}
