import type { z } from 'zod';
import type { PrinterView, profileSchema } from '../../../src-main/contract/methods/printing.ts';

export type ProfileValues = z.infer<typeof profileSchema>;

/** The form as typed: figures stay text until they are sent. */
export interface PrinterFormValues {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly language: ProfileValues['language'];
  readonly dpi: string;
  readonly widthMm: string;
  readonly heightMm: string;
  readonly gapMm: string;
  readonly mediaTracking: ProfileValues['mediaTracking'];
  readonly rotation: string;
  readonly offsetXMm: string;
  readonly offsetYMm: string;
  readonly density: string;
  readonly isDefault: boolean;
}

/** What each group of fields gets: the values, what is wrong with them, and the way to change some. */
export interface FieldsProps {
  readonly values: PrinterFormValues;
  readonly faults: readonly PrinterFieldFault[];
  readonly change: ChangeValues;
}

export type ChangeValues = (change: Partial<PrinterFormValues>) => void;

export type PrinterFieldFault = 'name' | 'host' | 'port' | 'size' | 'gap' | 'offset' | 'density';

/** Highest density of each language (ZPL ~SD 0–30, TSPL DENSITY 0–15). */
export const DENSITY_MAX: Readonly<Record<ProfileValues['language'], number>> = { zpl: 30, tspl: 15 };

/** Print heads of 4-inch desk printers by resolution, in dots: the widest line that is ever sent. */
const HEAD_DOTS: Readonly<Record<ProfileValues['dpi'], number>> = { 203: 832, 300: 1248, 600: 2496 };

const NEW_PRINTER: PrinterFormValues = {
  name: '',
  host: '',
  port: '9100',
  language: 'tspl',
  dpi: '203',
  widthMm: '100',
  heightMm: '150',
  gapMm: '2',
  mediaTracking: 'gap',
  rotation: '0',
  offsetXMm: '0',
  offsetYMm: '0',
  density: '',
  isDefault: false,
};

/** What the form starts with: the printer's own values, or a common desk printer with 100 × 150 mm stock. */
export function formValues(printer: PrinterView | null, isFirst: boolean): PrinterFormValues {
  if (printer === null) return { ...NEW_PRINTER, isDefault: isFirst };
  const { profile } = printer;
  return {
    name: printer.name,
    host: printer.host,
    port: String(printer.port),
    language: profile.language,
    dpi: String(profile.dpi),
    widthMm: String(profile.mediaWidthMm),
    heightMm: String(profile.mediaHeightMm),
    gapMm: String(profile.gapMm),
    mediaTracking: profile.mediaTracking,
    rotation: String(profile.rotation),
    offsetXMm: String(profile.offsetXMm),
    offsetYMm: String(profile.offsetYMm),
    density: profile.density === null ? '' : String(profile.density),
    isDefault: printer.isDefault,
  };
}

/** A figure as typed, with either decimal mark; NaN for anything else. */
export function figure(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const isWithin = (value: number, lowest: number, highest: number) => value >= lowest && value <= highest;

/** Fields that cannot be sent, with the bounds of the contract. Empty when all is well. */
export function printerFaults(values: PrinterFormValues): PrinterFieldFault[] {
  const faults: PrinterFieldFault[] = [];
  if (values.name.trim() === '') faults.push('name');
  if (values.host.trim() === '') faults.push('host');
  const port = figure(values.port);
  if (!Number.isInteger(port) || !isWithin(port, 1, 65_535)) faults.push('port');
  if (!isWithin(figure(values.widthMm), 10, 300) || !isWithin(figure(values.heightMm), 10, 500)) faults.push('size');
  if (!isWithin(figure(values.gapMm), 0, 30)) faults.push('gap');
  if (!isWithin(figure(values.offsetXMm), -50, 50) || !isWithin(figure(values.offsetYMm), -50, 50))
    faults.push('offset');
  const density = figure(values.density);
  const isDensityRight = Number.isInteger(density) && isWithin(density, 0, DENSITY_MAX[values.language]);
  if (values.density.trim() !== '' && !isDensityRight) faults.push('density');
  return faults;
}

const DPIS = [203, 300, 600] as const;
const ROTATIONS = [0, 90, 180, 270] as const;

/** The profile to save. Only to be asked for when `printerFaults` found nothing; what the form does not show stays. */
export function profileOf(values: PrinterFormValues, before: ProfileValues | null): ProfileValues {
  const dpi = DPIS.find((known) => String(known) === values.dpi) ?? 203;
  return {
    language: values.language,
    dpi,
    mediaWidthMm: figure(values.widthMm),
    mediaHeightMm: figure(values.heightMm),
    gapMm: figure(values.gapMm),
    mediaTracking: values.mediaTracking,
    headDots: before !== null && before.dpi === dpi ? before.headDots : HEAD_DOTS[dpi],
    offsetXMm: figure(values.offsetXMm),
    offsetYMm: figure(values.offsetYMm),
    rotation: ROTATIONS.find((known) => String(known) === values.rotation) ?? 0,
    density: values.density.trim() === '' ? null : figure(values.density),
    speedIps: before?.speedIps ?? null,
  };
}
