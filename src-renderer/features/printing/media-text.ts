import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { Words } from '../../i18n/use-words.ts';
import { presetOf } from '../../printing/media-presets.ts';

/** The loaded paper: "100×150", "4×6 in", or its own figures. */
export function mediaText(printer: Pick<PrinterView, 'profile'>, t: Words): string {
  const { mediaWidthMm, mediaHeightMm } = printer.profile;
  const preset = presetOf(mediaWidthMm, mediaHeightMm);
  return preset === null ? `${mediaWidthMm}×${mediaHeightMm}` : t(`printing:preset.${preset.id}`);
}
