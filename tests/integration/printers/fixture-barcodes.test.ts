import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createRasteriser } from '../../../src-main/adapters/printers/raster/rasteriser.ts';

const FOLDER = fileURLToPath(new URL('../../../../shared/fixtures/labels/', import.meta.url));
const WORKER = new URL('../../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url);

/** The bars on each label, as the reader writes them: brackets around GS1 application identifiers. */
const BARS: Readonly<Record<string, readonly string[]>> = {
  'landmark-4x6.pdf': ['LTN21103556N1'],
  'usps-4x6.pdf': ['(420)73108(92)34690361980900000142'],
  'fedex-4x6-a.pdf': ['1236874822990008910900000000000000'],
  'fedex-4x6-b.pdf': ['1236874822990008910900000000000000'],
  'ups-1400x800-rotated.png': ['1Z0FH3446831744085', '42127680804'],
  'dhl-parcel-de-105x203.pdf': ['60701001756402', '(403)27610117+99000933000000'],
  'dhl-parcel-de-a4-landscape.pdf': ['(00)340433333010200227(96)580', '(403)27680807+99000943042250'],
};

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name in BARS) : [];
if (files.length === 0) console.warn(`NOT RUN: no label fixtures in ${FOLDER}; no barcode of a real label was read`);

const rasteriser = createRasteriser({ workerFile: WORKER });
afterAll(() => rasteriser.close());

describe.skipIf(files.length === 0)('barcodes on dropped files', () => {
  it.each(files)('%s', async (file) => {
    const kind = file.endsWith('.png') ? 'png' : 'pdf';
    const codes = await rasteriser.readBarcodes({ kind, bytes: readFileSync(path.join(FOLDER, file)) });
    const bare = (text: string): string => text.replace(/[()]/g, '');
    const texts = codes.map((code) => bare(code.text));
    for (const bars of BARS[file] ?? []) expect(texts).toContain(bare(bars));
  });
});
