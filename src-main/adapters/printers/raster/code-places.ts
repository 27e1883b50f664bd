import type { Box, Size } from '../../../core/label/box.ts';
import { turnedBack, turnedBox, turnedSize } from '../../../core/label/fit-turn.ts';
import type { Placement } from '../../../core/label/fit.ts';
import type { SpottedBarcode } from './read-codes.ts';

/** The whole page's size and the placed part of it, `finer` times as fine as the printer's dots. */
export function partAt(page: Size, { source, scale }: Placement, finer: number): [Size, Box] {
  const factor = scale * finer;
  const size = (length: number): number => Math.max(1, Math.round(length * factor));
  return [
    { width: size(page.width), height: size(page.height) },
    {
      left: Math.round(source.left * factor),
      top: Math.round(source.top * factor),
      width: size(source.width),
      height: size(source.height),
    },
  ];
}

/** A code that was seen in the part drawn `finer`, in shares of the page. */
export function onPage(code: SpottedBarcode, page: Size, placement: Placement, finer: number): SpottedBarcode {
  const [size, part] = partAt(page, placement, finer);
  return {
    ...code,
    box: inShares({ ...code.box, left: part.left + code.box.left, top: part.top + code.box.top }, size),
  };
}

/** A code that was seen on the label as it is laid on the stock, in shares of the page. */
export function fromStock(code: SpottedBarcode, page: Size, placement: Placement): SpottedBarcode {
  const [size, part] = partAt(page, placement, 1);
  const laid = { ...code.box, left: code.box.left - placement.left, top: code.box.top - placement.top };
  const box = turnedBox(laid, turnedSize(part, placement.quarterTurns), turnedBack(placement.quarterTurns));
  const isUpended = code.isUpended !== (placement.quarterTurns % 2 === 1);
  return { ...code, isUpended, box: inShares({ ...box, left: part.left + box.left, top: part.top + box.top }, size) };
}

/** Where a code of the page lies on the stock, in dots. */
export function onStock(code: SpottedBarcode, page: Size, placement: Placement): SpottedBarcode {
  const [size, part] = partAt(page, placement, 1);
  const left = code.box.left * size.width - part.left;
  const top = code.box.top * size.height - part.top;
  const inPart = { left, top, width: code.box.width * size.width, height: code.box.height * size.height };
  const box = turnedBox(inPart, part, placement.quarterTurns);
  const isUpended = code.isUpended !== (placement.quarterTurns % 2 === 1);
  return { ...code, isUpended, box: { ...box, left: box.left + placement.left, top: box.top + placement.top } };
}

function inShares({ left, top, width, height }: Box, page: Size): Box {
  return {
    left: left / page.width,
    top: top / page.height,
    width: width / page.width,
    height: height / page.height,
  };
}
