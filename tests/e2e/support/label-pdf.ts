import bwip from 'bwip-js/node';
import { PDFDocument, StandardFonts } from 'pdf-lib';

interface RawBars {
  readonly sbs: readonly number[];
}

/** A carrier's label as a seller would drop it: 4×6 in, one Code 128 of the number, the number under it. */
export async function carrierLabel(trackingNumber: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([288, 432]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const [bars] = (bwip as unknown as { raw(options: object): RawBars[] }).raw({
    bcid: 'code128',
    text: trackingNumber,
  });
  if (bars === undefined) throw new Error('no bars');
  const module = (72 / 203) * 3;
  let x = 30;
  for (const [index, width] of bars.sbs.entries()) {
    if (index % 2 === 0) page.drawRectangle({ x, y: 200, width: width * module, height: 80 });
    x += width * module;
  }
  page.drawText(trackingNumber, { x: 30, y: 180, size: 14, font });
  page.drawText('CHINA POST  EMS', { x: 30, y: 380, size: 20, font });
  return Buffer.from(await document.save());
}
