import { LANGUAGE_LIMITS, type LanguageLimits } from '../core/label/language-limits.ts';
import type { PrinterLanguage } from '../core/label/printer-profile.ts';

/** What each printer language can be told, for forms. Apart from the methods, so that the window loads no schemas for it. */
export const PRINTER_LIMITS: Readonly<Record<PrinterLanguage, LanguageLimits>> = LANGUAGE_LIMITS;
