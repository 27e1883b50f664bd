import { z } from 'zod';
import { command, query } from '../method.ts';
import { codeParams, idSchema, shortText } from '../values.ts';

/** Text encodings that the platforms' exports come in; 'xlsx' is a workbook. */
export const FILE_ENCODINGS = [
  'xlsx',
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'euc-kr',
  'windows-1251',
  'windows-1252',
  'shift-jis',
] as const;
const encodingSchema = z.enum(FILE_ENCODINGS);

/** A cell or a row that could not be used; `line` counts from 1 as the file's own program shows it. */
export const fileFaultSchema = z.strictObject({
  line: z.number().int().min(0),
  /** The column's title; null when the whole row is meant. */
  column: z.string().nullable(),
  /** e.g. 'order-number-missing', 'date-unreadable', 'quantity-unreadable', 'row-too-short'. */
  code: z.string(),
  params: codeParams,
});
export type FileFaultView = z.infer<typeof fileFaultSchema>;

const columnSchema = z.strictObject({
  index: z.number().int().min(0),
  title: z.string(),
  /** The first values, to recognise the column by; a buyer's data is masked. */
  samples: z.array(z.string()),
  /** What it is taken for; null: not used. */
  field: z.string().nullable(),
});

export const orderFileSchema = z.strictObject({
  /** Names the file that main holds until it is imported, replaced, or the app ends. */
  fileId: idSchema,
  fileName: z.string(),
  encoding: encodingSchema,
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  rowCount: z.number().int(),
  columns: z.array(columnSchema),
  /** Fields that a column can be taken for, in the order to offer them. */
  fields: z.array(z.strictObject({ field: z.string(), isRequired: z.boolean() })),
  /** Required fields that no column was found for. */
  missing: z.array(z.string()),
  /** What an import would do now. */
  plan: z.strictObject({
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    faults: z.array(fileFaultSchema),
    faultCount: z.number().int(),
  }),
});
export type OrderFileView = z.infer<typeof orderFileSchema>;

export const filesMethods = {
  /** Reads an order export of a shop's platform and says what would come of it. Nothing is kept. */
  'files.open': command(
    z.strictObject({ shopId: idSchema, fileName: shortText, base64: z.string().max(70_000_000) }),
    orderFileSchema,
    ['not-found', 'file-unreadable', 'file-too-large'],
  ),
  /** The same file read otherwise: another encoding, sheet or meaning of the columns (by index). */
  'files.reread': command(
    z.strictObject({
      fileId: idSchema,
      encoding: encodingSchema,
      sheet: z.string().max(200).nullable(),
      columns: z
        .array(z.strictObject({ index: z.number().int().min(0), field: z.string().max(60).nullable() }))
        .max(500),
    }),
    orderFileSchema,
    ['not-found', 'file-unreadable'],
  ),
  /** Takes the orders in, and remembers what the columns mean for this platform. Rows with faults are left out. */
  'files.import': command(
    z.strictObject({ fileId: idSchema }),
    z.strictObject({
      added: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      faultCount: z.number().int(),
    }),
    ['not-found', 'refused'],
  ),
  /** Bulk-ship files that the platform's seller centre takes, and how many numbers wait for one. */
  'files.exports': query(
    z.strictObject({ shopId: idSchema }),
    z.strictObject({
      waiting: z.number().int(),
      formats: z.array(z.strictObject({ format: z.string(), extension: z.enum(['csv', 'txt', 'xlsx', 'xls']) })),
      /** The newest export, to be made again when the seller centre refused it. */
      last: z.strictObject({ exportId: idSchema, atMs: z.number().int(), count: z.number().int() }).nullable(),
    }),
    ['not-found'],
  ),
  /** Makes the file of all waiting numbers, or of an earlier export again; the numbers count as told to the platform then. */
  'files.export': command(
    z.strictObject({ shopId: idSchema, format: z.string().max(60), again: idSchema.nullable() }),
    z.strictObject({
      exportId: idSchema,
      fileName: z.string(),
      base64: z.string(),
      count: z.number().int(),
      faults: z.array(fileFaultSchema),
    }),
    ['not-found', 'refused'],
  ),
  /** The seller centre refused the file: its numbers wait again. */
  'files.undoExport': command(z.strictObject({ exportId: idSchema }), z.strictObject({ count: z.number().int() }), [
    'not-found',
  ]),
};
