import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderFileView } from '../../../src-main/contract/methods/files.ts';

type Columns = MethodInput<'files.reread'>['columns'];

/** The meanings with one of them changed. A field has one column: it is taken from the one that had it. */
export function withField(columns: OrderFileView['columns'], index: number, field: string | null): Columns {
  return columns.map((column) => {
    if (column.index === index) return { index, field };
    const isTaken = field !== null && column.field === field;
    return { index: column.index, field: isTaken ? null : column.field };
  });
}

/** What each column is taken for now. */
export function fieldsOf(columns: OrderFileView['columns']): Columns {
  return columns.map(({ index, field }) => ({ index, field }));
}
