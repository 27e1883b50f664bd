import type { LabelFormat } from './settings.ts';
import type { Rate } from './shipping-v2.ts';

/** A label's file format as Shipping v2 names it, with the print head's resolution where it matters. */
export function formatOf(label: LabelFormat): { readonly format: string; readonly dpi: number } {
  return { format: label.startsWith('ZPL') ? 'ZPL' : label, dpi: label === 'ZPL300' ? 300 : 203 };
}

/**
 * A document specification that a rate offers (Shipping API v2: the purchase fails with any other), as near to the shop's
 * format as there is; null when the rate offers none.
 */
export function specificationFor(rate: Rate, label: LabelFormat): Record<string, unknown> | null {
  const wanted = formatOf(label);
  const offered = rate.supportedDocumentSpecifications;
  const found =
    offered.find((one) => one.format === wanted.format) ?? offered.find((one) => one.format === 'PDF') ?? offered[0];
  if (found === undefined || found.format === null || found.size === null) return null;
  const hasDpi = (option: (typeof found.printOptions)[number]) =>
    option.supportedDPIs?.includes(String(wanted.dpi)) === true;
  const option = found.printOptions.find(hasDpi) ?? found.printOptions[0];
  const dpi = option?.supportedDPIs?.includes(String(wanted.dpi)) === true ? wanted.dpi : option?.supportedDPIs?.[0];
  const pageLayout = option?.supportedPageLayouts?.[0];
  const joining = option?.supportedFileJoiningOptions ?? [];
  return {
    format: found.format,
    size: { width: Number(found.size.width), length: Number(found.size.length), unit: found.size.unit ?? 'INCH' },
    ...(dpi === undefined ? {} : { dpi: Number(dpi) }),
    ...(pageLayout === undefined ? {} : { pageLayout }),
    needFileJoining: joining.length > 0 && !joining.includes(false),
    requestedDocumentTypes: ['LABEL'],
  };
}
