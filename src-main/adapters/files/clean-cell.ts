/** ="0123": how exports keep a spreadsheet from making a float of a number. */
const AS_FORMULA = /^=\s*"((?:[^"]|"")*)"$/;
/** A quote in front says "text" to a spreadsheet, and exports write it into the file itself. */
const AS_TEXT = /^'(?=[\d=+\-@])/;

/** What a person reads in a cell: without the marks that only keep spreadsheets from changing it. */
export function cleanCell(raw: string): string {
  // Taobao ends its numbers with a tab, to the same end.
  const cell = raw.replace(/^[\t\u200b\ufeff]+|[\t\u200b\ufeff]+$/g, '');
  const formula = AS_FORMULA.exec(cell.trim());
  if (formula !== null) return (formula[1] ?? '').replaceAll('""', '"');
  return cell.replace(AS_TEXT, '');
}
