import type { WaybillDocument } from '../../../../core/label/waybill-document.ts';

/** One waybill on its way to the client. */
export interface WaybillTask {
  readonly requestId: string;
  readonly taskId: string;
  readonly documentId: string;
}

const head = (cmd: string, requestID: string) => ({ cmd, requestID, version: '1.0' });

/** Asks for the printers that the client prints on (Cainiao cloud print, getPrinters). */
export function printersRequest(requestId: string): string {
  return JSON.stringify(head('getPrinters', requestId));
}

/** Asks what became of a task (Cainiao cloud print, getTaskStatus). */
export function statusRequest(requestId: string, taskId: string): string {
  return JSON.stringify({ ...head('getTaskStatus', requestId), taskID: [taskId] });
}

/**
 * A task of one document, as is advised against double prints (Cainiao cloud print, print). The contents go as they
 * came, letter by letter: the client checks a signature over them.
 */
export function printRequest(
  { requestId, taskId, documentId }: WaybillTask,
  printer: string,
  { contents }: WaybillDocument,
): string {
  const document = `{"documentID":${JSON.stringify(documentId)},"contents":${contents}}`;
  const task = `{"taskID":${JSON.stringify(taskId)},"preview":false,"printer":${JSON.stringify(printer)},"documents":[${document}]}`;
  const fields = JSON.stringify(head('print', requestId));
  return `${fields.slice(0, -1)},"task":${task}}`;
}
