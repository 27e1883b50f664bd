import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { bigLabel, drawBigLabel } from './label/big-label.ts';
import { fontkitForPdf } from '../kit/label/font-adapter.ts';
import { labelContent, type LabelContent } from './label/label-content.ts';
import { LabelSheet, type LabelFonts } from '../kit/label/sheet.ts';
import { drawSmallLabel, smallLabel } from './label/small-label.ts';
import type { OzonPosting } from './posting.ts';
import type { WorldStore } from './store.ts';

/** A PDF with one page a posting, in the order asked for. */
export type LabelPdf = (
  size: 'big' | 'small',
  postings: readonly OzonPosting[],
  store: WorldStore,
) => Promise<Uint8Array>;

/** Draws labels with the fonts of `assetsDir/fonts`, read at the first label. */
export function createLabelPdf(assetsDir: string): LabelPdf {
  let fontBytes: Promise<[Uint8Array, Uint8Array]> | null = null;
  return async (size, postings, store) => {
    fontBytes ??= readFonts(assetsDir);
    const contents = postings.map((posting) => labelContent(store, posting));
    return await drawLabels(size, contents, await fontBytes);
  };
}

function readFonts(assetsDir: string): Promise<[Uint8Array, Uint8Array]> {
  const fonts = join(assetsDir, 'fonts');
  return Promise.all([readFile(join(fonts, 'NotoSans-Regular.ttf')), readFile(join(fonts, 'NotoSans-Bold.ttf'))]);
}

async function drawLabels(
  size: 'big' | 'small',
  labels: readonly LabelContent[],
  bytes: [Uint8Array, Uint8Array],
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkitForPdf);
  const fonts: LabelFonts = {
    regular: await document.embedFont(bytes[0], { subset: true }),
    bold: await document.embedFont(bytes[1], { subset: true }),
  };
  for (const label of labels) {
    const sheet = new LabelSheet(document.addPage(), fonts, size === 'big' ? bigLabel : smallLabel);
    if (size === 'big') drawBigLabel(sheet, label);
    else drawSmallLabel(sheet, label);
  }
  return await document.save();
}
