import type { PrinterLanguage } from '../../../core/label/printer-profile.ts';
import { cpclStatus } from './cpcl.ts';
import type { StatusDialect } from './dialect.ts';
import { eplStatus } from './epl.ts';
import { escposStatus } from './escpos.ts';
import { tsplStatus } from './tspl.ts';
import { zplStatus } from './zpl.ts';

const DIALECTS: Readonly<Record<PrinterLanguage, StatusDialect | null>> = {
  tspl: tsplStatus,
  zpl: zplStatus,
  escpos: escposStatus,
  epl: eplStatus,
  cpcl: cpclStatus,
  page: null,
};

/** How a printer of this language is asked; null: it cannot be. */
export function statusDialect(language: PrinterLanguage): StatusDialect | null {
  return DIALECTS[language];
}
