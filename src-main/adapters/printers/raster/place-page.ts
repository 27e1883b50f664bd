import type { Box, Size } from '../../../core/label/box.ts';
import { atScale, fitByChoice } from '../../../core/label/fit-by-choice.ts';
import type { FitChoice } from '../../../core/label/fit-choice.ts';
import { wholeModuleScale } from '../../../core/label/fit-modules.ts';
import { fitPage, isSheet, type Offset, type Placement } from '../../../core/label/fit.ts';
import { dotsPerMm, offsetDots, stockDots, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import { labelsOnSheet } from '../../../core/label/sheet-labels.ts';
import { codesOn } from './check-codes.ts';
import { knownCodes, knownModules, shareOf, type KnownPart } from './known-codes.ts';
import { enlarged, inkIn, type SeenPage } from './look.ts';
import { moduleWidths } from './measure-modules.ts';
import type { PdfPage } from './pdfium.ts';
import { blackAndWhite, LINEAR_FORMATS, readCodes, type SpottedBarcode } from './read-codes.ts';

/** Modules are measured on a picture this much finer than the dots. */
const MEASURE_FINER = 3;
const MEASURE_PIXELS = 24_000_000;
const THRESHOLD = 160;

/** The page as it was seen, and what earlier looks at it found; what is learnt now is added. */
export interface PageLooks {
  readonly page: PdfPage;
  readonly pageIndex: number;
  readonly seen: SeenPage;
  readonly known: readonly KnownPart[];
  readonly learnt: KnownPart[];
}

/** Where the labels of a page go on the stock: as the seller chose, else as fits best. */
export async function placePage(
  looks: PageLooks,
  profile: PrinterProfile,
  fit: FitChoice | null,
): Promise<Placement[]> {
  const { seen } = looks;
  const stock = labelStock(profile);
  const offset = labelOffset(profile);
  const placements =
    fit === null
      ? await automatic(looks, stock, offset, profile)
      : [fitByChoice(seen, (part) => inkIn(seen, part), fit, stock, offset)];
  const placed: Placement[] = [];
  for (const placement of placements) placed.push(await onWholeModules(looks, placement, stock, offset));
  return placed;
}

async function automatic(looks: PageLooks, stock: Size, offset: Offset, profile: PrinterProfile): Promise<Placement[]> {
  const labels = isSheet(looks.seen, stock) ? await labelsOf(looks, stock, profile) : [];
  return fitPage(looks.seen, labels, stock, offset);
}

const WHOLE: Box = { left: 0, top: 0, width: 1, height: 1 };

async function labelsOf(
  { seen: { dots, coarseness, width, height }, pageIndex, known, learnt }: PageLooks,
  stock: Size,
  { dpi }: PrinterProfile,
): Promise<Box[]> {
  const { widthDots, heightDots } = dots;
  let codes = knownCodes(known, pageIndex, WHOLE, widthDots);
  if (codes === null) {
    const inShares = (code: SpottedBarcode): SpottedBarcode => ({
      ...code,
      box: shareOf({ width: widthDots, height: heightDots }, code.box),
    });
    codes = (await codesOn(dots)).map(inShares);
    learnt.push({ page: pageIndex, part: WHOLE, widthPixels: widthDots, codes, modules: null });
  }
  const coarseStock = { width: stock.width / coarseness, height: stock.height / coarseness };
  const middles = codes.map(({ box }) => ({
    x: (box.left + box.width / 2) * widthDots,
    y: (box.top + box.height / 2) * heightDots,
  }));
  const found = labelsOnSheet(dots, middles, coarseStock, dotsPerMm(dpi) / coarseness);
  return found.map((box) => enlarged(box, coarseness, { width, height }));
}

/** A part that changes its size is made a little smaller than it could be, so that its bars are whole dots. */
async function onWholeModules(looks: PageLooks, placement: Placement, stock: Size, offset: Offset): Promise<Placement> {
  if (placement.scale === 1) return placement;
  const { seen, known, pageIndex, learnt } = looks;
  const part = shareOf(seen, placement.source);
  let modules = knownModules(known, pageIndex, part);
  if (modules === null) {
    modules = (await measured(looks, placement.source)).map((width) => width / seen.width);
    learnt.push({ page: pageIndex, part, widthPixels: 0, codes: [], modules });
  }
  const inDots = modules.map((share) => share * seen.width);
  const scale = wholeModuleScale(placement.scale, inDots);
  return scale === placement.scale ? placement : atScale(placement, scale, stock, offset);
}

/** Widths of the modules on a part of the page, in dots at its own size. */
async function measured({ page, seen }: PageLooks, source: Box): Promise<number[]> {
  const finer = Math.min(MEASURE_FINER, Math.sqrt(MEASURE_PIXELS / (source.width * source.height)));
  const times = (length: number): number => Math.max(1, Math.round(length * finer));
  const part = {
    left: times(source.left),
    top: times(source.top),
    width: times(source.width),
    height: times(source.height),
  };
  const large = page.render({ width: times(seen.width), height: times(seen.height) }, part);
  const image = blackAndWhite(large, THRESHOLD);
  const codes = await readCodes(image, { formats: LINEAR_FORMATS, binarizer: 'ready', isPatient: false });
  return moduleWidths(image, codes).map((width) => width / finer);
}

/** The stock in dots, as the label lies before the printer's own rotation. */
export function labelStock(profile: PrinterProfile): Size {
  const { width, height } = stockDots(profile);
  return profile.rotation === 90 || profile.rotation === 270 ? { width: height, height: width } : { width, height };
}

/** The paper's offset, as the label lies before the printer's own rotation. */
function labelOffset(profile: PrinterProfile): Offset {
  const { x, y } = offsetDots(profile);
  switch (profile.rotation) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: -x };
    case 180:
      return { x: -x, y: -y };
    case 270:
      return { x: -y, y: x };
  }
}
