import { currentLocale } from '../i18n/use-words.ts';

/** "840 kB", "1.8 MB": how large a file is, as people say it. */
export function fileSizeText(sizeBytes: number): string {
  const isLarge = sizeBytes >= 1_000_000;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  const figure = isLarge ? sizeBytes / 1_000_000 : Math.max(1, Math.round(sizeBytes / 1_000));
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(figure);
}
