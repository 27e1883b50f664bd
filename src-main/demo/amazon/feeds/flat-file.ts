/** The rows of a tab separated file by its header, which is matched without regard to case. Throws when a column is missing. */
export function readFlatFile(text: string, columns: readonly string[]): Record<string, string>[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const header = (lines[0] ?? '').split('\t').map((name) => name.trim().toLowerCase());
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) throw new Error(`the column ${missing} is missing`);
  return lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(header.map((name, index) => [name, cells[index]?.trim() ?? '']));
    });
}
