import { z } from 'zod';
import { command, query } from '../method.ts';
import { done, idSchema, idsSchema, nothing, noteText, platformSchema, pngBase64, shortText } from '../values.ts';
import { directOutcomeSchema } from './printers.ts';

export const slipKindSchema = z.enum(['pick-list', 'packing-slip', 'thank-you-card']);
export type SlipKindView = z.infer<typeof slipKindSchema>;

/** Words of a thank-you card; {buyer} and {shop} stand for names. `language` is a BCP 47 tag, e.g. 'ru', 'zh-CN'. */
export const cardTextSchema = z.strictObject({
  platform: platformSchema,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/u),
  title: shortText,
  body: noteText,
});
export type CardTextView = z.infer<typeof cardTextSchema>;

const request = {
  kind: slipKindSchema,
  ids: idsSchema,
  /** Null: the printer whose role fits (pick list: sheet, slip, label; the others: slip, label, sheet). */
  printerId: idSchema.nullable(),
};

/** Paper beside the label. `warnings`: 'letter-missing:…', 'text-cut'. */
export const slipsMethods = {
  'slips.preview': query(
    z.strictObject(request),
    z.strictObject({
      pages: z.array(pngBase64),
      printerId: idSchema,
      widthMm: z.number(),
      warnings: z.array(z.string()),
    }),
    ['printer-missing', 'not-found'],
  ),
  'slips.print': command(
    z.strictObject(request),
    directOutcomeSchema.extend({
      printerId: idSchema,
      pageCount: z.number().int(),
      warnings: z.array(z.string()),
    }),
    ['printer-missing', 'not-found'],
  ),
  /** The seller's own texts, and ours where she wrote none, for the platforms she sells on. */
  'slips.cards': query(nothing, z.strictObject({ cards: z.array(cardTextSchema) })),
  'slips.saveCard': command(cardTextSchema, done),
};
