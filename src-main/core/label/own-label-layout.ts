import { cleanLine } from '../paper/clean-text.ts';
import { boxOf, fillItem, type PaperBox, type PaperItem, type PaperPage } from '../paper/paper.ts';
import { codeItems, isSquare } from './own-label-code.ts';
import { customsItems } from './own-label-customs.ts';
import { headItems } from './own-label-head.ts';
import { noteItems, receiverItems, senderItems } from './own-label-parties.ts';
import type { OwnLabel, OwnLabelSize } from './own-label.ts';

/** What differs between the sizes; heights of the bands in millimetres, letters in points. */
export interface LabelMeasures {
  readonly heightMm: number;
  /** The sender has three lines of text, not five. */
  readonly isCompact: boolean;
  readonly headMm: number;
  readonly senderMm: number;
  /** Of bars, and of codes as high as they are wide. */
  readonly codeMm: number;
  readonly squareCodeMm: number;
  /** The receiver gets what the other bands leave; what is more than enough makes the barcode higher. */
  readonly receiverMm: number;
  readonly customsMm: number;
  readonly noteMm: number;
  readonly carrierPt: number;
  readonly countryPt: number;
  readonly namePt: number;
  readonly addressPt: number;
  readonly postcodePt: number;
  readonly smallPt: number;
}

const MEASURES: Record<OwnLabelSize, LabelMeasures> = {
  '100x150': {
    heightMm: 150,
    isCompact: false,
    headMm: 23,
    senderMm: 19,
    codeMm: 28,
    squareCodeMm: 32,
    receiverMm: 60,
    customsMm: 33,
    noteMm: 5,
    carrierPt: 26,
    countryPt: 40,
    namePt: 16,
    addressPt: 15,
    postcodePt: 26,
    smallPt: 8,
  },
  '100x100': {
    heightMm: 100,
    isCompact: true,
    headMm: 13,
    senderMm: 10.4,
    codeMm: 20,
    squareCodeMm: 20,
    receiverMm: 40,
    customsMm: 22.2,
    noteMm: 4.5,
    carrierPt: 19,
    countryPt: 26,
    namePt: 12,
    addressPt: 12,
    postcodePt: 18,
    smallPt: 7,
  },
};

const WIDTH_MM = 100;
const EDGE_MM = 2;
const FRAME_MM = 0.5;
const MORE_CODE_MM = 10;

/**
 * The label as boxes in millimetres: carrier, service and country on top, then sender, receiver, barcode, and the
 * customs form and the note where there are any. Texts shrink inside their boxes; no box touches the barcode's band.
 */
export function layoutOwnLabel(label: OwnLabel): PaperPage {
  const measures = MEASURES[label.size];
  const hasNote = cleanLine(label.note) !== '';
  const customsMm = label.items === null ? 0 : measures.customsMm;
  const noteMm = hasNote ? measures.noteMm : 0;
  const wantedMm = isSquare(label.symbol) ? measures.squareCodeMm : measures.codeMm;
  const bandsMm = measures.headMm + measures.senderMm + wantedMm + customsMm + noteMm;
  const restMm = measures.heightMm - 2 * EDGE_MM - bandsMm;
  const codeMm = wantedMm + Math.min(MORE_CODE_MM, Math.max(0, restMm - measures.receiverMm));
  const receiverMm = restMm + wantedMm - codeMm;
  const heights = [measures.headMm, measures.senderMm, receiverMm, codeMm, customsMm, noteMm];
  const [head, sender, receiver, code, customs, note] = stack(heights);
  const bands = [sender, receiver, code, ...(customsMm > 0 ? [customs] : []), ...(hasNote ? [note] : [])];
  const items: PaperItem[] = [
    {
      kind: 'frame',
      ...boxOf(EDGE_MM, EDGE_MM, WIDTH_MM - 2 * EDGE_MM, measures.heightMm - 2 * EDGE_MM),
      lineMm: FRAME_MM,
    },
    ...bands.map((band) => fillItem(band.leftMm, band.topMm, band.widthMm, FRAME_MM)),
    ...headItems(label, head, measures),
    ...senderItems(label, sender, measures),
    ...receiverItems(label, receiver, measures),
    ...codeItems(label, code),
    ...(label.items === null ? [] : customsItems(label.items, customs)),
    ...(hasNote ? noteItems(label.note, note) : []),
  ];
  return { widthMm: WIDTH_MM, heightMm: measures.heightMm, items };
}

type Bands = [PaperBox, PaperBox, PaperBox, PaperBox, PaperBox, PaperBox];

function stack(heights: readonly number[]): Bands {
  let topMm = EDGE_MM;
  const boxes = heights.map((heightMm) => {
    const box = boxOf(EDGE_MM, topMm, WIDTH_MM - 2 * EDGE_MM, heightMm);
    topMm += heightMm;
    return box;
  });
  return boxes as Bands;
}
