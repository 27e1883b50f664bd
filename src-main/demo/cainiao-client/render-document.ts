import type { PrintTask } from './protocol.ts';
import { customArea } from './protocol.ts';
import { openPrintData } from './print-data.ts';

export type Rendered =
  | { isGood: true; label: unknown; templateUrl: string; customArea: unknown }
  | { isGood: false; code: number; message: string };

/** A waybill template, or one of the seller's own that this client fetched before. */
const templateShape = /^https?:\/\/cloudprint\.cainiao\.com\/template\/(standard|customArea)\/\d+(\/\d+)?$/u;

/**
 * Makes a page of a document's contents: the print data as the platform gave it, then at most one custom area. Data that was altered
 * cannot be decoded: code 40 (taobao.md §6.1); the other two codes are ours.
 */
export function renderDocument({ contents }: PrintTask['documents'][number]): Rendered {
  const [first, second, ...more] = contents;
  if (more.length > 0) return { isGood: false, code: 12, message: 'too many contents' };
  const label = openPrintData(first);
  if (label === null) return { isGood: false, code: 40, message: 'Unknown encryption type.' };
  const templateUrl = String(first?.['templateURL']);
  const area = second === undefined ? null : customArea.safeParse(second);
  const urls = [templateUrl, ...(area?.success === true ? [area.data.templateURL] : [])];
  if (area?.success === false || urls.some((url) => !templateShape.test(url))) {
    return { isGood: false, code: 30, message: 'template not found' };
  }
  return { isGood: true, label, templateUrl, customArea: area?.data?.data ?? null };
}
