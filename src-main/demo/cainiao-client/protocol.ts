import * as z from 'zod';

/** The commands of the print client, version 1.0 (taobao.md §6.1). Everything an app may send is here; the rest is refused. */

const head = { requestID: z.string().min(1), version: z.literal('1.0') };

const printerConfig = z.strictObject({
  name: z.string().min(1),
  needTopLogo: z.boolean().optional(),
  needBottomLogo: z.boolean().optional(),
  horizontalOffset: z.number().optional(),
  verticalOffset: z.number().optional(),
  forceNoPageMargins: z.boolean().optional(),
  autoPageSize: z.boolean().optional(),
  orientation: z.number().int().min(0).max(1).optional(),
  autoOrientation: z.boolean().optional(),
  paperSize: z.strictObject({ width: z.number().positive(), height: z.number().positive() }).optional(),
});

export type PrinterConfig = z.output<typeof printerConfig>;

const task = z.strictObject({
  taskID: z.string().min(1),
  preview: z.boolean(),
  /** '' is the default printer. */
  printer: z.string(),
  previewType: z.enum(['pdf', 'image']).optional(),
  firstDocumentNumber: z.number().int().optional(),
  totalDocumentCount: z.number().int().optional(),
  documents: z.array(z.strictObject({ documentID: z.string().min(1), contents: z.array(z.looseObject({})).min(1) })),
});

export type PrintTask = z.output<typeof task>;

export const requestSchema = z.discriminatedUnion('cmd', [
  z.strictObject({ cmd: z.literal('getPrinters'), ...head }),
  z.strictObject({ cmd: z.literal('getPrinterConfig'), ...head, printer: z.string().min(1) }),
  z.strictObject({ cmd: z.literal('printerConfig'), ...head, printer: z.string().min(1) }),
  z.strictObject({ cmd: z.literal('setPrinterConfig'), ...head, printer: printerConfig }),
  z.strictObject({ cmd: z.literal('print'), ...head, task }),
  z.strictObject({ cmd: z.literal('getTaskStatus'), ...head, taskID: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ cmd: z.literal('getGlobalConfig'), ...head }),
  z.strictObject({ cmd: z.literal('setGlobalConfig'), ...head, notifyOnTaskFailure: z.boolean() }),
  z.strictObject({ cmd: z.literal('getAgentInfo'), ...head }),
]);

export type PrintRequest = z.output<typeof requestSchema>;

/** Good news in every reply of a current client. */
export const noError = { status: 'success', msg: 'no error', errorCode: 0 } as const;

/** The custom area that may follow the print data in a document. */
export const customArea = z.strictObject({ data: z.looseObject({}), templateURL: z.string().min(1) });
